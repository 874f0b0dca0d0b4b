// What is wrong with the handbook, over the page.
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
