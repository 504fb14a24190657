// Gives the frame with the submitted text the height of its text, so that a phone
// scrolls one page and not a page inside a page.
for (const frame of document.querySelectorAll("[data-kh-autosize]")) {
  const fit = () => {
    const inside = frame.contentDocument;
    if (inside && inside.documentElement) {
      frame.style.height = ""; // A frame that is too high would stay so.
      const borders = frame.offsetHeight - frame.clientHeight;
      frame.style.height = `${inside.documentElement.scrollHeight + borders}px`;
    }
  };
  frame.addEventListener("load", fit);
  window.addEventListener("resize", fit);
  fit();
}
