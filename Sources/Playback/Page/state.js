// What is shown, as the fragment of the page's address: a link shows the same thing.

const Fragment = {
  write(state, network) {
    const { example } = state;
    const parts = {
      step: state.number, inside: state.inner >= 0 ? state.inner : null,
      by: state.inner >= 0 ? state.by : null, view: state.view,
      example: example.set ? `${example.set}:${example.place + 1}` : null,
      input: example.inputs ? example.inputs.join(",") : null,
      answer: example.answer ?? null, neuron: state.selected,
      zero: [...state.zeroed].join(",") || null,
      set: [...state.edits].map(([place, value]) => `${place}:${value}`).join(",") || null,
      tab: state.tab,
    };
    return `#${Object.entries(parts).filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`;
  },

  /** Reads what fits this run; the rest is left as it is. */
  read(text, state, network) {
    const parts = new Map(text.replace(/^#/, "").split("&").filter(Boolean).map((part) => {
      const [key, value = ""] = part.split("=");
      try { return [key, decodeURIComponent(value)]; } catch { return [key, ""]; }
    }));
    const number = (key) => (parts.has(key) ? Number(parts.get(key)) : NaN);
    if (Number.isInteger(number("step"))) state.number = number("step");
    if (["operation", "neuron", "layer"].includes(parts.get("by"))) state.by = parts.get("by");
    state.inner = Number.isInteger(number("inside")) ? Math.max(-1, number("inside")) : -1;
    if (["neurons", "scalar"].includes(parts.get("view"))) state.view = parts.get("view");
    Fragment.readExample(parts, state, network);
    state.selected = network.names.has(parts.get("neuron")) ? parts.get("neuron") : null;
    state.zeroed = new Set((parts.get("zero") ?? "").split(",")
      .filter((name) => network.judgedNames.has(name)));
    state.edits = new Map((parts.get("set") ?? "").split(",").filter(Boolean)
      .map((pair) => pair.split(":").map(Number))
      .filter(([place, value]) => place in network.parameterNames && Number.isFinite(value)));
    if (["neurons", "timeline", "loss", "optimiser"].includes(parts.get("tab"))) {
      state.tab = parts.get("tab");
    }
  },

  readExample(parts, state, network) {
    const [set, place] = (parts.get("example") ?? "").split(":");
    if (network.sets[set]?.[place - 1]) state.example = { set, place: place - 1 };
    const inputs = (parts.get("input") ?? "").split(",").map(Number);
    const isWhole = parts.get("input") && inputs.every(Number.isFinite)
      && inputs.length === network.run.inputNames.length;
    if (!isWhole) return;
    const answer = parts.get("answer");
    state.example = { inputs, answer: Answers.read(answer, network) ? answer : null };
  },
};
