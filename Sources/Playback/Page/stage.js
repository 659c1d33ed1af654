// The part of the page that holds the drawing: moving, zooming, pointing, saving.

class Stage {
  constructor(app) {
    this.app = app;
    this.viewport = document.getElementById("viewport");
    this.tip = document.getElementById("tip");
    this.place = { x: 0, y: 0, scale: 1 };
    this.pointers = new Map();
    this.listen();
  }

  show(view) {
    if (this.view === view) return;
    this.view = view;
    this.viewport.replaceChildren(view.svg);
    const [, , width, height] = view.svg.getAttribute("viewBox").split(" ").map(Number);
    this.size = { width, height };
    view.svg.setAttribute("width", width);
    view.svg.setAttribute("height", height);
    this.rest();
  }

  /** A size at which words can be read, from the start of the drawing. */
  rest() {
    const { clientWidth: width, clientHeight: height } = this.viewport;
    const fit = Math.min(width / this.size.width, height / this.size.height);
    const scale = Math.min(1.3, Math.max(fit, Math.min(0.8, Math.max(0.7, width / 1000))));
    const free = (room, size) => Math.max(4, (room - size * scale) / 2);
    this.move({
      x: free(width, this.size.width), y: free(height, this.size.height), scale,
    });
  }

  fit() {
    const { clientWidth: width, clientHeight: height } = this.viewport;
    const scale = Math.min(width / this.size.width, height / this.size.height, 1.5);
    this.move({
      x: (width - this.size.width * scale) / 2, y: (height - this.size.height * scale) / 2, scale,
    });
  }

  move(place) {
    this.place = place;
    this.view.svg.style.transform = `translate(${place.x}px,${place.y}px) scale(${place.scale})`;
  }

  /** Zooms around a point of the viewport. */
  zoom(factor, x = this.viewport.clientWidth / 2, y = this.viewport.clientHeight / 2) {
    const scale = Math.min(6, Math.max(0.08, this.place.scale * factor));
    const ratio = scale / this.place.scale;
    this.move({ x: x - (x - this.place.x) * ratio, y: y - (y - this.place.y) * ratio, scale });
  }

  /** Brings elements of the drawing into the middle. */
  focus(groups) {
    if (!groups.length) return;
    const frame = this.viewport.getBoundingClientRect();
    const boxes = groups.map((group) => group.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left)) - frame.left;
    const top = Math.min(...boxes.map((box) => box.top)) - frame.top;
    const right = Math.max(...boxes.map((box) => box.right)) - frame.left;
    const bottom = Math.max(...boxes.map((box) => box.bottom)) - frame.top;
    const factor = Math.min(
      0.85 * frame.width / (right - left), 0.85 * frame.height / (bottom - top),
      1.3 / this.place.scale);
    const scale = this.place.scale * factor;
    const middle = [(left + right) / 2, (top + bottom) / 2];
    this.move({
      x: frame.width / 2 - (middle[0] - this.place.x) * factor,
      y: frame.height / 2 - (middle[1] - this.place.y) * factor, scale,
    });
  }

  /** Moves the drawing if what is computed now is outside of what can be seen. */
  follow() {
    const active = this.view.svg.querySelector("g.node.now");
    if (!active) return;
    const [box, frame] = [active, this.viewport].map((element) => element.getBoundingClientRect());
    const isSeen = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top
      && box.bottom <= frame.bottom;
    if (isSeen) return;
    this.move({
      ...this.place,
      x: this.place.x + frame.left + frame.width / 2 - (box.left + box.width / 2),
      y: this.place.y + frame.top + frame.height / 2 - (box.top + box.height / 2),
    });
  }

  listen() {
    const { viewport } = this;
    viewport.addEventListener("wheel", (event) => {
      event.preventDefault();
      const frame = viewport.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY * 0.0016), event.clientX - frame.left, event.clientY - frame.top);
    }, { passive: false });
    viewport.addEventListener("pointerdown", (event) => this.press(event));
    viewport.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) {
      viewport.addEventListener(end, (event) => this.release(event));
    }
    viewport.addEventListener("pointerleave", () => this.point(null));
    viewport.addEventListener("focusin", (event) => this.point(event.target));
    viewport.addEventListener("focusout", () => this.point(null));
    viewport.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.choose(event.target);
    });
  }

  press(event) {
    this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
    this.travelled = 0;
    this.pressed = event.target;
  }

  drag(event) {
    const last = this.pointers.get(event.pointerId);
    if (!last) {
      if (event.pointerType === "mouse") this.point(event.target, event);
      return;
    }
    const [dx, dy] = [event.clientX - last[0], event.clientY - last[1]];
    this.travelled += Math.abs(dx) + Math.abs(dy);
    if (this.pointers.size === 2) this.pinch(event, dx, dy);
    else if (this.travelled > 4) {
      if (!this.viewport.hasPointerCapture(event.pointerId)) {
        this.viewport.setPointerCapture(event.pointerId);
        this.viewport.classList.add("moving");
      }
      this.move({ ...this.place, x: this.place.x + dx, y: this.place.y + dy });
    }
    this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
  }

  pinch(event, dx, dy) {
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)[1];
    const [x, y] = [event.clientX, event.clientY];
    const distance = (ax, ay) => Math.hypot(ax - other[0], ay - other[1]);
    const frame = this.viewport.getBoundingClientRect();
    const middle = [(x + other[0]) / 2 - frame.left, (y + other[1]) / 2 - frame.top];
    this.zoom(distance(x, y) / Math.max(1, distance(x - dx, y - dy)), ...middle);
    this.move({ ...this.place, x: this.place.x + dx / 2, y: this.place.y + dy / 2 });
  }

  release(event) {
    const isClick = this.pointers.delete(event.pointerId) && this.travelled <= 4;
    this.viewport.classList.remove("moving");
    if (!isClick || event.type === "pointercancel") return;
    this.choose(this.pressed);
    if (event.pointerType !== "mouse") this.point(this.pressed, event);
  }

  partAt(element) {
    const group = element?.closest?.("g.node, g.edge, g.cluster");
    return group && this.view.svg.contains(group) ? this.view.part(group, this.app.now) : null;
  }

  choose(element) {
    const part = this.partAt(element);
    if (part?.parameter !== undefined) this.app.showParameter(part.parameter);
    else if (part?.neuron) this.app.select(part.neuron);
    else if (!part) this.app.select(null);
  }

  /** Shows what is behind an element, beside the pointer or below the element. */
  point(element, event = null) {
    this.pointed = element;
    const part = this.partAt(element);
    this.tip.hidden = !part;
    if (!part) return;
    Write.text(this.tip, part.words);
    const frame = this.tip.offsetParent.getBoundingClientRect();
    const box = element.closest("g").getBoundingClientRect();
    const [x, y] = event ? [event.clientX + 14, event.clientY + 14] : [box.left, box.bottom + 6];
    const left = Math.min(x - frame.left, frame.width - this.tip.offsetWidth - 4);
    const isLow = y - frame.top + this.tip.offsetHeight > frame.height;
    const top = isLow ? y - frame.top - this.tip.offsetHeight - 28 : y - frame.top;
    this.tip.style.left = `${Math.max(0, left)}px`;
    this.tip.style.top = `${top}px`;
  }

  /** The drawing as a file of its own, with the sentences behind its boxes. */
  file() {
    const svg = this.view.svg.cloneNode(true);
    svg.removeAttribute("style");
    svg.setAttribute("role", "img");
    for (const group of svg.querySelectorAll("g[aria-label]")) {
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = group.getAttribute("aria-label");
      group.prepend(title);
      for (const name of ["aria-label", "tabindex", "role"]) group.removeAttribute(name);
    }
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule.selectorText?.startsWith(".graphgrad .") && rule.style.cursor === "")
      .map((rule) => rule.cssText.replaceAll("var(--amber)", "#b45309"));
    svg.querySelector("style").append(rules.join(""));
    return new XMLSerializer().serializeToString(svg);
  }
}

/** What stands in place of a drawing where a page has none. */
class EmptyView {
  constructor() {
    this.svg = parseSVG('<svg xmlns="http://www.w3.org/2000/svg" class="graphgrad" role="img" '
      + 'viewBox="0 0 520 80"><style></style><g fill="currentColor" font-size="14">'
      + '<text x="12" y="34">This page has no drawing of this network.</text>'
      + '<text x="12" y="58">Its numbers are in the tables below; graphgrad render draws it.</text>'
      + "</g></svg>");
    this.words = [...this.svg.querySelectorAll("text")].map((text) => text.textContent).join(" ");
  }

  draw(now) { Write.attribute(this.svg, "aria-label", `${now.title}; ${now.detail}; ${this.words}`); }

  part() { return null; }

  groupsOf() { return []; }
}
