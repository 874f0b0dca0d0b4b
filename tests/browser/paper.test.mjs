// Nothing that a page says on the screen is missing on paper: pages are printed, and the text of the
// PDF is compared with theirs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { elements, sample } from "./harness/pages.mjs";
import { useSite } from "./harness/site.mjs";

// What is of no use on paper: ways around the site, controls, and what related chapters are about.
const OFF_PAPER =
  "nav, button, form, input, select, .actions, .filter, .found-tools, .active, .compare-bar, .choose, " +
  ".screen-only, .print-way, .anchor, .backref, .compare-lead, .compare-ways, .relations .card > *, " +
  ".citation + p, .results, .search-fallback, video, audio";

for (const [handbook, pages] of Object.entries({ sample, elements })) {
  describe(`on paper the handbook "${handbook}" says all that it says on the screen`, () => {
    const site = useSite({ handbook });
    for (const [type, address] of Object.entries(pages)) {
      if (address.includes("?")) continue;
      test(`on the page "${type}"`, async () => {
        await site.visit({}, async (page) => {
          await site.show(page, address);
          await holds(page);
        });
      });
    }
  });
}

const NOUNS = ["Amt", "Brunnen", "Chor", "Dorf", "Eiche", "Fest", "Garten", "Hof", "Insel", "Jugend", "Kino", "Linde"];
const row = (cells) => `| ${cells.join(" | ")} |`;
const wide = (columns) =>
  [row(NOUNS.slice(0, columns).map((noun) => `${noun}sverwaltung${columns}`)), row(Array(columns).fill("---")),
    row(NOUNS.slice(0, columns).map((noun) => `${noun}zahl${columns}`))].join("\n");
const FILES = {
  "handbook.yml": "title: Papier\n",
  "content/index.md": "# Papier\n",
  "content/breit.md": `# Breit\n\n${wide(9)}\n\nDazwischen.\n\n${wide(12)}\n\n![Ein Plan](plan.svg)\n\n![Rundgang](film.mp4)\n\nSiehe <https://beispiel.example/plan>.\n`,
  "content/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><circle cx="800" cy="450" r="400"/></svg>',
  "content/film.mp4": "film",
};

describe("on paper", () => {
  const site = useSite({ make });

  test("tables of nine and of twelve columns have all of them", async () => {
    await site.visit({}, async (page) => {
      await page.goto(site.url("breit/"));
      await holds(page);
      const text = paper(await page.pdf({ preferCSSPageSize: true }));
      for (const columns of [9, 12]) {
        for (const noun of NOUNS.slice(0, columns)) assert.ok(text.includes(`${noun}zahl${columns}`), noun);
      }
    });
  });

  test("a drawing that has only a view is as large as one can see", async () => {
    await site.visit({}, async (page) => {
      await page.goto(site.url("breit/"));
      await page.locator("button.zoom").waitFor();
      await page.emulateMedia({ media: "print" });
      const { width, height } = await page.locator(".prose img").boundingBox();
      assert.ok(width > 200 && height > 100, `${width} x ${height}`);
    });
  });

  test("a film is named with its address, and an address stands once", async () => {
    await site.visit({}, async (page) => {
      await page.goto(site.url("breit/"));
      const text = paper(await page.pdf({ preferCSSPageSize: true }));
      assert.ok(text.includes("Rundgang(../film.mp4)"), text);
      assert.equal(text.split("beispiel.example/plan").length, 2, text);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("video").isVisible(), false);
    });
  });
});

function make() {
  const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const site = join(folder, "site");
  execFileSync(process.env.TRANSFERBUCH, ["--quiet", "-C", folder, "build", "--out", site]);
  return { site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// Every text that one sees in the page is in the PDF that it prints.
async function holds(page) {
  const texts = await page.evaluate(seen, OFF_PAPER);
  assert.notEqual(texts.length, 0);
  const printed = paper(await page.pdf({ preferCSSPageSize: true }));
  const missing = texts.map(bare).filter((text) => text && !printed.includes(text));
  assert.deepEqual(missing, []);
}

function paper(pdf) {
  const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, timeout: 20_000 });
  return bare(text.toString());
}

// Lines, and words within them, end elsewhere on paper.
function bare(text) {
  return text.normalize("NFKC").replace(/\d+ \/ \d+\n/g, "").replace(/[\s\u00ad\u2010\u2060\u2066-\u2069-]/g, "");
}

// Runs in the page.
function seen(off) {
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest(off) || element.closest(".visually-hidden, svg, [aria-hidden=true]")) continue;
    if (element.checkVisibility({ visibilityProperty: true })) texts.push(walker.currentNode.data);
  }
  return texts;
}
