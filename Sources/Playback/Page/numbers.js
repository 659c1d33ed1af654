"use strict";
// How numbers are written: as in the drawings of the command line.

const Numbers = {
  /** The number in at most 11 characters; exactly "0" only for zero, "−0" for the one with a sign. */
  text(number) {
    if (number === 0) return Object.is(number, -0) ? "−0" : "0";
    if (Number.isNaN(number)) return "nan";
    if (!Number.isFinite(number)) return number > 0 ? "inf" : "−inf";
    const size = Math.abs(number);
    if (size < 0.001 || size >= 999999.5) return Numbers.exponent(number, 3);
    return Numbers.fixed(number, size < 9999.99995 ? 4 : size < 99999.9995 ? 3 : 2);
  },

  /** About three digits, where there is little room. */
  short(number) {
    if (number === 0 || !Number.isFinite(number)) return Numbers.text(number);
    const size = Math.abs(number);
    if (size < 0.01 || size >= 9999.5) return Numbers.exponent(number, 1);
    return Numbers.fixed(number, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
  },

  /** All digits: the shortest decimal that reads back as the same number. */
  exact(number) {
    if (Object.is(number, -0)) return "-0";
    return Number.isNaN(number) ? "nan" : String(number).replace("Infinity", "inf");
  },

  /** At most four decimals, without zeros at the end. */
  plain(number) {
    return String(Math.round(number * 10000) / 10000).replace("-", "−");
  },

  signed(number) { return number === 0 ? "0" : (number > 0 ? "+" : "") + Numbers.text(number); },

  /** A share as a percentage, never rounded to all or none. */
  percent(share) {
    if (!Number.isFinite(share)) return Numbers.text(share);
    const percent = Math.round(100 * share);
    if (share > 0 && percent === 0) return "<1 %";
    if (share < 1 && percent === 100) return ">99 %";
    return `${percent} %`;
  },

  fixed(number, decimals) {
    const size = Math.abs(number);
    return Numbers.minus(number) + Numbers.even(size.toFixed(decimals), size.toFixed(40), decimals);
  },

  exponent(number, decimals) {
    const [mantissa, power] = Math.abs(number).toExponential(40).split("e");
    const [rounded, roundedPower] = Math.abs(number).toExponential(decimals).split("e");
    const even = power === roundedPower ? Numbers.even(rounded, mantissa, decimals) : rounded;
    return `${Numbers.minus(number)}${even}e${Number(roundedPower)}`.replace(/-/g, "−");
  },

  minus(number) { return number < 0 ? "−" : ""; },

  /** JavaScript rounds a tie up, C to the even digit: that is put right here. */
  even(rounded, long, decimals) {
    const rest = long.slice(long.indexOf(".") + 1 + decimals);
    if (!/^50*$/.test(rest)) return rounded;
    const kept = long.slice(0, long.indexOf(".") + 1 + decimals);
    const digit = Number(kept.replace(".", "").slice(-1));
    return digit % 2 === 0 ? kept.replace(/\.$/, "") : rounded;
  },

  /** Numbers from the page's data: JSON has no nan and no infinities. */
  read(value) {
    return typeof value === "number" ? value : { nan: NaN, inf: Infinity, "-inf": -Infinity }[value];
  },

  /** IEEE 754 numbers, lowest byte first, in base 64. */
  decode(text) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new Float64Array(bytes.buffer);
  },
};
