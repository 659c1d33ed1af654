// The clock inside a step: forward, loss, backward, update.

class Inner {
  /** @param by "operation", "neuron" or "layer" */
  constructor(program, by) {
    this.program = program;
    const forward = this.groups(by);
    const nodes = forward.flatMap((group) => group.nodes);
    const back = forward.map((group) => ({
      ...group, nodes: group.nodes.filter((node) => program.reaches[node]).reverse(),
    })).filter((group) => group.nodes.length).reverse();
    const number = (groups, phase) => groups.map((group, place) => (
      { ...group, phase, place: place + 1, count: groups.length }));
    this.stops = [
      ...number(forward, "forward"), { phase: "loss", nodes: [program.root] },
      ...number(back, "backward"), { phase: "update", nodes: [] },
    ];
    this.computed = nodes;
    this.users = Array.from({ length: program.count }, () => []);
    for (const node of nodes) {
      for (const operand of program.operands(node)) this.users[operand].push(node);
    }
  }

  /** Operations in recorded order, next ones together that belong together. */
  groups(by) {
    const { program } = this;
    const groups = [];
    for (const node of program.order) {
      if (program.ops[node].arity === 0) continue;
      const scope = program.scopes[node];
      const key = by === "layer" ? scope[0] ?? "" : scope.join("/");
      const last = groups[groups.length - 1];
      if (by !== "operation" && last && last.key === key) last.nodes.push(node);
      else groups.push({ key, nodes: [node] });
    }
    return groups;
  }

  /** What is known at a stop: which values, which gradients, and what happens there. */
  moment(index) {
    const { program, stops } = this;
    const isKnown = new Uint8Array(program.count).fill(1);
    const isComplete = new Uint8Array(program.count);
    const stop = stops[index];
    if (stop.phase === "forward") {
      for (const later of stops.slice(index + 1)) {
        if (later.phase === "forward") for (const node of later.nodes) isKnown[node] = 0;
      }
    } else if (stop.phase !== "loss") this.complete(index, isComplete);
    return { ...stop, index, isKnown, isComplete, active: new Set(stop.nodes) };
  }

  complete(index, isComplete) {
    const { program, stops } = this;
    const isDone = new Uint8Array(program.count);
    for (const earlier of stops.slice(0, index + 1)) {
      if (earlier.phase === "backward") for (const node of earlier.nodes) isDone[node] = 1;
    }
    for (let node = 0; node < program.count; node++) {
      isComplete[node] = node === program.root || this.users[node].every(
        (user) => isDone[user] || !program.reaches[user]) ? 1 : 0;
    }
  }

  name(node) {
    const { program } = this;
    return program.names[node] ?? (program.ops[node].arity === 0
      ? Numbers.plain(program.start[node]) : program.operations[node]);
  }

  /** The arithmetic of an operation: `relu(−0.5100) = 0`. */
  forwardWords(node, data) {
    const { program } = this;
    const numbers = program.operands(node).map((operand) => Numbers.text(data[operand]));
    const { symbol } = program.ops[node];
    const formula = /[a-z√]/.test(symbol) ? `${symbol}(${numbers.join(", ")})`
      : numbers.length === 1 ? `${symbol}${numbers[0]}` : numbers.join(` ${symbol} `);
    const name = program.names[node] ? `${program.names[node]} = ` : "";
    return `${name}${formula} = ${Numbers.text(data[node])}`;
  }

  /** What an operation passes back to each operand: `w2: 0.64 = 1.0 × 0.64`. */
  backwardWords(node, replay) {
    const { program } = this;
    const gradient = replay.gradients[node];
    const slopes = replay.slopes(node);
    return program.operands(node).map((operand, place) => (
      program.ops[operand] === Ops.constant ? null
        : `${this.name(operand)}: ${Numbers.text(slopes[place] * gradient)} = `
          + `${Numbers.text(slopes[place])} × ${Numbers.text(gradient)}`)).filter(Boolean);
  }
}
