// The drawing with one box a value.

class ScalarView {
  constructor(drawing, network) {
    this.svg = parseSVG(drawing.svg);
    this.network = network;
    const find = (id) => this.svg.querySelector(`#v_${id}`);
    const { boxes, edges, operations, scopes } = drawing.outline;
    const [program] = network.programs;
    this.boxes = boxes.map((id, index) => {
      const group = find(`n${id}`);
      return {
        id, group, operation: operations[index],
        scope: program.scopes[program.order[id]].join("/"),
        data: group.querySelector("text.d"), gradient: group.querySelector("text.g"),
        role: ["root", "parameter", "input", "constant"]
          .find((role) => group.classList.contains(role)) ?? "intermediate",
        edges: edges[index].map(([source, consumer, slot], place) => ({
          source, consumer, slot, group: find(`e${id}_${place}`), first: find(`e${id}_${place}_a`),
        })),
      };
    });
    this.byID = new Map(this.boxes.map((box) => [box.id, box]));
    this.parameters = new Map(program.parameters.map((node, index) => [program.ids[node], index]));
    this.scopes = scopes.map((name, index) => {
      const group = find(`c${index}`);
      return { name, group, text: group?.querySelector("text") };
    });
    const head = this.svg.querySelectorAll(".head text");
    [this.title, this.detail] = head;
  }

  draw(now) {
    Write.text(this.title, now.title);
    Write.text(this.detail, now.detail);
    Write.attribute(this.svg, "aria-label", `${now.title}; ${now.detail}`);
    this.use(now.replay);
    const { data } = now.replay;
    this.origin = this.program.computed.find((node) => !Number.isFinite(data[node])
      && this.program.operands(node).every((operand) => Number.isFinite(data[operand])));
    for (const scope of this.scopes) this.drawScope(scope, now);
    for (const box of this.boxes) this.drawBox(box, now);
  }

  /** Takes the positions of the program that is shown; ids are the same in all. */
  use(replay) {
    if (this.program === replay.program) return;
    this.program = replay.program;
    this.users = null;
    const { order } = this.program;
    for (const box of this.boxes) {
      box.node = order[box.id];
      for (const edge of box.edges) {
        [edge.from, edge.user] = [order[edge.source], order[edge.consumer]];
        edge.isThere = this.program.operands(edge.user)[edge.slot] === edge.from;
      }
    }
  }

  drawScope({ name, group, text }, now) {
    const reading = now.readings.get(name);
    const last = name.split("/").pop().replace(/([^0-9])([0-9]+)$/, "$1 $2");
    const verdict = now.zeroed.has(name) ? "zeroed" : reading?.verdict;
    Write.text(text, verdict ? `${last} · ${Verdicts.words[verdict]}` : last || "scope");
    const isDim = now.isDim(name) && this.network.judgedNames.has(name);
    Write.attribute(group, "class",
      `cluster${now.selected === name ? " selected" : ""}${isDim ? " dim" : ""}`);
  }

  drawBox(box, now) {
    const { replay, moment } = now;
    const value = replay.data[box.node];
    const gradient = replay.gradients[box.node];
    const isKnown = !moment || moment.isKnown[box.node] === 1;
    const isComplete = !moment || moment.isComplete[box.node] === 1;
    const isActive = moment && (moment.active.has(box.node)
      || box.edges.some(({ user }) => moment.active.has(user)));
    const parameter = this.parameters.get(box.id);
    const isMoved = moment?.phase === "update" && parameter !== undefined && now.next;
    const isWithoutInput = this.isWithoutInput(box, now);
    const isChanged = (parameter !== undefined && now.edits.has(parameter))
      || replay.clamps.has(box.node);
    const classes = ["node", box.role, value === 0 ? "zero" : "", gradient === 0 ? "nograd" : "",
      Number.isFinite(value) && Number.isFinite(gradient) ? "" : "nonfinite",
      box.node === this.origin ? "origin" : "", isKnown ? "" : "pending",
      isActive || isMoved ? "now" : "", isChanged ? "changed" : "",
      now.selected && this.isOutside(box.scope, now) ? "dim" : ""].filter(Boolean).join(" ");
    Write.attribute(box.group, "class", classes);
    const shown = isMoved ? now.next[parameter] : value;
    Write.text(box.data, isKnown ? Numbers.text(shown) : "·");
    Write.text(box.gradient, box.role === "constant" ? "—" : !isComplete ? "·"
      : isWithoutInput ? "0 (input 0)" : Numbers.text(gradient));
    Write.attribute(box.group, "aria-label", this.label(box, now).replace(/\n/g, "; "));
    for (const edge of box.edges) this.drawEdge(edge, box, now);
  }

  isOutside(scope, { selected }) {
    return this.network.judgedNames.has(selected) && scope !== selected;
  }

  /** A weight whose gradient is 0 only because what it multiplies is 0. */
  isWithoutInput(box, { replay }) {
    if (box.role !== "parameter" || replay.gradients[box.node] !== 0) return false;
    const { program } = replay;
    const users = this.usersOf(box.node);
    return users.length > 0 && users.some((user) => {
      const operands = program.operands(user);
      const other = operands[0] === box.node ? operands[1] : operands[0];
      return program.operations[user] === "multiply" && replay.data[other] === 0
        && replay.gradients[user] !== 0;
    });
  }

  usersOf(node) {
    this.users ??= (() => {
      const users = Array.from({ length: this.program.count }, () => []);
      for (const user of this.program.computed) {
        for (const operand of this.program.operands(user)) users[operand].push(user);
      }
      return users;
    })();
    return this.users[node];
  }

  drawEdge(edge, box, now) {
    const { replay, moment } = now;
    const slope = replay.slopes(edge.user)[edge.slot];
    const gradient = replay.gradients[edge.user];
    const isPending = moment && moment.isKnown[edge.from] !== 1;
    const isActive = moment && moment.active.has(edge.user) && moment.phase !== "update";
    const isDim = now.selected && this.isOutside(box.scope, now);
    const classes = ["edge", edge.isThere ? "" : "absent", gradient === 0 || slope === 0 ? "off" : "",
      isPending ? "pending" : "", isActive ? "now" : "", isDim ? "dim" : ""]
      .filter(Boolean).join(" ");
    Write.attribute(edge.group, "class", classes);
    Write.attribute(edge.first, "class", classes);
  }

  /** What is behind a box, in words and exact numbers. */
  label(box, now) {
    const { program, parameters } = this;
    const { replay } = now;
    const name = program.names[box.node];
    const place = program.scopes[box.node].join(" · ");
    const head = [place, name ?? box.operation].filter(Boolean).join(" · ");
    const lines = [head];
    const operands = program.operands(box.node);
    if (operands.length) {
      const isSum = box.operation === "Σ";
      const terms = isSum ? box.edges.map(({ from }) => Numbers.text(replay.data[from])) : [];
      const formula = isSum ? `${terms.slice(0, 6).join(" + ")}${terms.length > 6 ? " + …" : ""}`
        : Inner.prototype.forwardWords.call({ program }, box.node, replay.data)
          .replace(/^.* = (?=.* = )/, "").replace(/ = [^=]*$/, "");
      lines.push(`${formula} = ${Numbers.exact(replay.data[box.node])}`);
    } else {
      lines.push(`${box.role}, data ${Numbers.exact(replay.data[box.node])}`);
    }
    if (box.role !== "constant") {
      lines.push(`gradient ∂L/∂ = ${Numbers.exact(replay.gradients[box.node])}`);
    }
    if (replay.data[box.node] === 0) lines.push("exactly zero");
    if (box.node === this.origin) lines.push("the first value that is not finite");
    if (this.isWithoutInput(box, now)) {
      lines.push("gradient 0 only because what it multiplies is 0 here: not useless");
    }
    if (parameters.has(box.id)) lines.push("click to change it");
    return lines.join("\n");
  }

  part(group, now) {
    const [, letter, first, second] = group.id.match(/_([nec])(\d+)(?:_(\d+))?/) ?? [];
    if (letter === "c") {
      const scope = this.scopes[first];
      const reading = now.readings.get(scope?.name);
      return scope ? {
        words: [scope.name, reading?.reason].filter(Boolean).join("\n"),
        neuron: this.network.names.has(scope.name) ? scope.name : null,
      } : null;
    }
    const box = this.byID.get(Number(first));
    if (!box) return null;
    if (letter === "n") {
      const parameter = this.parameters.get(box.id);
      const neuron = this.network.names.has(box.scope) ? box.scope : null;
      return { words: this.label(box, now), parameter, neuron: parameter === undefined ? neuron : null };
    }
    const edge = box.edges[second];
    const { replay } = now;
    const slope = replay.slopes(edge.user)[edge.slot];
    const gradient = replay.gradients[edge.user];
    const name = this.program.names[edge.from] ?? this.program.operations[edge.from];
    return {
      words: `${name} → ${box.operation}\npasses back ${Numbers.exact(slope * gradient)} = `
        + `${Numbers.exact(slope)} × ${Numbers.exact(gradient)}\n(local derivative × gradient)`,
    };
  }

  groupsOf(neuron) {
    const scope = this.scopes.find(({ name }) => name === neuron);
    return scope?.group ? [scope.group]
      : this.boxes.filter((box) => box.scope === neuron).map((box) => box.group);
  }
}
