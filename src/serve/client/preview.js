// Keeps a page of the preview up to date with its author's files.
//
// 1. It tells the server which page it shows, and listens.
// 2. When the page has changed, it loads it again and puts back what the reader did on it: where
//    they were, what they opened, ticked and typed. New looks are swapped in without loading.
// 3. What is wrong with the handbook is shown over the page until it is mended.
"use strict";
(() => {
  const script = document.currentScript;
  const key = "transferbuch-preview:" + location.pathname;
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

  const remember = () => {
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
    sessionStorage.setItem(key, JSON.stringify(state));
  };

  const putBack = () => {
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
    }
    const mark = state.landmark && document.getElementById(state.landmark.id);
    const scroll = () => {
      if (mark) scrollBy({ top: mark.getBoundingClientRect().top - state.landmark.top, behavior: "instant" });
      else scrollTo({ left: state.scroll[0], top: state.scroll[1], behavior: "instant" });
    };
    scroll();
    addEventListener("load", scroll, { once: true });
  };

  const reload = () => {
    remember();
    history.scrollRestoration = "manual";
    location.reload();
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

  let panel = null;
  const report = ({ title, errors, close, items }) => {
    if (panel) panel.remove();
    panel = null;
    if (items.length === 0) return;
    panel = document.createElement("transferbuch-findings");
    const root = panel.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("preview.css", script.src);
    const section = document.createElement("section");
    section.className = errors ? "errors" : "warnings";
    section.setAttribute("aria-label", title);
    section.setAttribute("role", errors ? "alert" : "status");
    section.lang = root.ownerDocument.documentElement.lang;
    const top = document.createElement("div");
    const heading = document.createElement("h2");
    heading.textContent = title;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = close;
    const shown = panel;
    button.addEventListener("click", () => shown.remove());
    top.append(heading, button);
    section.append(top);
    for (const item of items) {
      const text = document.createElement("pre");
      text.textContent = item;
      section.append(text);
    }
    root.append(style, section);
    document.body.append(panel);
  };

  const index = "script[src*='assets/search/']";
  let searches = false;

  const listen = () => {
    const address = new URL("events", script.src);
    address.searchParams.set("page", decodeURI(location.pathname));
    address.searchParams.set("version", script.dataset.version);
    searches = document.querySelector(index) !== null;
    if (searches) address.searchParams.set("search", "yes");
    const events = new EventSource(address);
    events.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.report) report(message.report);
      if (message.follow !== undefined) location.assign("/" + message.follow);
      else if (message.reload) reload();
      else if (message.style) restyle();
    });
    return events;
  };

  putBack();
  let events = listen();
  // Whoever begins to search wants to hear of the index too.
  new MutationObserver(() => {
    if (searches || !document.querySelector(index)) return;
    events.close();
    events = listen();
  }).observe(document.head, { childList: true });
  // A page that the browser keeps for going back must not keep its connection, of which a browser
  // has few.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) events = listen();
  });
})();
