// The tables of neurons and of the optimiser.

const Element = {
  /** An element with text, attributes and children. */
  make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "text") element.textContent = value;
      else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  },
};

class NeuronTable {
  constructor(app) {
    this.app = app;
    this.panel = document.getElementById("panel-neurons");
    const head = ["neuron", "verdict here", "fires", "Δ outputs", "Δ loss", "set to 0", "why"];
    this.rows = app.network.judged.map((index) => this.row(app.network.neurons[0][index].name));
    const header = Element.make("tr", {}, ...head.map((text, place) =>
      Element.make("th", { text, scope: "col", ...(place === 6 ? { class: "words" } : {}) })));
    const table = Element.make("table", {}, Element.make("thead", {}, header),
      Element.make("tbody", {}, ...this.rows.map(({ row }) => row)));
    this.note = Element.make("p", { class: "small" });
    this.panel.append(this.note, Element.make("div", { class: "wide" }, table));
  }

  row(name) {
    const { app } = this;
    const button = Element.make("button", {
      class: "name", text: name, onclick: () => app.select(name, true),
    });
    const check = Element.make("input", {
      type: "checkbox", "aria-label": `Set ${name} to 0`,
      onchange: (event) => app.setZero(name, event.target.checked),
    });
    const cells = Array.from({ length: 4 }, () => Element.make("td"));
    const words = Element.make("td", { class: "words" });
    const row = Element.make("tr", {}, Element.make("td", {}, button), ...cells,
      Element.make("td", {}, check), words);
    return { name, row, cells, check, words };
  }

  draw(now) {
    const { judged } = now;
    const count = this.app.network.sets.train.length;
    Write.text(this.note, judged
      ? `${now.steps.words(now.step)}${now.isWhatIf ? ", changed" : ""}; fires and Δ (what changes `
        + `when the neuron is set to 0) over ${count} training examples, verdict and why for the `
        + `example above.${this.app.network.hasPlaces
          ? " Of a neuron with several places in an example fires is the share of all its places." : ""}`
      : "measuring …");
    for (const entry of this.rows) {
      const reading = now.readings.get(entry.name);
      const isZeroed = now.zeroed.has(entry.name);
      const verdict = isZeroed ? "zeroed" : reading?.verdict;
      const isOff = isZeroed || !Verdicts.acts(reading?.verdict);
      Write.attribute(entry.row, "class",
        `${now.selected === entry.name ? "selected " : ""}${isOff ? "off" : ""}`.trim());
      entry.check.checked = isZeroed;
      const numbers = reading?.numbers;
      const texts = [
        Verdicts.words[verdict] ?? "", numbers ? Numbers.percent(numbers.fires) : "",
        numbers ? Numbers.text(numbers.effect) : "",
        numbers ? Numbers.text(numbers.lossChange / numbers.count) : "",
      ];
      texts.forEach((text, place) => Write.text(entry.cells[place], text));
      Write.text(entry.words, isZeroed ? "set to 0: what if it were off?" : reading?.reason ?? "");
    }
  }
}

class OptimiserTable {
  static limit = 120;

  constructor(app) {
    this.app = app;
    this.panel = document.getElementById("panel-optimiser");
    this.sort = { column: "parameter", isDown: false };
    this.filter = Element.make("input", {
      type: "search", placeholder: "Filter, such as neuron3", "aria-label": "Filter parameters",
      oninput: () => this.draw(app.now),
    });
    this.note = Element.make("p", { class: "small" });
    this.head = Element.make("tr");
    this.body = Element.make("tbody");
    this.panel.append(
      Element.make("div", { class: "row" }, this.filter), this.note,
      Element.make("div", { class: "wide" },
        Element.make("table", {}, Element.make("thead", {}, this.head), this.body)));
    this.rows = [];
  }

  draw(now) {
    const { network, run } = this.app;
    const training = now.training();
    const update = Optimizer.update(run, now.steps, now.step, now.parameters, training.gradients);
    const recorded = now.recordedMovement();
    const movement = update ? update.movement : recorded;
    const columns = {
      parameter: network.parameterNames, value: now.parameters, gradient: training.gradients,
      ...(update?.columns ?? {}), ...(movement ? { update: movement } : {}),
    };
    this.drawHead(Object.keys(columns));
    const order = this.order(columns);
    this.drawBody(columns, order.slice(0, OptimiserTable.limit), now);
    const { optimizer } = run;
    const rate = now.steps.learningRates[now.step];
    Write.text(this.note,
      `${order.length} of ${now.parameters.length} parameters`
      + (order.length > OptimiserTable.limit ? `, the first ${OptimiserTable.limit} shown` : "")
      + (optimizer && rate ? ` · ${optimizer.kind}, learning rate ${Numbers.text(rate)}` : "")
      + " · gradient of the training loss; the other columns as they move the parameter in this "
      + "step. Change a value to ask what if.");
  }

  drawHead(names) {
    if (this.names?.join() === names.join() && this.shown === JSON.stringify(this.sort)) return;
    this.names = names;
    this.shown = JSON.stringify(this.sort);
    this.head.replaceChildren(...names.map((name) => {
      const isSorted = this.sort.column === name;
      const sign = isSorted ? (this.sort.isDown ? " ▼" : " ▲") : "";
      const button = Element.make("button", { text: name + sign, onclick: () => this.sortBy(name) });
      return Element.make("th", {
        scope: "col", "aria-sort": isSorted ? (this.sort.isDown ? "descending" : "ascending") : "none",
      }, button);
    }));
  }

  sortBy(column) {
    const isDown = this.sort.column === column ? !this.sort.isDown : column !== "parameter";
    this.sort = { column, isDown };
    this.draw(this.app.now);
  }

  /** Numbers by their size, names as they stand. */
  order(columns) {
    const words = this.filter.value.trim().toLowerCase();
    const places = columns.parameter.map((_, place) => place)
      .filter((place) => columns.parameter[place].toLowerCase().includes(words));
    const { column, isDown } = this.sort;
    const key = columns[column] && column !== "parameter"
      ? (place) => Math.abs(columns[column][place]) : (place) => place;
    return places.sort((a, b) => (key(a) - key(b) || a - b) * (isDown ? -1 : 1));
  }

  drawBody(columns, places, now) {
    const names = Object.keys(columns);
    while (this.rows.length < places.length) this.rows.push(this.row());
    for (const [index, place] of places.entries()) {
      const entry = this.rows[index];
      entry.place = place;
      while (entry.cells.length < names.length - 2) {
        const cell = Element.make("td");
        entry.cells.push(cell);
      }
      const wanted = entry.cells.slice(0, names.length - 2);
      if (entry.row.children.length !== names.length) {
        entry.row.replaceChildren(entry.name, entry.value, ...wanted);
      }
      Write.text(entry.name, columns.parameter[place]);
      const value = String(columns.value[place]);
      if (document.activeElement !== entry.input && entry.input.value !== value) {
        entry.input.value = value;
      }
      Write.attribute(entry.input, "aria-label", `Value of ${columns.parameter[place]}`);
      Write.attribute(entry.input, "class", now.edits.has(place) ? "changed" : "");
      names.slice(2).forEach((name, column) => {
        Write.text(wanted[column], Numbers.text(columns[name][place]));
      });
      Write.attribute(entry.row, "class", now.shownParameter === place ? "selected" : "");
    }
    if (this.body.children.length !== places.length) {
      this.body.replaceChildren(...this.rows.slice(0, places.length).map(({ row }) => row));
    }
  }

  row() {
    const entry = { cells: [], name: Element.make("td"), place: 0 };
    entry.input = Element.make("input", {
      type: "number", step: "any", onchange: (event) => {
        this.app.setParameter(entry.place, event.target.value);
      },
    });
    entry.value = Element.make("td", {}, entry.input);
    entry.row = Element.make("tr");
    return entry;
  }

  /** Shows one parameter, ready to be changed. */
  show(place) {
    this.filter.value = this.app.network.parameterNames[place];
    this.draw(this.app.now);
    const entry = this.rows.find((row) => row.place === place && row.row.isConnected);
    entry?.input.focus();
    entry?.input.select();
  }
}
