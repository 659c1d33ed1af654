// How the optimiser turns gradients into movements, from its recorded state.

const Optimizer = {
  /** Of each parameter the rows after this gradient and the movement that follows. */
  update(run, steps, step, parameters, gradients) {
    const rule = run.optimizer;
    const rows = steps.rowNames.map((_, row) => steps.row(step, row + 1));
    if (!rule || steps.isEnd(step)) return null;
    const rate = steps.learningRates[step];
    const momentum = Optimizer.momentum(rule, steps.numbers[step]);
    if (rule.kind === "sgd") return Optimizer.sgd(momentum, rate, rows, gradients);
    if (rule.kind === "momentum") {
      return Optimizer.moving(rule, momentum, rate, rows, parameters, gradients);
    }
    return Optimizer.adam(rule, rate, rows, steps.times[step] + 1, parameters, gradients);
  },

  /** The share of the last movement that is kept in the step of this number. */
  momentum(rule, number) {
    const phase = rule.momenta?.phases.findLast(({ from }) => from <= number);
    return phase ? phase.value : rule.momentum;
  },

  sgd(momentum, rate, [velocity], gradients) {
    const next = gradients.map((gradient, place) => momentum * velocity[place] + gradient);
    return { columns: { velocity: next }, movement: next.map((number) => -(rate * number)) };
  },

  moving(rule, momentum, rate, [last], parameters, gradients) {
    const movement = gradients.map(
      (gradient, place) => -rate * gradient + momentum * last[place]);
    const left = 1 - rule.weightDecay;
    return {
      columns: { movement },
      movement: movement.map(
        (number, place) => (parameters[place] + number) * left - parameters[place]),
    };
  },

  adam(rule, rate, [means, squares], time, parameters, gradients) {
    const [first, second] = rule.betas;
    const decay = rule.kind === "adamw" ? rule.weightDecay : 0;
    const corrections = [1 - Math.pow(first, time), 1 - Math.pow(second, time)];
    const m = gradients.map((gradient, place) => first * means[place] + (1 - first) * gradient);
    const v = gradients.map(
      (gradient, place) => second * squares[place] + (1 - second) * gradient * gradient);
    const movement = m.map((mean, place) => {
      const root = Math.sqrt(v[place] / corrections[1]);
      const length = mean / corrections[0] / (root + rule.epsilon);
      return -(rate * (length + decay * parameters[place]));
    });
    return { columns: { m, "√v": v.map(Math.sqrt) }, movement };
  },
};
