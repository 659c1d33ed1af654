// A network with its data and the recorded steps.

class Network {
  constructor(run) {
    this.run = run;
    this.programs = run.programs.map((source) => new Program(source));
    this.replays = this.programs.map((program) => new Replay(program));
    this.penalty = run.penalty ? new Replay(new Program(run.penalty)) : null;
    this.neurons = run.outline.neurons;
    for (const neuron of this.neurons.flat()) {
      neuron.outputs = neuron.instances.map((instance) => instance.output);
    }
    this.judged = this.neurons[0].map((neuron, index) => index)
      .filter((index) => this.neurons[0][index].isJudged);
    /** Whether weights are used at several places in an example, as a filter's are. */
    this.hasPlaces = this.neurons[0].some((neuron) => neuron.instances.length > 1);
    this.sets = {};
    for (const name of ["train", "validation", "test"]) {
      this.sets[name] = run.split[name].map((example) => this.example(example));
    }
    this.parameterNames = this.programs[0].parameters.map((node) => this.label(node));
    this.names = new Set(this.neurons[0].map((neuron) => neuron.name));
    this.judgedNames = new Set(this.judged.map((index) => this.neurons[0][index].name));
  }

  example(source) {
    const target = source.target.label
      ? { label: source.target.label._0 }
      : { numbers: source.target.numbers._0.map(Numbers.read) };
    return { inputs: source.inputs.map(Numbers.read), target, name: source.name };
  }

  label(node) {
    const program = this.programs[0];
    return [...program.scopes[node], program.names[node] ?? `value ${program.ids[node]}`].join("/");
  }

  /** The example as it runs through the programs. */
  lane(example) {
    const { label } = example.target;
    return {
      inputs: example.inputs, targets: this.targets(example.target),
      program: this.programs.length > 1 && label !== undefined ? label : 0,
    };
  }

  /** The numbers that should come out; none where the program holds the class. */
  targets({ label, numbers }) {
    const { loss } = this.run;
    if (this.programs[0].targets.length === 0) return [];
    if (numbers) return numbers;
    const off = loss === "hinge" ? -1 : 0;
    const count = this.programs[0].outputs.length;
    if (count === 1 && loss !== "crossEntropy") return [off === -1 ? 2 * label - 1 : label];
    return Array.from({ length: count }, (_, place) => (place === label ? 1 : off));
  }

  /** How probable each output is, as the loss reads it. */
  probabilities(outputs) {
    if (this.run.loss === "crossEntropy") {
      return Ops.logSumExp.slopesOfAll(outputs);
    }
    return this.run.loss === "binaryCrossEntropy" ? outputs.map(Ops.sigmoid.value) : null;
  }

  /** The class that the outputs say; null where a number is predicted. */
  prediction(outputs) {
    if (this.run.classNames.length === 0) return null;
    if (outputs.length === 1) {
      const squared = ["meanSquaredError", "squaredError", "squaredShortfall"];
      const isSquared = squared.includes(this.run.loss);
      return outputs[0] > (isSquared ? 0.5 : 0) ? 1 : 0;
    }
    return outputs.reduce((best, output, place) => (outputs[best] < output ? place : best), 0);
  }

  /** Sets parameters, and neurons whose output is held at 0. */
  prepare(parameters, zeroed) {
    this.parameters = parameters;
    this.replays.forEach((replay, index) => {
      replay.setParameters(parameters);
      replay.clamps = new Map(
        this.neurons[index].filter((neuron) => zeroed.has(neuron.name))
          .flatMap((neuron) => neuron.outputs.map((output) => [output, 0])));
    });
    this.penalty?.setParameters(parameters);
  }

  /** Runs an example forward; the replay has its numbers. */
  forward(lane) {
    const replay = this.replays[lane.program];
    replay.forward(lane);
    return replay;
  }

  outputs(replay) { return replay.program.outputs.map((node) => replay.data[node]); }

  /** What a total over so many examples is multiplied by. */
  share(count) { return this.run.reduction === "sum" ? 1 : 1 / count; }

  /** The loss of the penalty, whose gradients go into `totals`. */
  penaltyLoss(totals) {
    if (!this.penalty) return 0;
    const loss = this.penalty.forward({ inputs: [], targets: [] });
    if (totals) this.penalty.backward(1, totals);
    return loss;
  }

  /** The mean or total loss over examples with its gradients, summed in the order of one big graph. */
  training(examples) {
    const gradients = new Float64Array(this.parameters.length);
    const penalty = this.penaltyLoss(gradients);
    const share = this.share(examples.length);
    const losses = [];
    for (let place = examples.length - 1; place >= 0; place--) {
      const lane = this.lane(examples[place]);
      const replay = this.forward(lane);
      losses[place] = replay.data[replay.program.root];
      replay.backward(share, gradients);
    }
    return { loss: losses.reduce((sum, loss) => sum + loss, 0) * share + penalty, gradients };
  }
}

/** The recorded steps: losses, parameters and the optimiser's state. */
class Steps {
  constructor(run) {
    this.numbers = run.steps.numbers;
    this.count = this.numbers.length;
    for (const name of ["losses", "accuracies", "validationLosses", "learningRates"]) {
      this[name] = Numbers.decode(run.steps[name]);
    }
    this.times = run.steps.times;
    this.isFinished = run.isFinished;
    this.planned = run.planned;
    this.parameterCount = run.parameterCount;
    this.rowNames = run.optimizerRows;
    this.states = Numbers.decode(run.steps.states);
    this.every = run.every;
  }

  /** The parameters for row 0, then the optimiser's rows. */
  row(step, row) {
    const size = this.parameterCount;
    const start = (step * (1 + this.rowNames.length) + row) * size;
    return this.states.subarray(start, start + size);
  }

  isEnd(step) { return this.isFinished && step === this.count - 1; }

  words(step) {
    if (this.isEnd(step)) return `after ${this.planned} steps`;
    return `step ${this.numbers[step]} of ${this.planned}`;
  }

  /** The place of a step's number; the nearest one before it where it is not recorded. */
  place(number) {
    const place = this.numbers.findLastIndex((known) => known <= number);
    return Math.max(0, place);
  }
}

/** What is asked for as an answer: a class's number, or the numbers that should come out. */
const Answers = {
  /** The target that a text says; null if it says none. */
  read(text, network) {
    if (text === null || text === undefined || text === "") return null;
    const { classNames } = network.run;
    if (classNames.length) {
      const label = Number(text);
      return Number.isInteger(label) && classNames[label] !== undefined ? { label } : null;
    }
    const numbers = String(text).split(",").map(Number);
    const count = network.programs[0].outputs.length;
    return numbers.length === count && numbers.every(Number.isFinite) ? { numbers } : null;
  },

  text({ label, numbers }) { return label !== undefined ? String(label) : numbers.join(","); },

  words({ label, numbers }, network) {
    return label !== undefined ? network.run.classNames[label]
      : numbers.map(Numbers.plain).join(", ");
  },
};
