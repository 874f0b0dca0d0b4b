// Holds an open page against the rules of axe-core.

import { readFileSync } from "node:fs";

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that other colours of the same page can break. */
export const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * One line per violation: what is wrong, and where. `only` names the rules that are asked, and `except` those
 * that don't hold there; `within` selects the part of the page that is looked at.
 */
export async function violations(page, { only = rules, except = [], within = "html" } = {}) {
  await page.evaluate(axe);
  const options = { runOnly: only, resultTypes: ["violations"] };
  const run = ([within, options]) => globalThis.axe.run(within, options);
  const result = await page.evaluate(run, [within, options]);
  return result.violations.filter(({ id }) => !except.includes(id)).map(({ id, help, nodes }) => {
    const places = nodes.map((node) => node.target.join(" ")).join(", ");
    return `${id}: ${help}: ${places}`;
  });
}
