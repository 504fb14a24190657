// Several files, each in a request of its own, with a line that says what became of it.
// One that fails does not stop the others. Without this script the form sends one file.
const form = document.querySelector("[data-kh-upload]");
const input = form.querySelector("input[type=file]");
const LONGEST = 10 * 60 * 1000; // milliseconds that one file may take, sending included
const PATIENCE = 5 * 60 * 1000; // that one file may wait for its turn
const say = (name) => form.dataset[`text${name}`];

function make(tag, text = "", more = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  return Object.assign(element, more);
}

const hint = make("p", say("Drop"), { className: "kh-upload__hint" });
const note = make("p", "", { className: "kh-upload__note", hidden: true });
note.setAttribute("role", "alert");
const list = make("ol", "", { className: "kh-upload__results" });
list.setAttribute("aria-live", "polite");
input.multiple = true;
const count = make("p", "", { className: "kh-upload__count", hidden: true });
count.setAttribute("role", "status");
input.after(hint);
form.after(note, count, list);

let busy = false;
let line = null;

function complain(text) {
  note.textContent = text;
  note.hidden = !text;
}

// What is wrong with the only file stands at the field, as without this script.
function blame(text) {
  const errors = input.closest("[data-field]")?.querySelector("[data-field-errors]");
  const said = make("p", text, { className: "error-message" });
  errors?.replaceChildren(...(text ? [said] : []));
  return Boolean(errors);
}

// The choice of files is in the field itself, so that it is seen and can be changed.
function take(files) {
  if (!busy) input.files = files;
  complain(input.files.length > Number(form.dataset.most) ? say("Many") : "");
}

function send(file, { several, again }, status, bar) {
  const data = new FormData(form);
  data.set("file", file);
  if (several) data.set("several", "1");
  if (again) data.set("again", "on");
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action || window.location.href);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.timeout = LONGEST;
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    };
    request.upload.onload = () => {
      bar.removeAttribute("value");
      status.textContent = say("Reading");
    };
    request.onloadend = () =>
      resolve(request.response || { ok: false, message: say("Failed"), retry: true });
    request.send(data);
  });
}

async function upload(file, options, item) {
  const status = make("span", say("Sending"));
  const bar = make("progress", "", { max: 1, value: 0 });
  bar.setAttribute("aria-label", file.name);
  item.replaceChildren(make("strong", file.name), " ", status, bar);
  const until = Date.now() + PATIENCE;
  let answer = await send(file, options, status, bar);
  while (answer.wait && Date.now() < until) {
    status.textContent = say("Queue");
    await new Promise((resolve) => setTimeout(resolve, 3000));
    answer = await send(file, options, status, bar);
  }
  if (answer.wait) answer.retry = true;
  bar.remove();
  item.className = answer.ok ? "kh-upload__done" : "kh-upload__failed";
  if (answer.goto) {
    busy = false;
    window.location.assign(answer.goto);
    return;
  }
  if (answer.ok) {
    status.textContent = say("Done");
    item.append(
      " ",
      make("a", answer.title, { href: answer.edit }),
      " · ",
      make("a", say("Compare"), { href: answer.compare }),
    );
    if (answer.note) item.append(make("p", answer.note, { className: "kh-upload__told" }));
    return;
  }
  const alone = !options.several && !answer.again && !answer.retry;
  if (alone && blame(answer.message)) return item.remove();
  status.textContent = answer.message;
  for (const { title, url } of answer.earlier || []) {
    item.append(" ", make("a", title, { href: url }));
  }
  if (!answer.again && !answer.retry) return;
  const button = make("button", answer.again || say("Retry"), {
    type: "button",
    className: "button button-small button-secondary",
  });
  button.addEventListener("click", () =>
    inTurn([[file, { ...options, again: Boolean(answer.again) || options.again }, item]]),
  );
  item.append(" ", button);
}

// How far it is, where there is more than a screen of lines.
function tell() {
  const done = list.querySelectorAll(":scope > li[class]").length;
  count.textContent = `${say("Count")} ${done}/${list.children.length}`;
  count.hidden = list.children.length < 2;
}

// One after the other: reading keeps a small server busy enough.
function inTurn(jobs) {
  const before = line;
  line = (async () => {
    await before;
    busy = true;
    for (const job of jobs) {
      await upload(...job);
      tell();
    }
    busy = false;
  })();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (busy) return;
  const files = [...input.files];
  if (!files.length) return complain(say("None"));
  if (files.length > Number(form.dataset.most)) return complain(say("Many"));
  complain("");
  blame("");
  list.replaceChildren();
  count.hidden = true;
  inTurn(
    files.map((file) => {
      const item = make("li");
      item.append(make("strong", file.name), ` ${say("Waiting")}`);
      list.append(item);
      return [file, { several: files.length > 1 }, item];
    }),
  );
  tell();
});

input.addEventListener("change", () => take(input.files));

for (const name of ["dragenter", "dragover"]) {
  form.addEventListener(name, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("kh-upload__over");
  });
}
form.addEventListener("dragleave", () => form.classList.remove("kh-upload__over"));
form.addEventListener("drop", (event) => {
  form.classList.remove("kh-upload__over");
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  take(event.dataTransfer.files);
});

window.addEventListener("beforeunload", (event) => {
  if (busy) event.preventDefault();
});
