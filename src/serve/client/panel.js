// What is wrong with the handbook, over the page.
//
// 1. Errors of this page lie over its lower end, until they are mended or put away. What was put away
//    stays so until an error comes that wasn't there then.
// 2. All else is a number in a corner. Pressed, it lists everything.
const hiddenKey = "transferbuch-preview-hidden:" + location.pathname;

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const hiddenErrors = () => new Set(JSON.parse(sessionStorage.getItem(hiddenKey) ?? "[]"));
const hideErrors = (keys) => sessionStorage.setItem(hiddenKey, JSON.stringify([...keys]));

let host = null;
let shown = { items: [] };
let opened = false;
let away = false;

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

const panel = (title, items, close) => {
  const button = make("button", { type: "button", textContent: shown.close });
  button.addEventListener("click", close);
  const top = make("div", {}, make("h2", { textContent: title }), button);
  const list = items.map(({ text }) => make("pre", { textContent: text }));
  const section = make("section", { className: shown.errors ? "errors" : "warnings" }, top, ...list);
  section.setAttribute("aria-label", title);
  return section;
};

const corner = () => {
  const className = shown.errors ? "corner errors" : "corner warnings";
  const button = make("button", { type: "button", className, textContent: shown.title });
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    opened = true;
    draw();
  });
  return button;
};

// Draws again what has to be said: one thing at a time.
const draw = () => {
  const hidden = hiddenErrors();
  const here = shown.items.filter((item) => item.here);
  // What is mended and comes back is new.
  const still = here.filter(({ key }) => hidden.has(key)).map(({ key }) => key);
  if (still.length < hidden.size) hideErrors(still);
  const isNew = here.some(({ key }) => !hidden.has(key));
  const root = host || away || shown.items.length > 0 ? overlay() : null;
  if (!root) return;
  let said = null;
  if (away) {
    said = make("p", { className: "note", textContent: shown.ended });
    said.setAttribute("role", "status");
  } else if (opened && shown.items.length > 0) {
    said = panel(shown.title, shown.items, () => {
      opened = false;
      hideErrors(here.map(({ key }) => key));
      draw();
    });
  } else if (isNew) {
    said = panel(shown.here, here, () => {
      hideErrors(here.map(({ key }) => key));
      draw();
    });
    said.setAttribute("role", "alert");
  } else if (shown.items.length > 0) {
    said = corner();
  }
  const focused = root.activeElement !== null;
  for (const element of [...root.children].slice(1)) element.remove();
  if (!said) return;
  root.append(said);
  if (focused) (said.querySelector("button") ?? said).focus();
};

const report = (news) => {
  shown = news;
  opened &&= news.items.length > 0;
  draw();
};

// A program that is started again at once, or a laptop that wakes, is no news.
const goneFor = 1500;
let goes;
const reachable = (there) => {
  clearTimeout(goes);
  if (there && away) {
    away = false;
    draw();
  } else if (!there && !away) {
    goes = setTimeout(() => {
      away = true;
      draw();
    }, goneFor);
  }
};
