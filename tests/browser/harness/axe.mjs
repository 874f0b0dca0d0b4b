// Holds an open page against the rules of axe-core.

import { readFileSync } from "node:fs";

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line per violation: what is wrong, and where. `except` names rules that don't hold there. */
export async function violations(page, except = []) {
  await page.evaluate(axe);
  const options = { runOnly: rules, resultTypes: ["violations"] };
  const result = await page.evaluate((options) => globalThis.axe.run(options), options);
  return result.violations.filter(({ id }) => !except.includes(id)).map(({ id, help, nodes }) => {
    const places = nodes.map((node) => node.target.join(" ")).join(", ");
    return `${id}: ${help}: ${places}`;
  });
}
