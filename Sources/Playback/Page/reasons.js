// The sentences that say why a neuron has its verdict.

const Reasons = {
  overSet(judged) {
    const { neuron, numbers, verdict } = judged;
    const all = Reasons.all(numbers);
    switch (verdict) {
      case "nan":
        return `nan: its output is nan in ${Reasons.share(numbers, numbers.notANumber)}, and nothing `
          + "else can be said of it";
      case "disconnected": return `disconnected: ${Reasons.disconnection(judged)}`;
      case "dead": return `dead${judged.death ?? ""}: ${Reasons.death(judged)}`;
      case "zero-effect": return `zero effect: ${Reasons.noEffect(judged)}`;
      case "constant":
        return `constant: its output is ${Numbers.text(numbers.output.mean)} in ${all}, `
          + "so it acts only as a bias";
      case "blocked":
        return `blocked: its output is not 0, but in ${Reasons.examples(numbers)} everything it `
          + "feeds is off or has weight 0";
      case "saturated":
        return `saturated: in ${all} the slope of its ${neuron.activation} is below 0.001; it `
          + "acts, but its weights hardly learn";
      default: return `active: ${Reasons.activity(judged)}`;
    }
  },

  /** In one example; null where the sentence over the set says it. */
  here({ neuron, numbers }, verdict, seen) {
    const places = seen.outputs.count;
    const largest = Numbers.text(seen.output);
    const output = places === 1 ? largest : `up to ${largest} at ${seen.firing} of ${places} places`;
    switch (verdict) {
      case "nan": {
        const sum = Numbers.text(seen.sum);
        return "nan here: its pre-activation is "
          + (places === 1 ? sum : `at most ${sum} at all ${places} places`) + " and its output nan";
      }
      case "silent": {
        const sum = Numbers.text(seen.sum);
        return "off here: its pre-activation is "
          + (places === 1 ? sum : `at most ${sum} at all ${places} places`)
          + `, so its output is exactly 0; it ${Reasons.firing(numbers)}`;
      }
      case "blocked":
        return `blocked here: its output is ${output}, but everything it feeds is off or has `
          + "weight 0, so no gradient comes back";
      case "saturated":
        return `saturated here: its output is ${output}, where the slope of its `
          + `${neuron.activation} is below 0.001; it acts, but its weights hardly learn`;
      case "active": {
        const count = seen.withoutInput;
        const note = count === 0 ? ""
          : `; ${Reasons.count(count, "weight")} ${count === 1 ? "gets" : "get"} no gradient only `
            + "because the input is 0";
        const gradient = places === 1 ? `, its gradient ${Numbers.text(seen.gradient)}` : "";
        return `active here: its output is ${output}${gradient}${note}`;
      }
      default: return null;
    }
  },

  disconnection({ reaches, zeroWeights }) {
    if (!reaches || zeroWeights === null) return "no path leads from it to an output";
    return zeroWeights === 1
      ? "its only outgoing weight is exactly 0, so what it computes reaches no output"
      : `each of its ${zeroWeights} outgoing weights is exactly 0, so what it computes reaches no `
        + "output";
  },

  death({ neuron, numbers, findings }) {
    const all = Reasons.all(numbers);
    const parameters = Reasons.count(neuron.weights.length + neuron.biases.length, "parameter");
    const learns = !findings.includes("not-learning");
    if (neuron.activation !== "relu" || !(numbers.sum.high <= 0) || learns) {
      const learning = !learns ? `and the gradients of its ${parameters} are exactly 0, too`
        : numbers.gradientNorm === 0
          ? "and its weights get no gradient only because their inputs are 0"
          : "but its weights still learn";
      return `its output is exactly 0 over ${all}, ${learning}`;
    }
    const proof = findings.includes("cannot-fire")
      ? "; it cannot fire anywhere between the smallest and largest inputs" : "";
    const cure = neuron.layer === 1
      ? "gradient descent alone cannot bring it back"
      : "only changes in the layers before it can bring it back";
    return `its pre-activation is at most ${Numbers.text(numbers.sum.high)} over ${all}, so its `
      + `output is exactly 0 and the gradients of its ${parameters} are exactly 0${proof}; ${cure}`;
  },

  noEffect({ numbers, findings }) {
    const why = findings.includes("cancelled")
      ? "what it adds cancels or is lost in rounding"
      : "there everything it feeds is off or has weight 0";
    return `it ${Reasons.firing(numbers)}, but ${why}: no `
      + "output changes by even one bit without it";
  },

  activity({ numbers }) {
    const saturation = numbers.saturated > 0
      ? `, saturated in ${Reasons.share(numbers, numbers.saturated)}` : "";
    if (Number.isNaN(numbers.effect)) {
      return `${Reasons.firing(numbers)}${saturation}; what changes without it cannot be told, since `
        + "an output is nan with it and without";
    }
    return `${Reasons.firing(numbers)}${saturation}; without `
      + `it outputs change by up to ${Numbers.text(numbers.effect)} and the loss by `
      + Numbers.signed(numbers.lossChange / numbers.count);
  },

  all(numbers) {
    const { leastInstances: least, mostInstances: most } = numbers;
    const places = most === 1 ? "" : least === most ? ` at all ${most} places` : " at all places";
    return Reasons.examples(numbers) + places;
  },
  examples({ count }) { return count === 1 ? "the only example" : `all ${count} examples`; },
  firing(numbers) {
    const examples = `in ${Reasons.share(numbers, numbers.count - numbers.silent)}`;
    return numbers.output.count === numbers.count ? `fires ${examples}`
      : `fires at ${numbers.firing} of ${numbers.output.count} places, ${examples}`;
  },
  share(numbers, part) { return `${part} of ${Reasons.count(numbers.count, "example")}`; },
  count(number, word) { return `${number} ${word}${number === 1 ? "" : "s"}`; },
};
