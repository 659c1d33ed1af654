// The drawing with one box a neuron: the places are those of the file, the numbers are written in.

/** Sets what changed, and nothing else. */
const Write = {
  text(element, text) { if (element && element.textContent !== text) element.textContent = text; },
  attribute(element, name, value) {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  },
};

const Shade = {
  size(value) { return Number.isFinite(value) ? Math.abs(value) / (1 + Math.abs(value)) : 1; },
  box(value) {
    if (!Number.isFinite(value) || value === 0) return "";
    const level = Math.min(4, 1 + Math.floor(Shade.size(value) * 4));
    return ` ${value > 0 ? "p" : "n"}${level}`;
  },
};

/** One number, or the mean and range of several. */
const PlaceNumbers = {
  of(numbers, positions) {
    if (positions.length === 1) {
      const value = numbers[positions[0]];
      return { value, text: Numbers.text(value), words: Numbers.exact(value) };
    }
    const extent = new Extent();
    for (const position of positions) extent.add(numbers[position]);
    const [low, high] = [extent.low, extent.high].map(Numbers.short);
    return {
      value: extent.mean, text: low === high ? low : `${low} … ${high}`,
      words: `from ${Numbers.exact(extent.low)} to ${Numbers.exact(extent.high)}, mean `
        + Numbers.exact(extent.mean),
    };
  },
};

class NeuronView {
  constructor(source, network) {
    this.network = network;
    this.svg = parseSVG(source);
    this.title = this.svg.querySelector(".title text");
    this.detail = this.svg.querySelector("#n_detail text");
    const { places, connections } = network.run.outline;
    this.places = places.map((place, id) => this.box(place, id));
    this.lightness = Math.min(1, Math.sqrt(300 / Math.max(1, connections.length)));
    this.connections = connections.map((connection, id) => {
      const group = this.svg.querySelector(`#n_e${id}`);
      return {
        ...connection, id, group, path: group.querySelector("path"),
        label: group.querySelector("text"),
      };
    });
  }

  box(place, id) {
    const group = this.svg.querySelector(`#n_n${id}`);
    const find = (name) => [...group.querySelectorAll(`text.${name}`)];
    const track = group.querySelector(".track");
    return {
      ...place, id, group, corner: find("t")[0], percent: find("t")[1], values: find("d"),
      gradients: find("g"), line: find("k")[0], bar: group.querySelector(".bar"),
      room: track ? Number(track.getAttribute("width")) : 0,
      isLoss: id === this.network.run.outline.places.length - 1,
    };
  }

  draw(now) {
    Write.text(this.title, now.title);
    Write.text(this.detail, now.detail);
    Write.attribute(this.svg, "aria-label", `${now.title}; ${now.detail}`);
    this.values = this.places.map((place) => this.numbers(place, now));
    for (const place of this.places) this.drawBox(place, this.values[place.id], now);
    for (const connection of this.connections) this.drawConnection(connection, now);
  }

  /** What is known of a box now; of a neuron with several places the means and ranges over them. */
  numbers(place, { replay, program: index, moment, probabilities }) {
    const positions = place.positions[index];
    const sums = place.preactivations?.[index];
    const isKnown = (nodes) => !moment || nodes.every((node) => moment.isKnown[node] === 1);
    const isComplete = (nodes) => !moment || nodes.every((node) => moment.isComplete[node] === 1);
    const isActive = (node) => moment.active.has(node);
    const rank = positions.length === 1 ? replay.program.outputs.indexOf(positions[0]) : -1;
    const output = PlaceNumbers.of(replay.data, positions);
    const sum = sums && PlaceNumbers.of(replay.data, sums);
    const gradient = PlaceNumbers.of(replay.gradients, positions);
    const sumGradient = sums && PlaceNumbers.of(replay.gradients, sums);
    return {
      isKnown: isKnown(positions),
      isActive: moment ? positions.some(isActive) || (sums ?? []).some(isActive) : false,
      outputs: output, sums: sum, sumGradients: sumGradient, output: output.value,
      outputText: isKnown(positions) ? output.text : "·",
      sum: sum ? sum.value : null, sumText: sum && isKnown(sums) ? sum.text : "·",
      sumGradientText: sum && isComplete(sums) ? sumGradient.text : "·",
      gradientText: isComplete(positions) ? gradient.text : "·",
      sumGradient: sum ? sumGradient.value : null, gradient: gradient.value,
      firing: `at ${positions.filter((node) => replay.data[node] !== 0).length} of ${positions.length}`,
      isSeveral: positions.length > 1,
      probability: rank >= 0 && probabilities ? probabilities[rank] : null,
    };
  }

  drawBox(place, value, now) {
    const reading = now.readings.get(place.name);
    const isZeroed = now.zeroed.has(place.name);
    const verdict = isZeroed ? "zeroed" : reading?.verdict;
    const acts = !isZeroed && Verdicts.acts(verdict);
    const kind = place.isLoss ? "loss" : place.isInput ? "input" : place.isOutput ? "output" : "neuron";
    const shown = value.sumGradient ?? value.gradient;
    const classes = ["node", kind, verdict ?? "", acts ? "" : "off",
      Number.isFinite(value.output) ? "" : "nonfinite", shown === 0 ? "nograd" : "",
      value.isKnown ? "" : "pending", value.isActive ? "now" : "", isZeroed ? "changed" : "",
      now.selected === place.name ? "selected" : "", now.isDim(place.name) ? "dim" : ""]
      .filter(Boolean).join(" ")
      + (acts && value.isKnown && (kind === "neuron" || kind === "output")
        ? Shade.box(value.output) : "");
    Write.attribute(place.group, "class", classes);
    const label = this.corner(kind, place, verdict, now);
    if (label !== null) Write.text(place.corner, label);
    this.drawNumbers(place, kind, value);
    if (place.bar && reading) {
      const fires = reading.fires;
      Write.attribute(place.bar, "width", String(Math.round((fires || 0) * place.room * 1e4) / 1e4));
      Write.text(place.percent, Numbers.percent(fires));
    }
    Write.attribute(place.group, "aria-label", this.label(place, value, now).replace(/\n/g, "; "));
  }

  corner(kind, place, verdict, now) {
    if (verdict) return Verdicts.words[verdict];
    if (kind !== "output") return null;
    const outputs = this.places.filter((other) => other.isOutput);
    const isTarget = outputs.length > 1 && now.example.target.label === outputs.indexOf(place);
    return isTarget ? "◄ label" : "output";
  }

  drawNumbers(place, kind, value) {
    if (place.values.length === 0) {
      Write.text(place.line, this.compact(place, kind, value));
      return;
    }
    const rows = [];
    if (place.activation) rows.push(value.sumText);
    rows.push(value.outputText);
    if (value.probability !== null) rows.push(value.isKnown ? Numbers.text(value.probability) : "·");
    if (value.isSeveral && place.preactivations) rows.push(value.isKnown ? value.firing : "·");
    rows.forEach((text, row) => Write.text(place.values[row], text));
    const gradient = place.preactivations ? value.sumGradientText : value.gradientText;
    Write.text(place.gradients[0], gradient);
  }

  /** The numbers of a small box in one line. */
  compact(place, kind, value) {
    const short = (text, number) => (
      text === "·" || value.isSeveral ? text : Numbers.short(number));
    const output = short(value.outputText, value.output);
    const parts = place.activation
      ? [`z ${short(value.sumText, value.sum)}`, `h ${output}`]
      : [`${kind === "output" ? "z" : "value"} ${output}`];
    if (place.preactivations && value.isSeveral) parts.push(value.firing);
    else if (place.preactivations) {
      parts.push(`∂L/∂z ${short(value.sumGradientText, value.sumGradient)}`);
    }
    return parts.join(" · ");
  }

  drawConnection(connection, now) {
    const { source, target, parameter, group, path, label } = connection;
    const [from, to] = [this.values[source], this.values[target]];
    const weight = parameter === undefined ? 1 : now.parameters[parameter];
    const adds = this.contribution(connection, weight, now) + 0;
    const isToLoss = parameter === undefined && this.places[target].isLoss;
    connection.adds = adds;
    const kind = adds === 0 ? "none" : !Number.isFinite(adds) ? "broken"
      : isToLoss ? "toloss" : adds < 0 ? "minus" : "plus";
    const { moment } = now;
    const isPending = moment && !from.isKnown;
    const isActive = moment && to.isActive && moment.phase !== "update";
    const names = [this.places[source].name, this.places[target].name];
    const isDim = now.selected && !names.includes(now.selected);
    const isChanged = parameter !== undefined && now.edits.has(parameter);
    const shown = ["edge", kind, isPending ? "pending" : "", isActive ? "now" : "",
      isDim ? "dim" : "", isChanged ? "changed" : ""].filter(Boolean).join(" ");
    Write.attribute(group, "class", shown);
    const plain = adds === 0 || !Number.isFinite(adds) || isToLoss;
    const size = Shade.size(adds);
    const width = (plain ? 0.9 : 0.7 + 4.3 * size) * this.lightness;
    const opacity = adds === 0 ? 1 : 0.5 * this.lightness * (1 - size) + 0.95 * size;
    Write.attribute(path, "stroke-width", String(Math.round(width * 1e4) / 1e4));
    Write.attribute(path, "stroke-opacity", String(Math.round(opacity * 1e4) / 1e4));
    if (label) {
      const moved = moment?.phase === "update" && now.next ? now.next[parameter] : weight;
      Write.text(label, Numbers.short(moved));
    }
  }

  /** All that the source adds to the target. */
  contribution({ source, terms }, weight, { replay, program, parameters }) {
    if (!terms) return weight * this.values[source].output;
    const own = terms[program];
    let sum = null;
    for (let place = 0; place < own.length; place += 2) {
      const term = (own[place] < 0 ? 1 : parameters[own[place]]) * replay.data[own[place + 1]];
      sum = sum === null ? term : sum + term;
    }
    return sum ?? 0;
  }

  /** What is behind a box, in words and exact numbers. */
  label(place, value, now) {
    const lines = [`${place.name}${place.label === place.name.split("/").pop() ? "" : ` (${place.label})`}`];
    const reading = now.readings.get(place.name);
    if (now.zeroed.has(place.name)) lines.push("its output is set to 0: what if it were off?");
    else if (reading) lines.push(reading.reason);
    if (value.isSeveral) return [...lines, ...this.rangeLines(place, value)].join("\n");
    if (place.activation) {
      lines.push(`pre-activation z = ${this.sum(place, now)} = ${Numbers.exact(value.sum)}`);
      lines.push(`${place.activation}(z) = ${Numbers.exact(value.output)}`);
      lines.push(`∂L/∂z = ${Numbers.exact(value.sumGradient)}`);
      lines.push(`∂L/∂${place.activation} = ${Numbers.exact(value.gradient)}`);
    } else {
      const sum = place.preactivations ? `${this.sum(place, now)} = ` : "";
      lines.push(`value = ${sum}${Numbers.exact(value.output)}`);
      if (!place.isLoss) lines.push(`gradient = ${Numbers.exact(value.gradient)}`);
    }
    if (value.probability !== null) lines.push(`probability ${Numbers.exact(value.probability)}`);
    return lines.join("\n");
  }

  /** The ranges over all places of a neuron, or over inputs that share a box. */
  rangeLines(place, { outputs, sums, sumGradients, firing }) {
    if (!place.preactivations) return [`values ${outputs.words}`];
    const lines = place.activation ? [`pre-activation z ${sums.words}`] : [];
    return [...lines, `${place.activation ?? "value"} ${outputs.words}, not 0 ${firing} places`,
      `∂L/∂z ${sumGradients.words}`];
  }

  /** The sum of a neuron in numbers, as far as there is room. */
  sum(place, now) {
    const terms = this.connections.filter((connection) => connection.target === place.id)
      .map(({ source, parameter }) => {
        const input = Numbers.text(this.values[source].output);
        return parameter === undefined ? input
          : `${Numbers.text(now.parameters[parameter])}·${input}`;
      });
    return `b + ${terms.slice(0, 6).join(" + ")}${terms.length > 6 ? " + …" : ""}`;
  }

  connectionLabel({ source, target, parameter, adds, terms }, now) {
    const names = `${this.places[source].name} → ${this.places[target].name}`;
    if (terms) {
      return `${names}\nadds ${Numbers.exact(adds)} in all, in ${terms[now.program].length / 2} terms`;
    }
    if (parameter === undefined) return `${names}\n${Numbers.exact(adds)}`;
    const weight = now.parameters[parameter];
    return `${names}\nadds ${Numbers.exact(adds)} = ${Numbers.exact(weight)} × `
      + `${Numbers.exact(this.values[source].output)}\nclick to change the weight`;
  }

  /** What a part of the drawing is: a neuron, a parameter, and its words. */
  part(group, now) {
    const [, letter, number] = group.id.match(/_([nec])(\d+)/) ?? [];
    if (letter === "e") {
      const connection = this.connections[number];
      return { words: this.connectionLabel(connection, now), parameter: connection.parameter };
    }
    const place = this.places[number];
    if (!place) return null;
    const isNeuron = Boolean(place.preactivations);
    return {
      words: this.label(place, this.values[place.id], now), neuron: isNeuron ? place.name : null,
    };
  }

  groupsOf(neuron) {
    return this.places.filter((place) => place.name === neuron).map((place) => place.group);
  }
}

function parseSVG(source) {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  const svg = document.importNode(parsed, true);
  for (const group of svg.querySelectorAll("g.node")) {
    if (!/_n\d+$/.test(group.id)) continue;
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
  }
  svg.removeAttribute("role");
  return svg;
}
