// Keeps the review desk up to date: it is loaded again when there is another one. Who is typing isn't interrupted.
const script = document.currentScript;
const { version } = document.querySelector("main").dataset;
const typesIn = () => document.activeElement?.matches("input, select") ?? false;

const reloadIfNew = async () => {
  const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
  if (!answer.ok || answer.headers.get("etag") === `"${version}"`) return;
  if (!typesIn()) location.reload();
  else document.activeElement.addEventListener("blur", () => location.reload(), { once: true });
};
const listening = listen(script.src, (there) => {
  // The program may end while it is asked.
  if (there) reloadIfNew().catch(() => {});
});
addEventListener("pagehide", () => listening.close());
