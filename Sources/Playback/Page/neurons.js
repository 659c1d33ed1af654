// Which neurons act, which are off, dead or without effect: the same rules as `graphgrad neurons`.

/** The smallest, the largest and the mean of numbers. */
class Extent {
  constructor() { Object.assign(this, { low: Infinity, high: -Infinity, total: 0, count: 0 }); }

  add(number) {
    this.low = Number.isNaN(number) ? number : Math.min(this.low, number);
    this.high = Number.isNaN(number) ? number : Math.max(this.high, number);
    this.total += number;
    this.count += 1;
  }

  include(other) {
    this.low = Number.isNaN(other.low) ? NaN : Math.min(this.low, other.low);
    this.high = Number.isNaN(other.high) ? NaN : Math.max(this.high, other.high);
    this.total += other.total;
    this.count += other.count;
  }

  get mean() { return this.low === this.high ? this.low + 0 : this.total / this.count; }
}

const Verdicts = {
  order: [
    "nan", "disconnected", "dead", "zero-effect", "constant", "silent", "blocked", "saturated", "active",
  ],
  words: {
    nan: "¿ nan", disconnected: "◊ disconnected", dead: "× dead", "zero-effect": "ø zero effect",
    constant: "≡ constant", silent: "○ off here", blocked: "■ blocked here",
    saturated: "▬ saturated", active: "● active", zeroed: "○ set to 0",
  },
  first(findings) {
    return Verdicts.order.find((verdict) => findings.includes(verdict)) ?? "active";
  },
  acts(verdict) { return ["nan", "constant", "saturated", "active", undefined].includes(verdict); },
};

/** What a neuron does in the example that was run last, at all its instances. */
function observe(neuron, replay, open) {
  const { data, gradients } = replay;
  const seen = {
    sums: new Extent(), outputs: new Extent(), gradients: new Extent(), firing: 0,
    isDriven: false, isOpen: false, isSaturated: true, withoutInput: 0,
  };
  for (const { preactivation, output } of neuron.instances) {
    seen.sums.add(data[preactivation]);
    seen.outputs.add(data[output]);
    seen.gradients.add(gradients[output]);
    seen.firing += data[output] !== 0 ? 1 : 0;
    seen.isDriven ||= gradients[preactivation] !== 0;
    seen.isOpen ||= data[output] !== 0 && (gradients[output] !== 0 || open?.[output] === 1);
    seen.isSaturated &&= isSaturated(neuron, data[preactivation], data[output]);
  }
  if (seen.isDriven) {
    seen.withoutInput = neuron.weights.filter((_, place) => neuron.instances.every(
      ({ preactivation, inputs }) => gradients[preactivation] === 0 || data[inputs[place]] === 0,
    )).length;
  }
  seen.isFullyWithoutInput = seen.withoutInput === neuron.weights.length;
  seen.isSilent = seen.firing === 0;
  seen.isNotANumber = Number.isNaN(seen.outputs.low);
  seen.isBlocked = !seen.isSilent && !seen.isOpen;
  seen.sum = seen.sums.high;
  seen.output = seen.outputs.high;
  seen.gradient = seen.gradients.high;
  return seen;
}

function isSaturated({ activation }, sum, output) {
  return ["tanh", "sigmoid"].includes(activation)
    && Math.abs(Ops[activation].back(1, sum, 0, output)[0]) < 1e-3;
}

/** The nodes from which a path without a derivative of 0 leads to an output. */
function openPaths(replay) {
  const { program } = replay;
  const open = new Uint8Array(program.count);
  for (const output of program.outputs) open[output] = 1;
  for (let node = program.count - 1; node >= 0; node--) {
    if (!open[node] || program.ops[node].arity === 0) continue;
    const operands = program.operands(node);
    replay.slopes(node).forEach((slope, place) => { if (slope !== 0) open[operands[place]] = 1; });
  }
  return open;
}

/** What the neurons do in the lane that was run forward and backward last. */
function observeAll(network, lane, replay) {
  const neurons = network.judged.map((index) => network.neurons[lane.program][index]);
  const seen = neurons.map((neuron) => observe(neuron, replay, null));
  if (!seen.some(({ isBlocked }) => isBlocked)) return seen;
  const open = openPaths(replay);
  return neurons.map((neuron) => observe(neuron, replay, open));
}

/** 0 for equal numbers, also infinite ones; nan where one is. */
function difference(original, changed) {
  return original === changed ? 0 : changed - original;
}

/** What changes in a lane when these values become 0; the replay is left as it was. */
function removal(network, replay, positions, before) {
  const { data, program } = replay;
  const nodes = program.dependents(positions);
  const { kept } = replay;
  for (let place = 0; place < nodes.length; place++) kept[place] = data[nodes[place]];
  const originals = positions.map((position) => data[position]);
  for (const position of positions) data[position] = 0;
  replay.compute(nodes);
  let largest = 0;
  let isUnknown = false;
  for (let place = 0; place < program.outputs.length; place++) {
    const now = data[program.outputs[place]];
    if (Number.isNaN(before.outputs[place]) && Number.isNaN(now)) {
      isUnknown = true;
      continue;
    }
    const change = difference(before.outputs[place], now);
    largest = Math.max(largest, Number.isNaN(change) ? Infinity : Math.abs(change));
  }
  const loss = difference(before.loss, data[program.root]);
  const isOther = largest > 0 && network.prediction(network.outputs(replay)) !== before.prediction;
  positions.forEach((position, place) => { data[position] = originals[place]; });
  for (let place = 0; place < nodes.length; place++) data[nodes[place]] = kept[place];
  return { outputs: largest === 0 && isUnknown ? NaN : largest, loss, isOther };
}

/** What is counted of a neuron over the examples. */
class Measurement {
  constructor() {
    Object.assign(this, {
      count: 0, sum: new Extent(), output: new Extent(), firing: 0, silent: 0, blocked: 0,
      saturated: 0, open: 0, withoutInput: 0, fullyWithoutInput: 0, driven: 0, largest: 0,
      isUnknown: false, notANumber: 0, lossChange: 0, otherClass: 0, leastInstances: Infinity, mostInstances: 0,
    });
  }

  add(seen, change) {
    this.count += 1;
    this.sum.include(seen.sums);
    this.output.include(seen.outputs);
    this.leastInstances = Math.min(this.leastInstances, seen.outputs.count);
    this.mostInstances = Math.max(this.mostInstances, seen.outputs.count);
    this.firing += seen.firing;
    this.silent += seen.isSilent ? 1 : 0;
    this.notANumber += seen.isNotANumber ? 1 : 0;
    this.blocked += seen.isBlocked ? 1 : 0;
    this.saturated += seen.isSaturated ? 1 : 0;
    this.open += !seen.isSilent && seen.isOpen ? 1 : 0;
    this.withoutInput += seen.withoutInput > 0 ? 1 : 0;
    this.fullyWithoutInput += seen.isFullyWithoutInput ? 1 : 0;
    this.driven += seen.isDriven ? 1 : 0;
    if (Number.isNaN(change.outputs)) this.isUnknown = true;
    else this.largest = Math.max(this.largest, change.outputs);
    this.lossChange += change.loss;
    this.otherClass += change.isOther ? 1 : 0;
  }

  /** The share of outputs that are not 0; nan where an output is. */
  get fires() { return this.notANumber > 0 ? NaN : this.firing / this.output.count; }

  /** Whether every output is exactly 0. */
  get isZero() { return this.output.low === 0 && this.output.high === 0; }

  /** The largest change of an output without the neuron; nan where it cannot be told. */
  get effect() {
    if (this.isZero) return 0;
    return this.largest === 0 && this.isUnknown ? NaN : this.largest;
  }
}

const nothing = { outputs: 0, loss: 0, isOther: false };

/** Judges all neurons over the training examples, with the parameters that were prepared. */
function judge(network, deaths) {
  const examples = network.sets.train;
  const measurements = network.judged.map(() => new Measurement());
  const totals = new Float64Array(network.parameters.length);
  let loss = 0;
  for (const example of examples) {
    const lane = network.lane(example);
    const replay = network.forward(lane);
    replay.backward(1, totals);
    const outputs = network.outputs(replay);
    const before = {
      outputs, loss: replay.data[replay.program.root], prediction: network.prediction(outputs),
    };
    loss += before.loss;
    observeAll(network, lane, replay).forEach((seen, place) => {
      const { outputs: own } = network.neurons[lane.program][network.judged[place]];
      const change = seen.isSilent && !outputs.some(Number.isNaN) ? nothing : removal(network, replay, own, before);
      measurements[place].add(seen, change);
    });
  }
  const facts = new Facts(network, totals.map((total) => total / examples.length));
  return {
    loss: loss * network.share(examples.length),
    neurons: network.judged.map((index, place) => {
      const neuron = network.neurons[0][index];
      const findings = facts.findings(neuron, measurements[place]);
      const verdict = Verdicts.first(findings);
      const judged = {
        neuron, findings, verdict, numbers: measurements[place],
        death: deaths?.[place], zeroWeights: facts.zeroWeights(neuron),
        reaches: facts.reaches(neuron),
      };
      judged.reason = Reasons.overSet(judged);
      return judged;
    }),
  };
}

/** A neuron in the example that was run last: what holds here comes in beside what always holds. */
function read(judged, seen) {
  const local = ["nan", "silent", "blocked", "saturated", "zero-gradient-by-input"];
  const here = [seen.isNotANumber, seen.isSilent, seen.isBlocked, seen.isSaturated, seen.withoutInput > 0];
  const findings = judged.findings.filter((finding) => !local.includes(finding))
    .concat(local.filter((_, place) => here[place]));
  const verdict = Verdicts.first(findings);
  return { verdict, findings, reason: Reasons.here(judged, verdict, seen) ?? judged.reason };
}

/** What follows of a neuron from its measurement and its place in the program. */
class Facts {
  constructor(network, gradients) {
    const [program] = network.programs;
    this.network = network;
    this.place = new Map(program.parameters.map((node, place) => [node, place]));
    this.gradients = gradients;
    this.outgoing = outgoingWeights(network);
    this.reaching = program.reaching(program.outputs);
    this.intervals = intervals(network);
  }

  /** Whether a path leads from the neuron to an output of the network. */
  reaches(neuron) { return neuron.outputs.some((output) => this.reaching[output] === 1); }

  /** How many outgoing weights are all exactly 0; null if one is not, or there is another use. */
  zeroWeights(neuron) {
    const weights = this.outgoing.get(neuron);
    if (!weights) return null;
    return weights.every((node) => this.network.parameters[this.place.get(node)] === 0)
      ? weights.length : null;
  }

  norm(neuron) {
    const own = neuron.weights.concat(neuron.biases)
      .filter((node) => this.place.has(node)).map((node) => this.gradients[this.place.get(node)]);
    return own.some(Number.isNaN) ? NaN : Math.max(0, ...own.map(Math.abs));
  }

  findings(neuron, numbers) {
    const { count } = numbers;
    const disconnected = !this.reaches(neuron) || this.zeroWeights(neuron) !== null;
    const dead = numbers.silent === count;
    const withoutInput = neuron.biases.length === 0 && numbers.driven > 0
      && numbers.fullyWithoutInput === numbers.driven;
    const staysOff = neuron.instances.every(
      ({ preactivation }) => this.intervals[preactivation].high <= 0);
    const holds = {
      nan: numbers.notANumber > 0, disconnected, dead,
      "cannot-fire": neuron.activation === "relu" && staysOff,
      "zero-effect": numbers.effect === 0,
      cancelled: numbers.effect === 0 && !disconnected && numbers.open > 0,
      constant: !dead && count > 1 && numbers.output.low === numbers.output.high,
      blocked: numbers.blocked === count, saturated: numbers.saturated === count,
      "not-learning": this.norm(neuron) === 0 && !withoutInput,
      "zero-gradient-by-input": numbers.withoutInput === count,
    };
    numbers.gradientNorm = this.norm(neuron);
    return Object.keys(holds).filter((finding) => holds[finding]);
  }
}

// The weights that multiply each neuron's outputs; none where they are also used in another way.
// The largest of several outputs of one neuron still counts as its output.
function outgoingWeights(network) {
  const [program] = network.programs;
  const owners = new Map();
  for (const neuron of network.neurons[0]) {
    for (const output of neuron.outputs) owners.set(output, neuron);
  }
  const uses = new Int32Array(program.count);
  for (let node = 0; node < program.count; node++) {
    const operands = program.operands(node);
    const owner = owners.get(operands[0]);
    if (program.operations[node] === "maximum" && owner && owner === owners.get(operands[1])) {
      owners.set(node, owner);
    } else {
      for (const operand of operands) uses[operand] += 1;
    }
  }
  const weights = new Map(network.neurons[0].map((neuron) => [neuron, new Set()]));
  for (const neuron of network.neurons[0]) {
    for (const { inputs } of neuron.instances) {
      inputs.forEach((input, place) => {
        if (!owners.has(input)) return;
        weights.get(owners.get(input)).add(neuron.weights[place]);
        uses[input] -= 1;
      });
    }
  }
  for (const [position, owner] of owners) {
    if (uses[position] > 0 || program.outputs.includes(position)) weights.delete(owner);
  }
  return new Map([...weights].map(([neuron, own]) => [neuron, [...own]]));
}

/** Between which numbers every value lies, whatever the inputs between the smallest and largest. */
function intervals(network) {
  const [program] = network.programs;
  const unknown = { low: -Infinity, high: Infinity };
  const found = Array.from(program.start, (number) => ({ low: number, high: number }));
  program.parameters.forEach((node, place) => {
    found[node] = { low: network.parameters[place], high: network.parameters[place] };
  });
  program.inputs.forEach((node, place) => {
    const extent = new Extent();
    for (const example of network.sets.train) extent.add(example.inputs[place]);
    found[node] = extent;
  });
  for (const node of program.targets) found[node] = unknown;
  for (const node of program.computed) {
    const [x, y] = program.operands(node).map((operand) => found[operand]);
    const { low, high } = interval(program.operations[node], x, y);
    found[node] = low <= high ? { low, high } : unknown;
  }
  return found;
}

/** Sums, products and functions that never fall; everything else may be any number. */
function interval(operation, x, y) {
  const { value } = Ops[operation];
  const isUnknown = (range) => range && range.low === -Infinity && range.high === Infinity;
  if (isUnknown(x) || isUnknown(y)) return {};
  switch (operation) {
    case "add": return { low: x.low + y.low, high: x.high + y.high };
    case "subtract": return { low: x.low - y.high, high: x.high - y.low };
    case "negate": return { low: -x.high, high: -x.low };
    case "multiply": {
      const products = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high];
      return { low: Math.min(...products), high: Math.max(...products) };
    }
    case "relu":
    case "leakyRelu": return { low: value(x.low), high: value(x.high) };
    case "exp":
    case "tanh":
    case "spelledTanh":
    case "sigmoid":
    case "softplus": {
      const [low, high] = [value(x.low), value(x.high)];
      const room = 2e-15;
      return { low: low - Math.abs(low) * room, high: high + Math.abs(high) * room };
    }
    default: return {};
  }
}
