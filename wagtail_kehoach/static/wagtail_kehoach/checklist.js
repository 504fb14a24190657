// Narrows a long list of boxes to what is typed above it, with or without accents.
const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase();

const narrow = (list, typed) => {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const group of list.querySelectorAll("fieldset")) {
    const heading = group.querySelector("legend")?.textContent ?? "";
    let any = false;
    for (const row of group.querySelectorAll(":scope > div")) {
      const said = plain(`${heading} ${row.textContent} ${row.dataset.khAlso ?? ""}`);
      const found = words.every((word) => said.includes(word));
      row.hidden = !found && !row.querySelector("input").checked;
      any ||= !row.hidden;
      shown += found;
    }
    group.hidden = !any;
  }
  const none = list.querySelector("[data-none]");
  none.textContent = shown ? "" : none.dataset.none;
};

const finds = (event) =>
  event.target.matches?.("[data-kh-checklist] > input[type=search]");

document.addEventListener("input", (event) => {
  if (finds(event)) {
    narrow(event.target.parentElement, event.target.value);
  }
});

// Enter in the field looks for something; it does not send the form.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && finds(event)) {
    event.preventDefault();
  }
});
