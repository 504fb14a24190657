// Finds people by name and adds them to the list above the field. Without this script the
// people who are chosen already can still be unticked.
function setUp(root) {
  const find = root.querySelector("[data-kh-find]");
  const status = root.querySelector("[data-kh-status]");
  const found = root.querySelector("[data-kh-found]");
  const chosen = root.querySelector("[data-kh-chosen]");
  let timer;

  const choose = ({ value, label }) => {
    const known = [...chosen.querySelectorAll("input")].find((i) => i.value === value);
    if (known) {
      known.checked = true;
    } else {
      const box = document.createElement("input");
      Object.assign(box, { type: "checkbox", name: root.dataset.khName, value });
      box.checked = true;
      const line = document.createElement("label");
      line.append(box, ` ${label}`);
      const item = document.createElement("li");
      item.append(line);
      chosen.append(item);
    }
    chosen.dispatchEvent(new Event("change", { bubbles: true }));
    found.replaceChildren();
    find.value = "";
    find.focus();
    status.textContent = `${status.dataset.added} ${label}`;
  };

  const search = async () => {
    const query = new URLSearchParams({ q: find.value });
    const response = await fetch(`${root.dataset.khPeople}?${query}`);
    if (!response.ok) {
      found.replaceChildren();
      status.textContent = status.dataset.often;
      return;
    }
    const { people, state } = await response.json();
    status.textContent = status.dataset[state] || "";
    found.replaceChildren(
      ...people.map((person) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button button-small button-secondary";
        button.textContent = person.label;
        button.addEventListener("click", () => choose(person));
        return button;
      }),
    );
  };

  find.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 300);
  });
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-kh-people]").forEach(setUp);
});
