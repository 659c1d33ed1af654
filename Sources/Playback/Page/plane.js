// The plane of a two-input problem: what the network says where, and the first layer's zero lines.

class Plane {
  constructor(app) {
    this.app = app;
    this.canvas = document.getElementById("plane");
    const { network } = app;
    this.isUsed = network.run.inputNames.length === 2;
    this.canvas.hidden = !this.isUsed;
    if (!this.isUsed) return;
    this.replay = new Replay(network.programs[0]);
    this.frame = this.range(network);
    const nodes = network.programs[0].count;
    this.cells = Math.max(16, Math.min(56, Math.round(Math.sqrt(400000 / nodes))));
    this.needed = this.withoutLoss(network.programs[0]);
    this.canvas.addEventListener("click", (event) => this.click(event));
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  range(network) {
    const extents = [new Extent(), new Extent()];
    for (const set of Object.values(network.sets)) {
      for (const { inputs } of set) inputs.forEach((input, place) => extents[place].add(input));
    }
    return extents.map(({ low, high }) => {
      const room = (high - low) * 0.12 || 1;
      return { low: low - room, high: high + room };
    });
  }

  /** The operations that outputs depend on. */
  withoutLoss(program) {
    const reaching = program.reaching(program.outputs);
    return program.computed.filter((node) => reaching[node]);
  }

  outputsAt(x, y) {
    const { program, data } = this.replay;
    [data[program.inputs[0]], data[program.inputs[1]]] = [x, y];
    this.replay.compute(this.needed);
    return program.outputs.map((node) => data[node]);
  }

  draw(now) {
    if (!this.isUsed) return;
    const { network } = this.app;
    const size = Math.round((this.canvas.clientWidth || 300) * (window.devicePixelRatio || 1));
    if (this.canvas.width !== size) this.canvas.width = this.canvas.height = size;
    this.replay.setParameters(now.parameters);
    this.replay.clamps = network.replays[0].clamps;
    const context = this.canvas.getContext("2d");
    this.colors = this.readColors();
    this.drawSurface(context, size);
    this.drawLines(context, size, now);
    this.drawExamples(context, size, now);
    this.describe(now);
  }

  readColors() {
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(name).trim();
    return {
      classes: [0, 1, 2, 3, 4].map((index) => color(`--class${index}`)), ink: color("--ink"),
      ground: color("--ground"), amber: color("--amber"), faint: color("--faint"),
    };
  }

  drawSurface(context, size) {
    const { network } = this.app;
    const { cells, colors } = this;
    const [across, up] = this.frame;
    const grid = [];
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        const x = across.low + (across.high - across.low) * (column + 0.5) / cells;
        const y = up.high - (up.high - up.low) * (row + 0.5) / cells;
        grid.push(this.outputsAt(x, y));
      }
    }
    const isClass = network.run.classNames.length > 0;
    const extent = new Extent();
    if (!isClass) for (const outputs of grid) extent.add(outputs[0]);
    const image = new ImageData(cells, cells);
    grid.forEach((outputs, place) => {
      const [color, share] = isClass ? this.certainty(outputs)
        : [outputs[0] > 0 ? colors.classes[0] : colors.classes[1],
          Math.abs(outputs[0]) / Math.max(1e-12, Math.abs(extent.low), Math.abs(extent.high))];
      const strength = 0.08 + 0.36 * Math.min(1, Math.max(0, share));
      const channels = [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
      image.data.set([...channels, Math.round(255 * strength)], 4 * place);
    });
    this.surface ??= document.createElement("canvas");
    this.surface.width = this.surface.height = cells;
    this.surface.getContext("2d").putImageData(image, 0, 0);
    context.fillStyle = colors.ground;
    context.fillRect(0, 0, size, size);
    context.drawImage(this.surface, 0, 0, size, size);
  }

  /** The colour of the class that outputs say, and how sure they are: from 0 to 1. */
  certainty(outputs) {
    const { network } = this.app;
    const said = network.prediction(outputs);
    const shares = network.probabilities(outputs);
    const count = Math.max(2, outputs.length);
    const share = !shares ? 0.5 : shares.length === 1 ? Math.abs(shares[0] - 0.5) * 2
      : (shares[said] - 1 / count) / (1 - 1 / count);
    return [this.colors.classes[said % 5], share];
  }

  toCanvas(size, x, y) {
    const [across, up] = this.frame;
    return [
      size * (x - across.low) / (across.high - across.low),
      size * (up.high - y) / (up.high - up.low),
    ];
  }

  /** Where the sum of each neuron of the first layer is 0. */
  drawLines(context, size, now) {
    const ratio = window.devicePixelRatio || 1;
    const { network } = this.app;
    const [program] = network.programs;
    const parameter = new Map(program.parameters.map((node, place) => [node, now.parameters[place]]));
    for (const neuron of network.neurons[0]) {
      if (neuron.layer !== 1 || neuron.isOutput) continue;
      const [{ inputs }] = neuron.instances;
      const weight = (input) => neuron.weights.filter((_, place) => inputs[place] === input)
        .reduce((sum, node) => sum + parameter.get(node), 0);
      const [a, b] = program.inputs.map(weight);
      const c = neuron.biases.reduce((sum, node) => sum + parameter.get(node), 0);
      const ends = this.crossings(a, b, c);
      if (ends.length < 2) continue;
      const isSelected = now.selected === neuron.name;
      const isOff = !Verdicts.acts(now.readings.get(neuron.name)?.verdict);
      context.strokeStyle = isSelected ? this.colors.amber : this.colors.ink;
      context.globalAlpha = isSelected ? 1 : isOff ? 0.4 : 0.75;
      context.lineWidth = (isSelected ? 3 : 1.2) * ratio;
      context.setLineDash(isOff ? [5 * ratio, 4 * ratio] : []);
      context.beginPath();
      ends.slice(0, 2).forEach(([x, y], place) => {
        context[place ? "lineTo" : "moveTo"](...this.toCanvas(size, x, y));
      });
      context.stroke();
      this.nameLine(context, size, neuron, ends[0], ratio);
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  nameLine(context, size, neuron, [x, y], ratio) {
    const [left, top] = this.toCanvas(size, x, y);
    context.font = `${11 * ratio}px Helvetica, Arial, sans-serif`;
    context.fillStyle = context.strokeStyle;
    context.globalAlpha = 1;
    const inside = (place) => Math.min(size - 12 * ratio, Math.max(6 * ratio, place));
    const number = neuron.name.match(/(\d+)$/)?.[1] ?? neuron.name;
    context.fillText(number, inside(left), inside(top) + 6 * ratio);
  }

  /** Where a·x + b·y + c = 0 meets the border. */
  crossings(a, b, c) {
    const [across, up] = this.frame;
    const found = [];
    for (const x of [across.low, across.high]) {
      const y = -(a * x + c) / b;
      if (y >= up.low && y <= up.high) found.push([x, y]);
    }
    for (const y of [up.low, up.high]) {
      const x = -(b * y + c) / a;
      if (x > across.low && x < across.high) found.push([x, y]);
    }
    return found;
  }

  drawExamples(context, size, now) {
    const ratio = window.devicePixelRatio || 1;
    for (const { inputs, target } of this.app.network.sets.train) {
      this.mark(context, size, inputs, target.label ?? 0, 3.4 * ratio);
    }
    const [x, y] = this.toCanvas(size, ...now.example.inputs);
    context.strokeStyle = this.colors.amber;
    context.lineWidth = 3 * ratio;
    context.beginPath();
    context.arc(x, y, 8 * ratio, 0, 2 * Math.PI);
    context.stroke();
    this.mark(context, size, now.example.inputs, now.example.target.label ?? 0, 4.4 * ratio);
  }

  /** A class has its colour and its shape: a circle, a square, a triangle, a diamond, a cross. */
  mark(context, size, inputs, label, radius) {
    const [x, y] = this.toCanvas(size, ...inputs);
    const corners = [0, 4, 3, 4, 4][label % 5];
    const turn = [0, Math.PI / 4, -Math.PI / 2, 0, Math.PI / 4][label % 5];
    context.fillStyle = this.colors.classes[label % 5];
    context.strokeStyle = this.colors.ground;
    context.lineWidth = Math.max(1, radius / 4);
    context.beginPath();
    if (corners === 0) context.arc(x, y, radius, 0, 2 * Math.PI);
    for (let corner = 0; corner < corners; corner++) {
      const angle = turn + 2 * Math.PI * corner / corners;
      context[corner ? "lineTo" : "moveTo"](
        x + 1.25 * radius * Math.cos(angle), y + 1.25 * radius * Math.sin(angle));
    }
    context.closePath();
    context.fill();
    context.stroke();
  }

  describe(now) {
    const { network } = this.app;
    const names = network.run.classNames;
    const shapes = ["●", "■", "▲", "◆", "■"];
    const classes = names.map((name, place) => `${shapes[place % 5]} ${name}`).join("  ");
    const lines = network.neurons[0].some((neuron) => neuron.layer === 1 && !neuron.isOutput)
      ? " Lines: where the sum of a first-layer neuron is 0; dashed where it has no effect." : "";
    Write.text(document.getElementById("plane-words"),
      `${classes ? `${classes}. ` : ""}Click to choose inputs.${lines}`);
    const inputs = network.run.inputNames.map((name, place) =>
      `${name} ${Numbers.plain(now.example.inputs[place])}`).join(", ");
    Write.attribute(this.canvas, "aria-label",
      `What the network says for every pair of inputs; chosen: ${inputs}. Arrow keys move it.`);
  }

  click(event) {
    const box = this.canvas.getBoundingClientRect();
    const [across, up] = this.frame;
    const x = across.low + (across.high - across.low) * (event.clientX - box.left) / box.width;
    const y = up.high - (up.high - up.low) * (event.clientY - box.top) / box.height;
    this.app.typeInputs([x, y].map((number) => Math.round(number * 1000) / 1000));
  }

  key(event) {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    this.app.typeInputs(this.app.now.example.inputs.map((input, place) => {
      const { low, high } = this.frame[place];
      return Math.round((input + move[place] * (high - low) / 50) * 1e6) / 1e6;
    }));
  }
}
