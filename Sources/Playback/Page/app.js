// The page: what is shown, what follows from it, and the controls.

class App {
  constructor(run) {
    this.run = run;
    this.network = new Network(run);
    this.steps = new Steps(run);
    this.views = {};
    this.inners = new Map();
    this.state = this.start();
    Fragment.read(location.hash, this.state, this.network);
    this.stage = new Stage(this);
    this.plane = new Plane(this);
    this.lossChart = new LossChart(this);
    this.timeline = new Timeline(this);
    this.neuronTable = new NeuronTable(this);
    this.optimiserTable = new OptimiserTable(this);
    new Controls(this);
    Frame.fit();
    this.update();
    if (this.state.selected) this.focus();
  }

  start() {
    const { start } = this.run;
    const hasInput = Array.isArray(start.input);
    return {
      number: this.steps.numbers[this.steps.count - 1], inner: -1, by: "operation",
      view: this.hasView(start.view) ? start.view : this.hasView("neurons") ? "neurons" : "scalar",
      example: hasInput
        ? { inputs: start.input.map(Numbers.read), answer: start.target?.join(",") ?? null }
        : { set: "train", place: (start.example ?? 1) - 1 },
      selected: null, zeroed: new Set(), edits: new Map(), tab: "neurons", speed: 10,
    };
  }

  hasView(name) {
    return name === "neurons" ? Boolean(this.run.neuronDrawing)
      : Boolean(this.run.scalarDrawing);
  }

  // What follows from the state.

  update() {
    const { state, steps, network } = this;
    const step = steps.place(state.number);
    const parameters = steps.row(step, 0).slice();
    for (const [place, value] of state.edits) parameters[place] = value;
    network.prepare(parameters, state.zeroed);
    const judged = this.judge(step);
    const example = this.example();
    const lane = network.lane(example);
    const replay = network.forward(lane);
    replay.backward();
    const inner = this.inner(lane.program);
    state.inner = Math.min(state.inner, inner.stops.length - 1);
    const seen = observeAll(network, lane, replay);
    const readings = new Map((judged?.neurons ?? []).map((neuron, place) => [
      neuron.neuron.name,
      { ...read(neuron, seen[place]), numbers: neuron.numbers, fires: neuron.numbers.fires },
    ]));
    const outputs = network.outputs(replay);
    this.now = {
      step, steps, parameters, example, lane, replay, program: lane.program, judged, readings,
      outputs, probabilities: network.probabilities(outputs), inner,
      moment: state.inner >= 0 ? inner.moment(state.inner) : null,
      zeroed: state.zeroed, edits: state.edits, selected: state.selected,
      shownParameter: state.parameter, isWhatIf: state.zeroed.size + state.edits.size > 0,
      training: () => this.training(step), recordedMovement: () => this.movement(step),
      isDim: (name) => state.selected !== null && !this.isNear(name),
    };
    Object.assign(this.now, { next: this.next(), ...this.words() });
    this.draw();
  }

  /** The example that is looked at. */
  example() {
    const { state, network } = this;
    const { set, place, inputs, answer } = state.example;
    if (set) return network.sets[set][place];
    const target = Answers.read(answer, network);
    if (target) return { inputs, target, isPredicted: false };
    if (network.run.classNames.length === 0) {
      return { inputs, target: network.sets.train[0].target, isPredicted: false };
    }
    const replay = network.forward(network.lane({ inputs, target: { label: 0 } }));
    return {
      inputs, target: { label: network.prediction(network.outputs(replay)) }, isPredicted: true,
    };
  }

  get key() {
    const { state } = this;
    return `${state.number}|${[...state.zeroed]}|${[...state.edits].flat()}`;
  }

  /** The verdicts; at once where that is quick, else a moment later. */
  judge(step) {
    const { network } = this;
    if (this.judgedKey === this.key) return this.judged;
    const work = network.sets.train.length * network.programs[0].count
      * (4 + 0.5 * network.judged.length);
    if (work < 1.5e6 || this.isJudging) {
      this.judgedKey = this.key;
      this.judged = judge(network, this.state.zeroed.size + this.state.edits.size > 0
        ? null : this.deaths(step));
      return this.judged;
    }
    clearTimeout(this.judging);
    this.judging = setTimeout(() => {
      this.isJudging = true;
      this.update();
      this.isJudging = false;
    }, 60);
    return this.judged;
  }

  /** Since when each neuron is dead, as the timeline says. */
  deaths(step) {
    const { fires } = this.run.history;
    return this.run.history.names.map((_, neuron) => {
      if (fires[step][neuron] !== 0) return "";
      let alive = step;
      while (alive >= 0 && fires[alive][neuron] === 0) alive -= 1;
      if (alive < 0) return " from the start";
      const [last, next] = this.steps.numbers.slice(alive, alive + 2);
      if (next !== last + 1) {
        return this.steps.isEnd(alive + 1)
          ? ` since step ${last + 1} or later` : ` since one of the steps ${last + 1} to ${next}`;
      }
      return this.steps.isEnd(alive + 1)
        ? " since the last update" : ` since step ${this.steps.numbers[alive + 1]}`;
    });
  }

  /** The training loss and its gradients, with what is changed. */
  training(step) {
    if (this.trainingKey !== this.key) {
      this.trainingKey = this.key;
      this.trained = this.network.training(this.network.sets.train);
      // The example's numbers were overwritten.
      this.now.replay.forward(this.now.lane);
      this.now.replay.backward();
    }
    return this.trained;
  }

  /** How far the recorded step moved each parameter; null where that is not recorded. */
  movement(step) {
    const { steps } = this;
    if (step + 1 >= steps.count || steps.numbers[step + 1] !== steps.numbers[step] + 1) return null;
    const [now, next] = [steps.row(step, 0), steps.row(step + 1, 0)];
    return now.map((value, place) => next[place] - value);
  }

  /** The parameters after the update of this step. */
  next() {
    const { now, run } = this;
    if (now.moment?.phase !== "update") return null;
    const update = now.isWhatIf || !now.recordedMovement()
      ? Optimizer.update(run, now.steps, now.step, now.parameters, now.training().gradients)
        ?.movement
      : now.recordedMovement();
    return update ? now.parameters.map((value, place) => value + update[place]) : null;
  }

  inner(program) {
    const { by } = this.state;
    const key = `${program} ${by}`;
    if (!this.inners.has(key)) this.inners.set(key, new Inner(this.network.programs[program], by));
    return this.inners.get(key);
  }

  /** Whether a neuron is the selected one, feeds it, or is fed by it. */
  isNear(name) {
    const { places, connections } = this.run.outline;
    const { selected } = this.state;
    return name === selected || connections.some(({ source, target }) => {
      const names = [places[source].name, places[target].name];
      return names.includes(selected) && names.includes(name);
    });
  }

  words() {
    const { now, network, run, steps } = this;
    const { example } = now;
    const answer = Answers.words(example.target, network);
    const inputs = run.inputNames.map((name, place) =>
      `${name} = ${Numbers.plain(example.inputs[place])}`).join(", ");
    const title = `${run.name} · ${example.name ?? inputs} → ${answer}`
      + (example.isPredicted ? " (predicted)" : "");
    const loss = now.isWhatIf && now.judged ? now.judged.loss + network.penaltyLoss()
      : steps.losses[now.step];
    const changed = now.isWhatIf ? " · changed: what if" : "";
    return {
      title, loss,
      detail: `${steps.words(now.step)} · training loss ${Numbers.text(loss)}${changed}`,
    };
  }

  // Drawing.

  draw() {
    const { now, state } = this;
    this.stage.show(this.view());
    this.stage.view.draw(now);
    if (this.stage.pointed && !this.stage.tip.hidden) {
      Write.text(this.stage.tip, this.stage.partAt(this.stage.pointed)?.words ?? "");
    }
    this.controls.draw(now);
    this.plane.draw(now);
    const panels = {
      neurons: this.neuronTable, timeline: this.timeline, loss: this.lossChart,
      optimiser: this.optimiserTable,
    };
    panels[state.tab].draw(now);
    this.remember();
  }

  view() {
    const { state, run, network } = this;
    if (!this.hasView(state.view)) {
      const other = state.view === "scalar" ? "neurons" : "scalar";
      if (!this.hasView(other)) return (this.views.none ??= new EmptyView());
      state.view = other;
    }
    return state.view === "neurons"
      ? (this.views.neurons ??= new NeuronView(run.neuronDrawing, network))
      : (this.views.scalar ??= new ScalarView(run.scalarDrawing, network));
  }

  /** Writes the state into the address, not more often than browsers allow. */
  remember() {
    clearTimeout(this.remembering);
    this.remembering = setTimeout(() => this.writeAddress(), 250);
  }

  writeAddress() {
    if (Frame.isInside) return;
    const fragment = Fragment.write(this.state, this.network);
    if (fragment === location.hash) return;
    this.ownFragment = fragment;
    try { history.replaceState(null, "", fragment); } catch { location.replace(fragment); }
  }

  // What people do.

  change(parts) {
    Object.assign(this.state, parts);
    this.update();
  }

  /** Goes to a recorded step, by its place. */
  go(step) {
    const place = Math.max(0, Math.min(this.steps.count - 1, step));
    this.change({ number: this.steps.numbers[place] });
  }

  /** Moves the clock inside the step; before its start is the whole step. */
  goInside(inner) {
    const { stops } = this.now.inner;
    this.change({ inner: Math.max(-1, Math.min(stops.length - 1, inner)) });
    this.stage.follow();
  }

  select(neuron, isBroughtIntoView = false) {
    this.change({ selected: neuron === this.state.selected && !isBroughtIntoView ? null : neuron });
    if (isBroughtIntoView && neuron) this.focus();
  }

  focus() { this.stage.focus(this.stage.view.groupsOf(this.state.selected)); }

  setZero(neuron, isZero) {
    const zeroed = new Set(this.state.zeroed);
    zeroed[isZero ? "add" : "delete"](neuron);
    this.change({ zeroed });
  }

  setParameter(place, text) {
    const edits = new Map(this.state.edits);
    const value = Number(text);
    const recorded = this.steps.row(this.now.step, 0)[place];
    if (text === "" || !Number.isFinite(value) || value === recorded) edits.delete(place);
    else edits.set(place, value);
    this.change({ edits });
  }

  showParameter(place) {
    this.change({ tab: "optimiser", parameter: place });
    this.optimiserTable.show(place);
  }

  typeInputs(inputs, answer = undefined) {
    const { now } = this;
    const kept = this.run.classNames.length ? null : Answers.text(now.example.target);
    const known = this.state.example.inputs ? this.state.example.answer : null;
    this.change({ example: { inputs, answer: answer ?? known ?? kept } });
  }

  chooseExample(set, place) {
    const { length } = this.network.sets[set];
    this.change({ example: { set, place: ((place % length) + length) % length } });
  }
}

/** The buttons, sliders and keys. */
class Controls {
  constructor(app) {
    this.app = app;
    app.controls = this;
    this.element = (id) => document.getElementById(id);
    this.setUp();
    this.listen();
    document.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("hashchange", () => {
      if (location.hash === app.ownFragment) return;
      Fragment.read(location.hash, app.state, app.network);
      app.update();
    });
    window.addEventListener("resize", () => app.update());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => app.update());
  }

  setUp() {
    const { app, element } = this;
    const { run, network, steps } = app;
    element("name").textContent = run.name;
    element("step").max = steps.count - 1;
    element("speed").value = matchMedia("(prefers-reduced-motion: reduce)").matches ? "1" : "10";
    element("focus").append(Element.make("option", { value: "", text: "whole network" }),
      ...[...network.names].map((name) => Element.make("option", { value: name, text: name })));
    const words = { train: "training", validation: "validation", test: "test" };
    element("set").append(...Object.entries(network.sets).filter(([, set]) => set.length)
      .map(([name]) => Element.make("option", { value: name, text: words[name] })),
    Element.make("option", { value: "", text: "typed in" }));
    this.inputs = run.inputNames.map((name) => Element.make("input", {
      type: "number", step: "any", "aria-label": name,
      onchange: () => this.typeInputs(),
    }));
    this.answer = run.classNames.length
      ? Element.make("select", { "aria-label": "What should come out", onchange: () => this.typeInputs(true) },
        Element.make("option", { value: "", text: "as predicted" }),
        ...run.classNames.map((text, value) => Element.make("option", { value, text })))
      : Element.make("input", {
        type: "text", "aria-label": "What should come out", onchange: () => this.typeInputs(true),
      });
    const label = (text, input) => Element.make("label", { text: `${text} ` }, input);
    element("inputs").append(...this.inputs.map((input, place) => label(run.inputNames[place], input)),
      label("→", this.answer));
    for (const view of ["neurons", "scalar"]) {
      if (!app.hasView(view)) {
        element(`view-${view}`).disabled = true;
        element(`view-${view}`).title = "not drawn in this page";
      }
    }
  }

  typeInputs(isAnswer = false) {
    const numbers = this.inputs.map((input) => Number(input.value));
    if (!numbers.every(Number.isFinite)) return;
    this.app.typeInputs(numbers, isAnswer ? this.answer.value : undefined);
    if (isAnswer && this.answer.value === "") {
      this.app.change({ example: { ...this.app.state.example, answer: null } });
    }
  }

  listen() {
    const { app, element } = this;
    const on = (id, action) => element(id).addEventListener("click", action);
    on("first", () => app.go(0));
    on("last", () => app.go(app.steps.count - 1));
    on("back", () => app.go(app.now.step - 1));
    on("forth", () => app.go(app.now.step + 1));
    on("play", () => this.toggle("outer"));
    on("inner-back", () => app.goInside(app.state.inner - 1));
    on("inner-forth", () => app.goInside(app.state.inner + 1));
    on("inner-play", () => this.toggle("inner"));
    on("zoom-in", () => app.stage.zoom(1.25));
    on("zoom-out", () => app.stage.zoom(0.8));
    on("zoom-fit", () => app.stage.fit());
    on("view-neurons", () => app.change({ view: "neurons" }));
    on("view-scalar", () => app.change({ view: "scalar" }));
    on("undo", () => app.change({ zeroed: new Set(), edits: new Map() }));
    on("print", () => window.print());
    on("save", () => this.save());
    on("copy", () => this.copy());
    on("help-button", () => this.toggleHelp());
    on("example-back", () => this.example(-1));
    on("example-forth", () => this.example(1));
    element("step").addEventListener("input", (event) => app.go(Number(event.target.value)));
    element("inner").addEventListener("input", (event) => app.goInside(Number(event.target.value) - 1));
    element("by").addEventListener("change", (event) => app.change({ by: event.target.value, inner: -1 }));
    element("focus").addEventListener("change", (event) => {
      app.select(event.target.value || null, true);
      if (!event.target.value) app.stage.rest();
    });
    element("set").addEventListener("change", (event) => {
      if (event.target.value) app.chooseExample(event.target.value, 0);
      else app.typeInputs(app.now.example.inputs);
    });
    element("example").addEventListener("change", (event) => {
      const { set } = app.state.example;
      if (set) app.chooseExample(set, Number(event.target.value) - 1);
    });
    for (const tab of document.querySelectorAll('[role="tab"]')) {
      tab.addEventListener("click", () => {
        app.change({ tab: tab.id.replace("tab-", "") });
        element("panels").scrollIntoView({ block: "nearest" });
      });
      tab.addEventListener("keydown", (event) => this.moveTab(event, tab));
    }
  }

  moveTab(event, tab) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const tabs = [...document.querySelectorAll('[role="tab"]')];
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }

  example(step) {
    const { set, place } = this.app.state.example;
    this.app.chooseExample(set ?? "train", (place ?? 0) + step);
  }

  key(event) {
    const { app } = this;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isField = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (isField && event.target.type !== "checkbox") return;
    if (event.key === " " && event.target.tagName === "BUTTON") return;
    const actions = {
      " ": () => this.toggle("outer"), ArrowLeft: () => app.go(app.now.step - 1),
      ArrowRight: () => app.go(app.now.step + 1), Home: () => app.go(0),
      End: () => app.go(app.steps.count - 1), ",": () => app.goInside(app.state.inner - 1),
      ".": () => app.goInside(app.state.inner + 1), "[": () => this.example(-1),
      "]": () => this.example(1), "+": () => app.stage.zoom(1.25), "-": () => app.stage.zoom(0.8),
      "−": () => app.stage.zoom(0.8), 0: () => app.stage.fit(),
      v: () => app.change({ view: app.state.view === "neurons" ? "scalar" : "neurons" }),
      Escape: () => app.select(null), "?": () => this.toggleHelp(),
    };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  }

  toggleHelp() {
    const help = this.element("help");
    help.hidden = !help.hidden;
    this.element("help-button").setAttribute("aria-expanded", String(!help.hidden));
  }

  /** Plays or pauses one of the clocks; the other one stops. */
  toggle(clock) {
    const { app } = this;
    const isPlaying = this.playing === clock;
    this.stop();
    if (isPlaying) return;
    const isAtEnd = clock === "outer"
      ? app.now.step >= app.steps.count - 1 : app.state.inner >= app.now.inner.stops.length - 1;
    if (isAtEnd) clock === "outer" ? app.go(0) : app.goInside(0);
    this.playing = clock;
    this.last = performance.now();
    this.marks();
    this.frame = requestAnimationFrame((time) => this.tick(time));
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.playing = null;
    this.marks();
  }

  tick(time) {
    const { app } = this;
    const speed = Number(this.element("speed").value);
    const rate = this.playing === "inner" ? Math.min(speed, 10) : speed;
    const count = Math.floor((time - this.last) / 1000 * rate);
    if (count > 0) {
      this.last += count * 1000 / rate;
      if (this.playing === "outer") app.go(app.now.step + count);
      else app.goInside(app.state.inner + count);
    }
    const isAtEnd = this.playing === "outer"
      ? app.now.step >= app.steps.count - 1 : app.state.inner >= app.now.inner.stops.length - 1;
    if (isAtEnd) this.stop();
    else this.frame = requestAnimationFrame((next) => this.tick(next));
  }

  marks() {
    for (const [id, clock, words] of [
      ["play", "outer", "Play"], ["inner-play", "inner", "Play inside the step"],
    ]) {
      const isPlaying = this.playing === clock;
      this.element(id).classList.toggle("playing", isPlaying);
      this.element(id).setAttribute("aria-label", isPlaying ? "Pause" : words);
    }
  }

  save() {
    const { app } = this;
    const file = new Blob([app.stage.file()], { type: "image/svg+xml" });
    const link = Element.make("a", {
      href: URL.createObjectURL(file), download: `${app.run.name}-step-${app.state.number}.svg`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async copy() {
    this.app.writeAddress();
    const button = this.element("copy");
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Copied";
    } catch { button.textContent = "Copy it from the address bar"; }
    setTimeout(() => { button.textContent = "Copy link"; }, 1500);
  }

  // What the controls show.

  draw(now) {
    const { app, element } = this;
    const { state, steps } = app;
    Write.text(element("status"), now.detail);
    element("step").value = now.step;
    element("step").setAttribute("aria-valuetext", steps.words(now.step));
    Write.text(element("step-words"), steps.words(now.step));
    for (const [id, isUseless] of [
      ["first", now.step === 0], ["back", now.step === 0],
      ["forth", now.step === steps.count - 1], ["last", now.step === steps.count - 1],
      ["inner-back", state.inner < 0], ["inner-forth", state.inner === now.inner.stops.length - 1],
    ]) element(id).disabled = isUseless;
    for (const view of ["neurons", "scalar"]) {
      element(`view-${view}`).setAttribute("aria-checked", String(state.view === view));
    }
    element("focus").value = state.selected ?? "";
    for (const name of ["neurons", "timeline", "loss", "optimiser"]) {
      const isShown = state.tab === name;
      element(`tab-${name}`).setAttribute("aria-selected", String(isShown));
      element(`tab-${name}`).tabIndex = isShown ? 0 : -1;
      element(`panel-${name}`).hidden = !isShown;
    }
    this.drawInner(now);
    this.drawExample(now);
    this.drawChanges(now);
  }

  drawInner(now) {
    const { state } = this.app;
    const slider = this.element("inner");
    slider.max = now.inner.stops.length;
    slider.value = state.inner + 1;
    this.element("by").value = state.by;
    const { moment } = now;
    const where = moment?.count ? ` ${moment.place} of ${moment.count}` : "";
    const words = moment ? `${moment.phase}${where}` : "the whole step";
    slider.setAttribute("aria-valuetext", words);
    Write.text(this.element("inner-words"), words);
    const lines = moment ? this.arithmetic(now, moment) : [];
    const shown = lines.slice(0, 4).join("   ·   ");
    const rest = lines.length > 4 ? `   ·   … ${lines.length - 4} more` : "";
    this.element("arithmetic").replaceChildren(
      ...(moment ? [Element.make("b", { text: `${moment.phase}${moment.key ? ` · ${moment.key}` : ""}: ` }),
        shown + rest] : []));
  }

  /** What is computed at a moment, in numbers. */
  arithmetic(now, moment) {
    const { replay, inner } = now;
    if (moment.phase === "loss") return [`loss = ${Numbers.text(replay.data[replay.program.root])}`];
    if (moment.phase === "forward") {
      return moment.nodes.map((node) => inner.forwardWords(node, replay.data));
    }
    if (moment.phase === "backward") {
      return moment.nodes.flatMap((node) => inner.backwardWords(node, replay)
        .map((words) => `∂L/∂${words}`));
    }
    if (!now.next) return ["nothing is moved: this is the end of the recorded run"];
    return [...now.parameters].map((value, place) =>
      `${this.app.network.parameterNames[place]}: ${Numbers.text(value)} → `
        + Numbers.text(now.next[place]));
  }

  drawExample(now) {
    const { app, element } = this;
    const { set, place } = app.state.example;
    element("set").value = set ?? "";
    for (const id of ["example", "example-back", "example-forth"]) element(id).disabled = !set;
    element("example").value = set ? place + 1 : "";
    element("example").max = set ? app.network.sets[set].length : "";
    Write.text(element("example-count"), set ? `of ${app.network.sets[set].length}` : "");
    now.example.inputs.forEach((input, index) => {
      if (document.activeElement !== this.inputs[index]) this.inputs[index].value = String(input);
    });
    const answer = now.example.isPredicted ? "" : Answers.text(now.example.target);
    if (document.activeElement !== this.answer) this.answer.value = answer;
    Write.text(element("prediction"), this.prediction(now));
  }

  prediction(now) {
    const { network } = this.app;
    const loss = Numbers.text(now.replay.data[now.replay.program.root]);
    const said = network.prediction(now.outputs);
    if (said === null) {
      return `Output ${[...now.outputs].map(Numbers.text).join(", ")}, loss ${loss}.`;
    }
    const isRight = now.example.isPredicted ? "" : said === now.example.target.label
      ? ", which is right" : `, but it is ${Answers.words(now.example.target, network)}`;
    const share = !now.probabilities ? ""
      : now.probabilities.length === 1 ? ` (probability of ${network.run.classNames[1]} `
        + `${Numbers.text(now.probabilities[0])})` : ` (probability ${Numbers.text(now.probabilities[said])})`;
    return `Predicts ${network.run.classNames[said]}${share}${isRight}; loss ${loss}.`;
  }

  drawChanges(now) {
    const { app, element } = this;
    element("changes").hidden = !now.isWhatIf;
    if (!now.isWhatIf) return;
    const { network, steps } = app;
    const item = (text, undo, words) => Element.make("li", { text: `${text} ` },
      Element.make("button", { text: "undo", "aria-label": words, onclick: undo }));
    element("change-list").replaceChildren(
      ...[...now.zeroed].map((name) =>
        item(`${name} set to 0`, () => app.setZero(name, false), `Undo ${name} set to 0`)),
      ...[...now.edits].map(([place, value]) => {
        const name = network.parameterNames[place];
        const old = Numbers.text(steps.row(now.step, 0)[place]);
        return item(`${name}: ${old} → ${Numbers.text(value)}`,
          () => app.setParameter(place, ""), `Undo the change of ${name}`);
      }));
    const recorded = steps.losses[now.step];
    const change = Numbers.signed(now.loss - recorded);
    Write.text(element("change-words"),
      `Training loss ${Numbers.text(recorded)} → ${Numbers.text(now.loss)} (${change}).`);
  }
}

window.app = new App(JSON.parse(document.getElementById("run").textContent));
