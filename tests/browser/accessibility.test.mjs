// Every page type passes axe-core, in every state that a reader can bring it into.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { OF_COLOURS, violations } from "./harness/axe.mjs";
import { desk, phone } from "./harness/browse.mjs";
import { elements, languages, releases, sample, town } from "./harness/pages.mjs";
import { useSite } from "./harness/site.mjs";

// The whole of a page is looked at once for each size, and what a state changes of it once more. The sample has all
// of what opens and every colour; other handbooks have other texts in them.
const header = { within: ".site-header" };
const colours = { only: OF_COLOURS };
// The open list of results covers a part of whatever happens to be below its edge.
const covered = { except: ["target-size"] };
const states = [
  { name: "phone, light", everywhere: true, viewport: phone, colorScheme: "light" },
  { name: "phone, dark, folds and search open", viewport: phone, colorScheme: "dark", open: openAll, look: covered },
  { name: "phone, light, menu open", viewport: phone, colorScheme: "light", open: openMenu, look: header },
  { name: "desk, light", everywhere: true, viewport: desk, colorScheme: "light" },
  { name: "desk, light, search open", viewport: desk, colorScheme: "light", open: openAll, look: { ...header, ...covered } },
  { name: "desk, dark", everywhere: true, viewport: desk, colorScheme: "dark", look: colours },
  { name: "desk, forced colours", viewport: desk, forcedColors: "active", look: colours },
  { name: "desk, more contrast", viewport: desk, contrast: "more", look: colours },
];

for (const [handbook, pages] of Object.entries({ sample, elements, languages, releases, town })) {
  describe(`axe finds nothing in the handbook "${handbook}"`, () => {
    const site = useSite({ handbook });
    for (const { name, everywhere, open, look, ...options } of states) {
      if (!everywhere && handbook !== "sample") continue;
      test(name, async () => {
        await site.visit({ reducedMotion: "reduce", ...options }, async (page) => {
          for (const [type, address] of Object.entries(pages)) {
            await site.show(page, address);
            if (open) await open(page);
            assert.deepEqual(await violations(page, look), [], `on the page "${type}"`);
          }
        });
      });
    }
  });
}

// What scripts make of a page when a reader uses it.
const uses = [
  {
    name: "a catalogue that is narrowed, with chapters ticked",
    address: "formate/?purposes=discuss&q=treffen&id=formate/lernnetzwerktreffen",
    use: (page) => page.locator(".active button").first().waitFor(),
  },
  {
    name: "a catalogue that has nothing that fits",
    address: "formate/?q=Quantenchromodynamik",
    use: (page) => page.getByText("Zu dieser Auswahl passt kein Kapitel").waitFor(),
  },
  {
    name: "chapters side by side",
    address: "katalog/format/vergleich/?id=formate/lernnetzwerktreffen&id=formate/round-table-initiative",
    use: (page) => page.locator(".side-by-side").waitFor(),
  },
  {
    name: "a term with its meaning",
    address: "formate/",
    use: (page) => page.locator("a.term").first().focus(),
  },
  {
    name: "a picture in a window",
    address: "formate/lernnetzwerktreffen/",
    use: (page) => page.locator("button.zoom").first().click(),
  },
  {
    name: "a search that finds nothing",
    address: "suche/?q=Quantenchromodynamik",
    use: (page) => page.locator("#page-results p").first().waitFor(),
  },
];

describe("axe finds nothing in what scripts make", () => {
  const site = useSite();
  for (const { name, address, use } of uses) {
    for (const [size, viewport] of Object.entries({ phone, desk })) {
      for (const colorScheme of ["light", "dark"]) {
        test(`${name} (${size}, ${colorScheme})`, async () => {
          await site.visit({ viewport, colorScheme, reducedMotion: "reduce" }, async (page) => {
            await page.goto(site.url(address));
            await use(page);
            assert.deepEqual(await violations(page), []);
          });
        });
      }
    }
  }
});

async function openAll(page) {
  for (const summary of await page.locator("details.fold:not(.menu) > summary").all()) {
    if (await summary.isVisible()) await summary.click();
  }
  await page.locator("#page-search").fill("text");
  await page.locator(".search-preview, #page-results h2").filter({ visible: true }).waitFor();
}

async function openMenu(page) {
  await page.locator(".menu > summary").click();
  await page.locator(".menu .languages").or(page.locator(".menu .main-nav")).first().waitFor();
}
