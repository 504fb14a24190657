// From the list of errors to the field: opens the tab and the folded parts around it first.
const FIELD = "input:not([type=hidden]), textarea, select, [contenteditable=true]";
const FOLDED = ":scope > .w-panel__header [data-panel-toggle][aria-expanded=false]";

function show(target) {
  const tab = target.closest("[role=tabpanel]");
  if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
  let part = target.closest("[data-panel]");
  while (part) {
    part.querySelector(FOLDED)?.click();
    part = part.parentElement.closest("[data-panel]");
  }
  const field = target.matches(FIELD) ? target : target.querySelector(FIELD);
  field?.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center", behavior: "instant" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-kh-errors] a[href^='#']");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  // The field of a rich text is hidden behind its editor.
  show(target.type === "hidden" ? target.parentElement : target);
});
