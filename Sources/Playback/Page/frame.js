// A page inside another one: in a frame that has no address of its own.

const Frame = {
  isInside: location.protocol === "about:",

  /** Makes the frame as high as what is in it; a link to it cannot be copied. */
  fit() {
    if (!Frame.isInside) return;
    document.documentElement.classList.add("inside");
    document.getElementById("copy").hidden = true;
    new ResizeObserver(() => {
      if (frameElement) frameElement.style.height = `${document.body.offsetHeight}px`;
    }).observe(document.body);
  },
};
