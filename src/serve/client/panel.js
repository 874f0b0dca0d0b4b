// What is wrong with the handbook, over the page.
//
// 1. Errors of this page lie over its lower end, until they are mended or put away. What was put away
//    stays so until an error comes that wasn't there then.
// 2. All else is a number in a corner. Pressed, it lists everything, also when the page is loaded again,
//    until the list is closed or nothing is left of it.
// 3. Before all that it says if there is no such page any more, or no program, and what an editor answers.
const hiddenKey = "transferbuch-preview-hidden:" + location.pathname;
const openedKey = "transferbuch-preview-opened";

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const hiddenErrors = () => new Set(JSON.parse(sessionStorage.getItem(hiddenKey) ?? "[]"));
const hideErrors = (keys) => sessionStorage.setItem(hiddenKey, JSON.stringify([...keys]));

let host = null;
let shown = { items: [] };
let opened = sessionStorage.getItem(openedKey) !== null;
let away = false;
let missing = null;
let told = null;

const setOpened = (opens) => {
  opened = opens;
  if (opens) sessionStorage.setItem(openedKey, "");
  else sessionStorage.removeItem(openedKey);
};

const overlay = () => {
  if (!host) {
    host = document.createElement("transferbuch-findings");
    const href = new URL("preview.css", script.src);
    host.attachShadow({ mode: "open" }).append(make("link", { rel: "stylesheet", href }));
    host.lang = document.documentElement.lang;
    document.body.append(host);
  }
  return host.shadowRoot;
};

// A place in a file that the author can go to.
const goTo = (place) => {
  const edit = make("button", { type: "button", textContent: shown.labels.edit });
  edit.addEventListener("click", () => openPlace(place));
  return edit;
};

// What stands between backticks is what is written in files.
const inWords = (text) => {
  const parts = text.split("`");
  const isPaired = parts.length % 2 === 1 && parts.every((part, at) => at % 2 === 0 || part !== "");
  if (!isPaired) return [text];
  return parts.map((part, at) => (at % 2 === 0 ? part : make("code", { textContent: part })));
};

const finding = ({ severity, label, message, line, hint, at, place }) => {
  const sort = make("strong", { className: severity, textContent: label });
  const entry = make("article", {}, make("p", { className: "message" }, sort, " ", ...inWords(message)));
  if (line) {
    const [before, marked, behind] = line;
    const mark = make("mark", { className: marked ? "" : "point", textContent: marked });
    entry.append(make("p", { className: "line" }, before, mark, behind));
  }
  if (hint) entry.append(make("p", { className: "hint" }, ...inWords(hint)));
  entry.append(make("p", { className: "at" }, at, ...(place ? [" ", goTo(place)] : [])));
  return entry;
};

const panel = (title, sentence, items, close) => {
  const button = make("button", { type: "button", textContent: shown.labels.close });
  button.addEventListener("click", close);
  const desk = make("a", { href: new URL("desk", script.src), textContent: shown.labels.desk });
  const top = make("div", { className: "top" }, make("h2", { textContent: title }), desk, button);
  const said = sentence ? [make("p", { textContent: sentence })] : [];
  const worst = items.some(({ severity }) => severity === "error") ? "errors" : "warnings";
  const section = make("section", { className: worst }, top, ...said, ...items.map(finding));
  section.setAttribute("aria-label", title);
  section.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  return section;
};

// The end of the page can be read above what lies over it.
const room = new ResizeObserver(([{ target }]) => {
  const height = target.isConnected ? target.offsetHeight : 0;
  document.body.style.paddingBlockEnd = height > 0 ? `${height}px` : "";
});
const makeRoomFor = (said) => {
  room.disconnect();
  document.body.style.paddingBlockEnd = "";
  if (said?.matches("section, .note")) room.observe(said);
};

const note = (text, links) => {
  const paragraph = make("p", { className: "note" }, text, ...links.flatMap((link) => [" ", link]));
  paragraph.setAttribute("role", "status");
  return paragraph;
};

// What the author's editor answers, until it is read.
const notice = ({ text, links }) => {
  const close = make("button", { type: "button", textContent: shown.labels?.close ?? "×" });
  close.addEventListener("click", () => say(null));
  return note(text, [...links, close]);
};
const say = (message) => {
  told = message;
  draw();
};

// Opens the list of everything.
const all = (className = "") => {
  const button = make("button", { type: "button", className, textContent: shown.title });
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    setOpened(true);
    draw();
  });
  return button;
};
const corner = () => all(shown.errors ? "corner errors" : "corner warnings");

// Draws again what has to be said: one thing at a time.
const draw = () => {
  const hidden = hiddenErrors();
  const here = shown.items.filter((item) => item.here);
  // What is mended and comes back is new.
  const still = here.filter(({ key }) => hidden.has(key)).map(({ key }) => key);
  if (still.length < hidden.size) hideErrors(still);
  const isNew = here.some(({ key }) => !hidden.has(key));
  const root = host || away || missing || told || shown.items.length > 0 ? overlay() : null;
  if (!root) return;
  let said = null;
  if (away) {
    said = note(shown.labels?.ended ?? "", []);
  } else if (missing && !told) {
    const near = missing.near.map(({ address, title }) => make("a", { href: address, textContent: title }));
    said = note(missing.text, near);
  } else if (opened && shown.items.length > 0) {
    said = panel(shown.title, null, shown.items, () => {
      setOpened(false);
      hideErrors(here.map(({ key }) => key));
      draw();
    });
  } else if (isNew) {
    said = panel(shown.here, shown.held_back, here, () => {
      hideErrors(here.map(({ key }) => key));
      draw();
    });
    if (shown.items.length > here.length) said.append(all());
    said.setAttribute("role", "alert");
  } else if (told) {
    said = notice(told);
  } else if (shown.items.length > 0) {
    said = corner();
  }
  if (told && said?.localName === "section") said.prepend(notice(told));
  const focused = root.activeElement !== null;
  for (const element of [...root.children].slice(1)) element.remove();
  makeRoomFor(said);
  if (!said) return;
  root.append(said);
  if (focused) (said.querySelector("button") ?? said).focus();
};

const report = (findings, gone) => {
  if (!findings && !gone && !missing) return;
  shown = findings ?? shown;
  missing = gone ?? null;
  if (findings?.items.length === 0) setOpened(false);
  draw();
};

const reachable = watchAbsence((gone) => {
  if (gone === away) return;
  away = gone;
  draw();
});
