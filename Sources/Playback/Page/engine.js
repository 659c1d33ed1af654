// The interpreter of recorded programs: the same operations in the same order as the engine that
// recorded them, in double precision.

const Ops = (() => {
  const slope = 0.01;
  const share = (g, first, tie) => (tie ? [0.5 * g, 0.5 * g] : first ? [g, 0] : [0, g]);

  /** Of numbers the largest, its place, exp(x − largest) of each, and the sum of the others' powers. */
  const powersOf = (numbers) => {
    const largest = Math.max(...numbers);
    const place = numbers.indexOf(largest);
    const powers = numbers.map((number) => Math.exp(number - largest));
    const rest = powers.reduce((sum, power, index) => (index === place ? sum : sum + power), 0);
    return { largest, place, powers, rest };
  };

  // Each operation: how many operands, its sign, its value, and what the operands' gradients receive.
  return {
    constant: { arity: 0, symbol: "" },
    input: { arity: 0, symbol: "" },
    parameter: { arity: 0, symbol: "" },
    add: { arity: 2, symbol: "+", value: (x, y) => x + y, back: (g) => [g, g] },
    subtract: { arity: 2, symbol: "−", value: (x, y) => x - y, back: (g) => [g, -g] },
    multiply: { arity: 2, symbol: "×", value: (x, y) => x * y, back: (g, x, y) => [y * g, x * g] },
    divide: {
      arity: 2, symbol: "÷", value: (x, y) => x / y,
      back: (g, x, y, out) => [g / y, -Slope.quotient(x, y, out) * g],
    },
    negate: { arity: 1, symbol: "−", value: (x) => -x, back: (g) => [-g, 0] },
    power: {
      arity: 2, symbol: "^", value: (x, y) => Exact.pow(x, y),
      back: (g, x, y, out) => [Slope.base(x, y, out) * g, Slope.exponent(x, y, out) * g],
    },
    exp: { arity: 1, symbol: "exp", value: Math.exp, back: (g, x, y, out) => [out * g, 0] },
    log: { arity: 1, symbol: "log", value: Math.log, back: (g, x) => [(1 / x) * g, 0] },
    sqrt: {
      arity: 1, symbol: "√", value: Math.sqrt,
      back: (g, x, y, out) => [(0.5 / Math.abs(out)) * g, 0],
    },
    sin: { arity: 1, symbol: "sin", value: Math.sin, back: (g, x) => [Math.cos(x) * g, 0] },
    cos: { arity: 1, symbol: "cos", value: Math.cos, back: (g, x) => [-Math.sin(x) * g, 0] },
    tan: {
      arity: 1, symbol: "tan", value: Math.tan,
      back: (g, x, y, out) => [Slope.tangent(out) * g, 0],
    },
    tanh: {
      arity: 1, symbol: "tanh", value: Math.tanh,
      back: (g, x) => [Logistic.tanhSlope(x) * g, 0],
    },
    spelledTanh: {
      arity: 1, symbol: "tanh", value: Math.tanh,
      back: (g, x, y, out) => [(1 - Math.pow(out, 2)) * g, 0],
    },
    sigmoid: {
      arity: 1, symbol: "sigmoid", value: Logistic.value,
      back: (g, x) => [Logistic.slope(x) * g, 0],
    },
    relu: {
      arity: 1, symbol: "relu", value: (x) => (x <= 0 ? 0 : x),
      back: (g, x) => [x <= 0 ? 0 : g, 0],
    },
    leakyRelu: {
      arity: 1, symbol: "leakyRelu", value: (x) => (x > 0 ? x : slope * x),
      back: (g, x) => [x > 0 ? g : slope * g, 0],
    },
    gelu: {
      arity: 1, symbol: "gelu", value: Gaussian.gelu, back: (g, x) => [Gaussian.slope(x) * g, 0],
    },
    softplus: {
      arity: 1, symbol: "softplus",
      value: (x) => (x > 0 ? x : 0) + Math.log1p(Math.exp(-Math.abs(x))),
      back: (g, x) => [Logistic.value(x) * g, 0],
    },
    abs: {
      arity: 1, symbol: "abs", value: Math.abs, back: (g, x) => [x > 0 ? g : x < 0 ? -g : 0, 0],
    },
    maximum: {
      arity: 2, symbol: "max", value: (x, y) => Math.max(x, y),
      back: (g, x, y) => share(g, x > y, x === y),
    },
    minimum: {
      arity: 2, symbol: "min", value: (x, y) => Math.min(x, y),
      back: (g, x, y) => share(g, x < y, x === y),
    },
    atan2: {
      arity: 2, symbol: "atan2", value: Math.atan2,
      back: (g, x, y) => Slope.angle(x, y).map((slope) => slope * g),
    },
    argument: { arity: 1, symbol: "", value: (x) => x, back: (g) => [g, 0] },
    logSumExp: {
      arity: Infinity, symbol: "log Σ exp",
      valueOfAll: (numbers) => {
        const { largest, rest } = powersOf(numbers);
        return Number.isFinite(largest) ? largest + Math.log1p(rest) : largest;
      },
      slopesOfAll: (numbers) => {
        const { largest, place, powers, rest } = powersOf(numbers);
        if (Number.isFinite(largest)) {
          return powers.map((power, index) => (index === place ? 1 : power) / (1 + rest));
        }
        const count = numbers.filter((number) => number === largest).length;
        return numbers.map((number) => (
          largest === Infinity ? (number === largest ? 1 / count : 0) : NaN));
      },
    },
  };
})();

// The operations that most nodes are: computed in place, since a call and a list for each node would
// take most of the time.
const Frequent = { other: 0, add: 1, multiply: 2, subtract: 3, relu: 4 };

// One example's computation. Positions count the nodes in program order, ids the values that are shown
// in recorded order. An operation that takes any number of operands has the position of the first of
// its arguments, which stand in a row, as x and their number as y.
class Program {
  constructor(source) {
    const parts = source.program;
    this.operations = parts.operations;
    this.ops = parts.operations.map((name) => Ops[name]);
    this.count = this.ops.length;
    this.codes = Uint8Array.from(this.operations, (name) => Frequent[name] ?? Frequent.other);
    this.x = Int32Array.from(parts.operands, (operands) => operands[0] ?? 0);
    this.y = Int32Array.from(parts.operands, (operands, node) => (
      this.ops[node].valueOfAll ? operands.length : operands[1] ?? 0));
    this.start = Float64Array.from(parts.data, Numbers.read);
    this.root = parts.root;
    this.names = parts.names;
    this.scopes = parts.scopes.map((place) => parts.scopeNames[place]);
    this.order = parts.recordedOrder.filter((node) => this.ops[node] !== Ops.argument);
    this.ids = new Int32Array(this.count);
    this.order.forEach((position, id) => { this.ids[position] = id; });
    this.computed = Int32Array.from(
      Array.from({ length: this.count }, (_, node) => node).filter((node) => this.ops[node].arity > 0));
    Object.assign(this, {
      inputs: source.inputs, targets: source.targets, parameters: source.parameters,
      outputs: source.outputs,
    });
    this.reaches = this.reaching([this.root]);
    this.following = new Map();
  }

  /** Which nodes a path leads from to one of `targets`. */
  reaching(targets) {
    const reaching = new Uint8Array(this.count);
    for (const target of targets) reaching[target] = 1;
    for (let node = this.count - 1; node >= 0; node--) {
      if (!reaching[node]) continue;
      for (const operand of this.operands(node)) reaching[operand] = 1;
    }
    return reaching;
  }

  operands(node) {
    if (this.ops[node].slopesOfAll) {
      return Array.from(this.x.subarray(this.x[node], this.x[node] + this.y[node]));
    }
    return [this.x[node], this.y[node]].slice(0, this.ops[node].arity);
  }

  /** The nodes that are computed from those at `positions`, without these, in program order. */
  dependents(positions) {
    const known = this.following.get(positions);
    if (known) return known;
    const changed = new Uint8Array(this.count);
    for (const position of positions) changed[position] = 1;
    const nodes = this.computed.filter((node) => {
      if (changed[node]) return false;
      changed[node] = this.operands(node).some((operand) => changed[operand]) ? 1 : 0;
      return changed[node];
    });
    this.following.set(positions, nodes);
    return nodes;
  }
}

/** A program with room for its numbers. */
class Replay {
  constructor(program) {
    this.program = program;
    this.data = program.start.slice();
    this.gradients = new Float64Array(program.count);
    /** Room for numbers that are put back later. */
    this.kept = new Float64Array(program.count);
    /** Nodes that keep a number whatever their operands say. */
    this.clamps = new Map();
  }

  setParameters(parameters) {
    this.program.parameters.forEach((node, place) => { this.data[node] = parameters[place]; });
  }

  forward(lane) {
    const { program, data } = this;
    program.inputs.forEach((node, place) => { data[node] = lane.inputs[place]; });
    program.targets.forEach((node, place) => { data[node] = lane.targets[place]; });
    this.compute(program.computed);
    return data[program.root];
  }

  /** Computes these nodes, which stand in program order, and no others. */
  compute(nodes) {
    const { data, clamps } = this;
    const { ops, codes, x, y } = this.program;
    const isClamped = clamps.size > 0;
    for (let place = 0; place < nodes.length; place++) {
      const node = nodes[place];
      if (isClamped && clamps.has(node)) {
        data[node] = clamps.get(node);
        continue;
      }
      const first = data[x[node]];
      switch (codes[node]) {
        case Frequent.add: data[node] = first + data[y[node]]; break;
        case Frequent.multiply: data[node] = first * data[y[node]]; break;
        case Frequent.subtract: data[node] = first - data[y[node]]; break;
        case Frequent.relu: data[node] = first <= 0 ? 0 : first; break;
        default:
          data[node] = ops[node].valueOfAll
            ? ops[node].valueOfAll(this.arguments(node)) : ops[node].value(first, data[y[node]]);
      }
    }
  }

  /** The gradient of the root with respect to every node; `carried` is what leaves start from. */
  backward(seed = 1, carried = null) {
    const { data, gradients, clamps } = this;
    const { ops, codes, x, y, root, parameters } = this.program;
    const isClamped = clamps.size > 0;
    gradients.fill(0);
    if (carried) parameters.forEach((node, place) => { gradients[node] = carried[place]; });
    gradients[root] = seed;
    for (let node = root; node >= 0; node--) {
      const op = ops[node];
      if (op.arity === 0 || (isClamped && clamps.has(node))) continue;
      const first = x[node];
      const second = y[node];
      const gradient = gradients[node];
      // Nothing comes through, whatever the slope.
      if (gradient === 0) continue;
      switch (codes[node]) {
        case Frequent.add:
          gradients[first] += gradient;
          gradients[second] += gradient;
          break;
        case Frequent.multiply: {
          const toFirst = data[second] * gradient;
          const toSecond = data[first] * gradient;
          gradients[first] += toFirst;
          gradients[second] += toSecond;
          break;
        }
        case Frequent.relu: gradients[first] += data[first] <= 0 ? 0 : gradient; break;
        default: {
          if (op.slopesOfAll) {
            op.slopesOfAll(this.arguments(node)).forEach((slope, place) => {
              gradients[first + place] += slope * gradient;
            });
            break;
          }
          const parts = op.back(gradient, data[first], data[second], data[node]);
          gradients[first] += parts[0];
          if (op.arity === 2) gradients[second] += parts[1];
        }
      }
    }
    if (carried) parameters.forEach((node, place) => { carried[place] = gradients[node]; });
  }

  /** The numbers of the arguments of an operation that takes any number of them. */
  arguments(node) {
    const { x, y } = this.program;
    return Array.from(this.data.subarray(x[node], x[node] + y[node]));
  }

  /** The derivative of a node with respect to each operand. */
  slopes(node) {
    const { x, y, ops } = this.program;
    if (ops[node].slopesOfAll) {
      return this.clamps.has(node)
        ? this.program.operands(node).map(() => 0) : ops[node].slopesOfAll(this.arguments(node));
    }
    if (this.clamps.has(node)) return [0, 0].slice(0, ops[node].arity);
    return ops[node].back(1, this.data[x[node]], this.data[y[node]], this.data[node])
      .slice(0, ops[node].arity);
  }
}
