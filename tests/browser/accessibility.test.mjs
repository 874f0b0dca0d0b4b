// Every page type passes axe-core, in every state that a reader can bring it into.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "./harness/axe.mjs";
import { desk, phone } from "./harness/browse.mjs";
import { elements, languages, releases, sample } from "./harness/pages.mjs";
import { useSite } from "./harness/site.mjs";

const states = [
  { name: "phone, light", viewport: phone, colorScheme: "light" },
  { name: "phone, dark, menus and search open", viewport: phone, colorScheme: "dark", open: true },
  { name: "desk, light", viewport: desk, colorScheme: "light" },
  { name: "desk, dark", viewport: desk, colorScheme: "dark" },
  { name: "desk, forced colours", viewport: desk, forcedColors: "active" },
  { name: "desk, more contrast", viewport: desk, contrast: "more" },
];

for (const [handbook, pages] of Object.entries({ sample, elements, languages, releases })) {
  describe(`axe finds nothing in the handbook "${handbook}"`, () => {
    const site = useSite({ handbook });
    for (const { name, open, ...options } of states) {
      test(name, async () => {
        await site.visit({ reducedMotion: "reduce", ...options }, async (page) => {
          for (const [type, address] of Object.entries(pages)) {
            await site.show(page, address);
            if (open) await openAll(page);
            assert.deepEqual(await violations(page), [], `on the page "${type}"`);
          }
        });
      });
    }
  });
}

async function openAll(page) {
  for (const summary of await page.locator("details.fold > summary").all()) {
    if (await summary.isVisible()) await summary.click();
  }
  await page.locator("#page-search").fill("text");
  await page.locator(".search-preview, #page-results h2").filter({ visible: true }).waitFor();
}
