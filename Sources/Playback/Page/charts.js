// The losses and the timeline, each with a cursor at the step that is shown.

class LossChart {
  constructor(app) {
    this.app = app;
    this.svg = document.getElementById("loss-chart");
    this.svg.addEventListener("click", (event) => {
      const box = this.svg.getBoundingClientRect();
      const share = (event.clientX - box.left - 56) / (box.width - 72);
      app.go(Math.round(share * (app.steps.count - 1)));
    });
  }

  draw(now) {
    const { steps } = this.app;
    const width = this.svg.clientWidth || 800;
    const height = 260;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const x = (step) => 56 + (width - 72) * (steps.count < 2 ? 0 : step / (steps.count - 1));
    const known = [...steps.losses, ...steps.validationLosses].filter(Number.isFinite);
    const high = Math.max(...known, 1e-300) * 1.05;
    const low = Math.min(0, ...known);
    const y = (loss) => 14 + (height - 44) * (1 - (loss - low) / (high - low));
    if (this.width !== width) {
      this.width = width;
      this.svg.innerHTML = this.axes(x, y, low, high, width, height)
        + this.curve(steps.losses, "train", x, y) + this.curve(steps.validationLosses, "validation", x, y)
        + '<line class="cursor"/>';
    }
    const cursor = this.svg.querySelector(".cursor");
    for (const [name, value] of Object.entries({
      x1: x(now.step), x2: x(now.step), y1: 14, y2: height - 30,
    })) Write.attribute(cursor, name, String(value));
    const words = `${steps.words(now.step)}: training loss ${Numbers.text(steps.losses[now.step])}`;
    Write.attribute(this.svg, "aria-label", words);
    Write.text(document.getElementById("loss-words"),
      `${words}. Solid: training; dashed: validation, where there is one. Click to go to a step.`);
  }

  axes(x, y, low, high, width, height) {
    const { steps } = this.app;
    const levels = [0, 0.25, 0.5, 0.75, 1].map((share) => low + (high - low) / 1.05 * share);
    const places = [...new Set([0, 0.25, 0.5, 0.75, 1].map(
      (share) => Math.round(share * (steps.count - 1))))];
    return levels.map((level) => `<line class="axis" x1="56" x2="${width - 16}" y1="${y(level)}" `
      + `y2="${y(level)}"/><text x="50" y="${y(level) + 4}" text-anchor="end">`
      + `${Numbers.short(level)}</text>`).join("")
      + places.map((place) => `<text x="${x(place)}" y="${height - 10}" text-anchor="middle">`
        + `${steps.isEnd(place) ? "end" : steps.numbers[place]}</text>`).join("");
  }

  curve(losses, name, x, y) {
    const points = [...losses].map((loss, step) => [step, loss])
      .filter(([, loss]) => Number.isFinite(loss));
    if (!points.length) return "";
    const path = points.map(([step, loss], place) =>
      `${place ? "L" : "M"}${x(step).toFixed(1)},${y(loss).toFixed(1)}`).join("");
    return `<path class="${name}" d="${path}"/>`;
  }
}

class Timeline {
  constructor(app) {
    this.app = app;
    this.canvas = document.getElementById("timeline");
    const { history } = app.run;
    this.history = history;
    this.left = 8 + 7 * Math.max(4, ...history.names.map((name) => name.length));
    this.row = history.names.length > 24 ? 13 : 19;
    this.canvas.addEventListener("click", (event) => {
      const box = this.canvas.getBoundingClientRect();
      const column = Math.floor((event.clientX - box.left - this.left) / this.column);
      const neuron = history.names[Math.floor((event.clientY - box.top) / this.row)];
      if (column >= 0) app.go(Math.min(column, app.steps.count - 1));
      if (neuron) app.select(neuron, true);
    });
    this.writeEvents();
  }

  /** The deaths and births as buttons: the same marks, for the keyboard and for reading. */
  writeEvents() {
    const { steps } = this.app;
    const shown = this.history.events.slice(0, 60);
    const buttons = shown.map(({ neuron, column, kind }) => {
      const button = document.createElement("button");
      const name = this.history.names[neuron];
      const when = steps.isEnd(column) ? "at the end" : `at step ${steps.numbers[column]}`;
      button.textContent = kind === "death" ? `× ${name} died ${when}` : `▲ ${name} came back ${when}`;
      button.addEventListener("click", () => {
        this.app.select(name, true);
        this.app.go(column);
      });
      return button;
    });
    document.getElementById("events").replaceChildren(...buttons);
    const rest = this.history.events.length - shown.length;
    Write.text(document.getElementById("timeline-words"),
      `One row a neuron, one column a step: the darker, the more ${this.app.network.hasPlaces
        ? "places in training examples it fires at" : "training examples it fires in"}. `
      + "× died, ▲ came back. Click to go there."
      + (this.history.events.length === 0 ? " No neuron died." : "")
      + (rest > 0 ? ` ${rest} more marks are only in the picture.` : ""));
  }

  draw(now) {
    const { history } = this;
    const { steps } = this.app;
    const ratio = window.devicePixelRatio || 1;
    const room = this.canvas.parentElement.clientWidth;
    if (!room) return;
    this.column = Math.max(2, (room - this.left - 4) / steps.count);
    const width = Math.ceil(this.left + this.column * steps.count + 2);
    const height = this.row * history.names.length + 2;
    const colors = getComputedStyle(document.documentElement);
    const color = (name) => colors.getPropertyValue(name).trim();
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    const context = this.canvas.getContext("2d");
    context.scale(ratio, ratio);
    this.drawRows(context, now, color);
    this.drawMarks(context, color);
    context.strokeStyle = color("--amber");
    context.lineWidth = 2;
    const x = this.left + this.column * (now.step + 0.5);
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height);
    context.stroke();
    Write.attribute(this.canvas, "aria-label",
      `${this.app.network.hasPlaces
        ? "At which share of their places in the" : "In which share of the"} examples ${history.names.length} neurons fire over `
      + `${steps.count} steps; ${history.events.length} deaths and births, listed below.`);
  }

  drawRows(context, now, color) {
    const { history, row, column, left } = this;
    context.font = `${Math.min(12, row - 2)}px Helvetica, Arial, sans-serif`;
    history.names.forEach((name, place) => {
      context.globalAlpha = 1;
      context.fillStyle = now.selected === name ? color("--amber") : color("--ink");
      context.fillText(name, 2, place * row + row - 5);
      context.fillStyle = color("--line");
      context.fillRect(left, place * row + row - 1.5, column * this.app.steps.count, 1);
      context.fillStyle = color("--plus");
      history.fires.forEach((fires, step) => {
        if (fires[place] === 0) return;
        context.globalAlpha = 0.12 + 0.88 * fires[place];
        const [start, end] = [step, step + 1].map((edge) => Math.round(left + edge * column));
        context.fillRect(start, place * row + 1, end - start, row - 3);
      });
    });
    context.globalAlpha = 1;
  }

  drawMarks(context, color) {
    for (const { neuron, column, kind } of this.history.events) {
      const x = this.left + column * this.column;
      const y = neuron * this.row + this.row / 2;
      context.fillStyle = kind === "death" ? color("--alarm") : color("--ink");
      context.fillText(kind === "death" ? "×" : "▲", x - 3, y + 4);
    }
  }
}
