// Counts words and photos of a story while it is written, against the limits of the call
// that is chosen. Rich text has no event of its own, so it is looked at now and then.
const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function textOf(field) {
  try {
    const blocks = JSON.parse(field.value)?.blocks;
    if (blocks) return blocks.map((block) => block.text).join(" ");
  } catch {
    // Plain text.
  }
  return field.value;
}

function isDeleted(field) {
  const place = field.name.match(/^body-\d+/)?.[0];
  return place && document.querySelector(`[name="${place}-deleted"]`)?.value === "1";
}

function counted() {
  const body = [...document.querySelectorAll('[name^="body-"]')].filter((field) => !isDeleted(field));
  const texts = body.filter((field) => /-value(-text|-by)?$/.test(field.name));
  const pictures = body.filter((field) => /-value-image(-image)?$/.test(field.name) && field.value);
  const others = [...document.querySelectorAll('[name="lead"], [name="achievement"]')];
  const main = document.querySelector('[name="picture"]')?.value ? 1 : 0;
  return {
    words: [...others, ...texts].reduce((sum, field) => sum + words(textOf(field)), 0),
    photos: pictures.length + main,
  };
}

function watch(panel) {
  const limits = JSON.parse(document.getElementById(panel.dataset.limitsId).textContent);
  const told = panel.querySelector("[data-kh-length-over]");
  const show = () => {
    const chosen = limits[document.querySelector('[name="campaign"]')?.value] ?? [];
    let tooLong = false;
    Object.entries(counted()).forEach(([kind, count], place) => {
      const limit = chosen[place];
      const over = Boolean(limit && count > limit);
      const said = limit ? `/${limit}` : "";
      const number = panel.querySelector(`[data-kh-length-${kind}]`);
      const room = panel.querySelector(`[data-kh-length-of="${kind}"]`);
      if (number.textContent !== String(count)) number.textContent = count;
      if (room.textContent !== said) room.textContent = said;
      number.classList.toggle("kh-late", over);
      tooLong ||= over;
    });
    if (told.hidden === tooLong) told.hidden = !tooLong;
  };
  show();
  panel.closest("form").addEventListener("input", show);
  panel.closest("form").addEventListener("change", show);
  setInterval(() => document.hidden || show(), 1500);
}

window.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-kh-length]").forEach(watch);
});
