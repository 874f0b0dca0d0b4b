// Makes the page that is shown into the new one where only plain text has changed, without loading it.
//
// Blocks are known by their number among those that say where they stand in the author's files. Where the
// page doesn't have the blocks that the server thinks it has, nothing is done.
const placed = () => [...document.querySelectorAll("[data-source]")];

const patch = ({ blocks, first, count, html, places }) => {
  const old = placed();
  if (old.length !== blocks) return false;
  if (html !== undefined) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const gone = old.slice(first, first + count);
    const parent = gone[0].parentNode;
    if (gone.some((element) => element.parentNode !== parent)) return false;
    gone[0].before(template.content);
    for (const element of gone) element.remove();
  }
  for (const [number, element] of placed().entries()) element.dataset.source = places[number];
  return true;
};
