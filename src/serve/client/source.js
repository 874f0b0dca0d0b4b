// From the page to the author's editor: a click with Alt or Ctrl held opens the file at the line of the block
// that was clicked; Alt and Enter that of the block that has the focus, or is first in sight.
const choice = "transferbuch-preview-editor";

// The block around a place, or the last one before it.
const blockAt = (element) => {
  const around = element.closest("[data-source]");
  if (around) return around;
  const before = (block) => block.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  return element.closest("main") && placed().findLast(before);
};
const firstInSight = () => placed().find((block) => block.getBoundingClientRect().bottom > 0);

const followTo = (url) => {
  const link = make("a", { href: url });
  document.body.append(link);
  link.click();
  link.remove();
};

// For programs that no address leads to.
const copyOf = (path) => {
  const button = make("button", { type: "button", textContent: shown.labels?.copy ?? path });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(path);
    button.textContent = shown.labels?.copied ?? "✓";
  });
  return button;
};

const systemsOwn = (name, place) => {
  const button = make("button", { type: "button", textContent: name });
  button.addEventListener("click", () => {
    localStorage.setItem(choice, bySystem);
    say(null);
    openPlace(place);
  });
  return button;
};

// The author's choice, where it is the program that the system has for such files.
const bySystem = "system";

const openPlace = async (place) => {
  const address = new URL("open", script.src);
  if (place) address.searchParams.set("place", place);
  address.searchParams.set("page", decodeURI(location.pathname));
  if (localStorage.getItem(choice) === bySystem) address.searchParams.set("with", bySystem);
  let answer;
  try {
    answer = await (await fetch(address, { method: "POST" })).json();
  } catch {
    return;
  }
  const { text, path, addresses = [], system, failed } = answer;
  const chosen = addresses.find(({ name }) => name === localStorage.getItem(choice));
  if (addresses.length === 1 || chosen) {
    followTo((chosen ?? addresses[0]).url);
    return;
  }
  const links = addresses.map(({ name, url }) => {
    const link = make("a", { href: url, textContent: name });
    link.addEventListener("click", () => {
      localStorage.setItem(choice, name);
      say(null);
    });
    return link;
  });
  if (system) links.unshift(systemsOwn(system, place));
  if (failed && localStorage.getItem(choice) === bySystem) localStorage.removeItem(choice);
  say(text ? { text, links: path ? [...links, copyOf(path)] : links } : null);
};

const isControl = "a, button, input, select, textarea, summary, label, audio, video";
addEventListener(
  "click",
  (event) => {
    const held = event.altKey || event.ctrlKey || event.metaKey;
    if (!held || event.button !== 0 || !(event.target instanceof Element)) return;
    // Ctrl opens a link in another tab.
    if (!event.altKey && event.target.closest(isControl)) return;
    const block = blockAt(event.target);
    if (!block && !event.target.closest("main")) return;
    event.preventDefault();
    event.stopPropagation();
    openPlace(block?.dataset.source);
  },
  true,
);
addEventListener("keydown", (event) => {
  if (!event.altKey || event.key !== "Enter" || host?.contains(event.target)) return;
  event.preventDefault();
  const focused = event.target.closest("[data-source]");
  openPlace((focused ?? firstInSight())?.dataset.source);
});
