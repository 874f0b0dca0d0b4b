// Keeps a page of the preview up to date with its author's files.
//
// 1. It listens, together with all other tabs, and asks what is new for its page when something is.
// 2. Plain text that was saved is put in its place at once. When more of the page has changed, it is loaded
//    again, and what the reader did on it is put back: where they were, what they opened, ticked and
//    typed. New looks are swapped in without loading.
// 3. What is wrong with the handbook is shown over the page.
const script = document.currentScript;
const keyOf = (pathname) => "transferbuch-preview:" + pathname;
const fields = "input:not([type=password]):not([type=file]), select, textarea";

// Where an element is, in words that hold when other parts of the page change.
const nameOf = (element, selector) => {
  if (element.id) return "#" + CSS.escape(element.id);
  return [...document.querySelectorAll(selector)].indexOf(element);
};
const find = (name, selector) =>
  typeof name === "string"
    ? document.querySelector(name)
    : document.querySelectorAll(selector)[name];

// The element at the top of the window, by which the place is found again.
const landmark = () => {
  const all = document.querySelectorAll("main [id]");
  let found = null;
  for (const element of all) {
    const top = element.getBoundingClientRect().top;
    if (top > innerHeight / 3) break;
    found = { id: element.id, top };
  }
  return found;
};

// For the page at `pathname`: this one, or the one that its file was moved to.
const remember = (pathname) => {
  const state = {
    landmark: landmark(),
    scroll: [scrollX, scrollY],
    details: [...document.querySelectorAll("details")].map((element) => [
      nameOf(element, "details"),
      element.open,
    ]),
    fields: [...document.querySelectorAll(fields)].map((element) => [
      nameOf(element, fields),
      element.value,
      Boolean(element.checked),
    ]),
  };
  const active = document.activeElement;
  if (active && active.matches(fields)) {
    state.focus = nameOf(active, fields);
    state.caret = active.selectionStart;
  }
  sessionStorage.setItem(keyOf(pathname), JSON.stringify(state));
};

const putBack = () => {
  const key = keyOf(location.pathname);
  const kept = sessionStorage.getItem(key);
  if (!kept) return;
  sessionStorage.removeItem(key);
  const state = JSON.parse(kept);
  for (const [name, open] of state.details) {
    const element = find(name, "details");
    if (element) element.open = open;
  }
  for (const [name, value, checked] of state.fields) {
    const element = find(name, fields);
    if (!element || (element.value === value && Boolean(element.checked) === checked)) continue;
    element.value = value;
    element.checked = checked;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const focus = state.focus !== undefined && find(state.focus, fields);
  if (focus) {
    focus.focus({ preventScroll: true });
    if (typeof state.caret === "number") focus.setSelectionRange(state.caret, state.caret);
    // The browser may have put its text back without a word.
    focus.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const mark = state.landmark && document.getElementById(state.landmark.id);
  const scroll = () => {
    if (mark) scrollBy({ top: mark.getBoundingClientRect().top - state.landmark.top, behavior: "instant" });
    else scrollTo({ left: state.scroll[0], top: state.scroll[1], behavior: "instant" });
  };
  scroll();
  addEventListener("load", scroll, { once: true });
};

const loadAgain = () => {
  remember(location.pathname);
  history.scrollRestoration = "manual";
  location.reload();
};

const move = (address) => {
  const to = new URL("/" + address, location.href);
  remember(to.pathname);
  location.replace(to);
};

// A tab that nobody looks at leaves the machine to the one that is looked at. It loads when it is seen, or
// else a moment later, one tab after the other.
const turns = "transferbuch-preview-turn";
const forOthers = 1000;
const reload = () => {
  if (document.visibilityState === "visible") {
    loadAgain();
    return;
  }
  let loads = false;
  const load = () => {
    if (!loads) loadAgain();
    loads = true;
  };
  document.addEventListener("visibilitychange", load, { once: true });
  // The turn ends with the page.
  const whenItsTurn = () => new Promise(load);
  setTimeout(() => (navigator.locks ? navigator.locks.request(turns, whenItsTurn) : load()), forOthers);
};

const restyle = () => {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    const next = link.cloneNode();
    const address = new URL(link.href);
    address.searchParams.set("preview", Date.now());
    next.href = address;
    next.addEventListener("load", () => link.remove());
    link.after(next);
  }
};

const index = "script[src*='assets/search/']";
const searches = () => document.querySelector(index) !== null;

// What this page has, in the server's words.
let has = script.dataset.has;
let leaves = false;
let asks = false;
let again = false;

// An answer that takes so long doesn't come any more: the network went away, or the laptop slept.
const patience = 10_000;
// A question that failed is asked again after this.
const pause = 1000;
// Whether the program was there when it was last heard of.
let there = true;

const take = (news) => {
  report(news.report, news.gone);
  // A tab that nobody looks at stays where it was left.
  const follows = news.follow !== undefined && document.visibilityState === "visible";
  if (news.moved !== undefined) leave(() => move(news.moved));
  else if (follows) leave(() => location.assign("/" + news.follow));
  else if (news.reload) leave(reload);
  else if (news.style) restyle();
  has = news.has;
};

// What a save has made of this page, if it was saved.
const takeSaved = (saved) => {
  const here = decodeURI(location.pathname).slice(1);
  const own = saved.find(({ page }) => page === here);
  const [version, ...rest] = has.split(".");
  if (!own || own.from !== version) return;
  if (own.patch && patch(own.patch)) has = [own.to, ...rest].join(".");
  else leave(reload);
};

const ask = async () => {
  if (leaves) return;
  again = asks;
  if (asks) return;
  asks = true;
  const asked = has;
  const address = new URL("news", script.src);
  address.searchParams.set("page", decodeURI(location.pathname));
  address.searchParams.set("has", has);
  if (searches()) address.searchParams.set("search", "yes");
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
    const news = answer.ok && (await answer.json());
    // A save may have changed the page meanwhile: what is said of the old one doesn't hold for it.
    if (has !== asked) again = true;
    else if (news) take(news);
  } catch {
    // Where the program is still there, the question got lost on its way.
    if (there && !leaves) setTimeout(ask, pause);
  }
  asks = false;
  if (again) ask();
};

const tell = (isThere, saved) => {
  there = isThere;
  reachable(there);
  if (!leaves) takeSaved(saved);
  if (there) ask();
};
let listening = listen(script.src, tell);
// Nothing more is asked for once another page is on its way.
const leave = (go) => {
  leaves = true;
  listening.close();
  go();
};

putBack();
// Whoever begins to search wants to hear of the index too.
let searched = searches();
new MutationObserver(() => {
  if (searched || !searches()) return;
  searched = true;
  ask();
}).observe(document.head, { childList: true });
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") ask();
});
// A page that the browser keeps for going back must not keep its connection.
addEventListener("pagehide", () => {
  leaves = true;
  listening.close();
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  leaves = false;
  listening = listen(script.src, tell);
});
