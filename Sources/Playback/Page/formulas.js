// The formulas of the operations that need care, as the engine has them; there they are explained.

/** Numbers as the C library has them, and exact squares. */
const Exact = {
  /** 1 to any power is 1, and so is −1 to an infinite one. */
  pow: (x, y) => (x === 1 || (x === -1 && Math.abs(y) === Infinity) ? 1 : Math.pow(x, y)),

  isNormal: (x) => Math.abs(x) >= 2 ** -1022 && Math.abs(x) < Infinity,

  /** A square and what rounding took from it, for a number that is not far from 1. */
  squared(x) {
    const wide = 134217729 * x;
    const high = wide - (wide - x);
    const low = x - high;
    const square = x * x;
    return [square, high * high - square + 2 * high * low + low * low];
  },

  /** The exponent of the power of two at or below a number, to one or two. */
  exponent: (x) => (x < 2 ** -1000
    ? Math.floor(Math.log2(x * 2 ** 200)) - 200 : Math.floor(Math.log2(x))),

  scaled(x, exponent) {
    const half = Math.trunc(exponent / 2);
    return x * 2 ** half * 2 ** (exponent - half);
  },
};

const Logistic = {
  tail: 4.4737793061811207e-38,

  value(x) {
    const power = Math.exp(-Math.abs(x));
    const sum = 1 + power;
    if (!(x < 0)) return 1 / sum;
    return power < 0.5 ? power - power * (power / sum) : power / sum;
  },

  slope: (x) => Logistic.ofPower(Math.exp(-Math.abs(x))),

  tanhSlope(x) {
    const size = Math.min(Math.abs(x), 400);
    const isFar = size > 350;
    const power = Math.exp((isFar ? 86 : 0) - 2 * size);
    return Logistic.ofPower(power) * (isFar ? 4 * Logistic.tail : 4);
  },

  ofPower(power) {
    const half = (1 - power) / (1 + power);
    const excess = power * (2 + power);
    return power < 0.35 ? power - power * (excess / (1 + excess)) : 0.25 - 0.25 * (half * half);
  },
};

const Gaussian = {
  gelu(x) {
    const a = Math.min(Math.abs(x), 40);
    const left = Gaussian.left(a, a / (1 + a), Gaussian.mills);
    return x < 0 ? -left : x - left;
  },

  slope(x) {
    const a = Math.min(Math.abs(x), 40);
    const [high, low] = Gaussian.zero;
    const left = Gaussian.left(a, high - a + low, Gaussian.slopes);
    return x > 0 ? 1 - left : left;
  },

  /** e^(−a²/2) times a factor and a series. */
  left(a, factor, series) {
    const wide = 134217729 * a;
    const high = wide - (wide - a);
    const square = 0.5 * (high * high);
    const rest = 0.5 * ((a - high) * (a + high));
    const isFar = square > 600;
    const power = Math.exp((isFar ? 86 : 0) - square);
    const place = (a - 4) / (a + 4);
    const sum = series.reduceRight((total, part) => total * place + part, 0);
    const density = power - power * (rest * (1 - rest * (0.5 - rest / 6)));
    return factor * (density * sum) * (isFar ? Logistic.tail : 1);
  },

  // Written by Tests/AutogradTests/Reference/gaussian-coefficients.py --page.
  zero: [0.7517915246935645, -1.4956759177009883e-17],
  mills: [
    0.47205320650984467, -0.0967034773265258, 0.013999634724425471,
    0.02860036405355013, -0.03219783742808911, 0.017936097479694716,
    -0.005002378590969768, -0.0002856230982578443, 0.0006948971036905743,
    -9.443025188896631e-05, -8.785317765383863e-05, 2.125004136304907e-05,
    1.3626844160372444e-05, -3.432180680782058e-06, -2.6128422055944675e-06,
    4.0446216174943105e-07, 5.518983823631406e-07, 1.4725397049075406e-09,
    -1.1090904624729512e-07, -1.9890925448276797e-08, 1.7600916016569622e-08,
    6.22327988983561e-09, -1.5317087190038675e-09, -7.825642031297579e-10,
  ],
  slopes: [
    0.4622112440495753, -0.10336589852195686, 0.06046293676785056,
    -0.02808335995305403, 0.009504950375119935, -0.001788260541063571,
    -0.00015461331322530605, 0.0001857757722628932, -1.7477210917811115e-05,
    -1.803492007325285e-05, 3.538883936570552e-06, 2.216645050349657e-06,
    -4.921232866768137e-07, -3.490772719938297e-07, 5.2341771900890766e-08,
    6.268366076728386e-08, -7.708846766216218e-10, -1.0643571205846779e-08,
    -1.6012935975611767e-09, 1.1959843617439023e-09, 3.6879062073654503e-10,
    -3.964881953828157e-12,
  ],
};

const Slope = {
  quotient: (x, y, out) => (
    out !== 0 && Math.abs(out) < 2 ** -1022 ? (((x * 2 ** 200) / y) / y) * 2 ** -200 : out / y),

  base(x, y, out) {
    if (y === 0) return 0;
    if (Number.isNaN(out)) return out;
    const lower = y - 1;
    const power = Exact.pow(x, lower);
    const part = lower - y;
    const lost = (y - (lower - part)) - (1 + part);
    if (lost === 0 && Exact.isNormal(power)) return y * power;
    if (!Number.isFinite(x) || x === 0 || !Number.isFinite(y) || Number.isNaN(power)) {
      return power === 0 ? 0 : y * power;
    }
    const root = Exact.pow(Math.abs(x), lower / 2);
    const correction = lost * Math.log(Math.abs(x));
    const shift = Math.abs(y) < 2 ** -500 ? 2 ** 400 : 1;
    const size = y * shift * root * (root / shift)
      * (Math.abs(correction) < 1e-9 ? 1 + correction : 1);
    return x < 0 && Exact.pow(-1, y) > 0 ? -size : size;
  },

  exponent(x, y, out) {
    if (x === 0 && y >= 0) return 0;
    const log = Math.log(x);
    if (Exact.isNormal(out) || !(x > 0 && x < Infinity && Number.isFinite(y))) return out * log;
    const root = Exact.pow(x, y / 2);
    return log * root * root;
  },

  tangent: (out) => 1 + out * out,

  angle(y, x) {
    const size = Math.max(Math.abs(x), Math.abs(y));
    if (size === 0 || Number.isNaN(size)) return [NaN, NaN];
    if (size === Infinity) return [x < 0 ? -0 : 0, y < 0 ? 0 : -0];
    const exponent = Exact.exponent(size);
    const [a, b] = [Exact.scaled(y, -exponent), Exact.scaled(x, -exponent)];
    const sum = a * a + b * b;
    const slope = (part) => {
      const shift = Math.abs(part) < 2 ** -700 ? 300 : 0;
      return Exact.scaled((part * 2 ** shift) / sum, -exponent - shift);
    };
    return [slope(b), slope(-a)];
  },
};
