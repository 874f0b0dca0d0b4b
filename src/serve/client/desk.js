// Keeps the review desk up to date: it is loaded again when there is another one, and says when the program has
// ended. Who is typing isn't interrupted: what they filter by stands in the address.
const script = document.currentScript;
const main = document.querySelector("main");
const pause = 1500;
const fields = "input, select";
const typesIn = () => document.activeElement?.matches(fields) ?? false;
let typed = 0;
addEventListener("input", () => {
  typed = Date.now();
});

const reloadWhenQuiet = () => {
  const left = typed + pause - Date.now();
  if (!typesIn() || left <= 0) location.reload();
  else setTimeout(reloadWhenQuiet, left);
};
const reloadIfNew = async () => {
  const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
  if (answer.ok && answer.headers.get("etag") !== `"${main.dataset.version}"`) reloadWhenQuiet();
};

const ended = Object.assign(document.createElement("p"), { className: "ended", textContent: main.dataset.ended });
ended.setAttribute("role", "alert");
const reachable = watchAbsence((gone) => (gone ? main.prepend(ended) : ended.remove()));
const listening = listen(script.src, (there) => {
  reachable(there);
  if (there) reloadIfNew().catch(() => {});
});
addEventListener("pagehide", () => listening.close());
