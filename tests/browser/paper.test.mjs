// Nothing that a page says on the screen is missing on paper: pages are printed, and the text of the
// PDF is compared with theirs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { desk, phone } from "./harness/browse.mjs";
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

for (let number = 0; number < 25; number += 1) {
  FILES[`content/viele/k${number}.md`] = `# Kapitel ${number}\n\nText ${number}.\n`;
}

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

  test("a section of many chapters says how many parts it has, leads to them, and wastes no paper", async () => {
    await site.visit({}, async (page) => {
      await page.goto(site.url("viele/-druck/"));
      await page.getByText("Er hat 2 Teile, dies ist Teil 1.").waitFor();
      const printed = leaves(await page.pdf({ preferCSSPageSize: true, format: "A4" }));
      assert.ok(bare(printed[0]).includes(bare("Er hat 2 Teile, dies ist Teil 1.")));
      assert.ok(printed.length <= 3, `20 short chapters on ${printed.length} sheets`);
      await page.getByRole("navigation", { name: "Seiten der Liste" }).getByRole("link", { name: "Nächste Seite" }).click();
      await page.waitForURL(site.url("viele/-druck-2/"));
      await page.getByRole("heading", { name: "Kapitel 24" }).waitFor();
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

describe("a fact sheet", () => {
  const site = useSite({ handbook: "town" });

  test("is one click away from its chapter", async () => {
    for (const viewport of [phone, desk]) {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.url("formate/f3/"));
        await page.evaluate(() => { window.print = () => { document.title = "printed"; }; });
        await page.getByRole("button", { name: "Drucken" }).click();
        await page.waitForFunction(() => document.title === "printed");
      });
    }
  });

  test("has its facts with their values, and says at its foot what it is, from when and where", async () => {
    await site.visit({}, async (page) => {
      await page.goto(site.url("formate/f3/"));
      const pages = leaves(await page.pdf({ preferCSSPageSize: true, format: "A4" }));
      assert.ok(pages.length <= 2, `${pages.length} pages`);
      const text = bare(pages.join(""));
      for (const words of ["20–60 Personen", "Alle kommen zu Wort.", "Ersetzt keinen Beschluss.", "Personal", "Karten"]) {
        assert.ok(text.includes(bare(words)), words);
      }
      const foot = bare(pages.at(-1)).slice(-400);
      for (const words of ["Dorfgespräch", "Mitreden in Beispielstadt", "2026", "https://mitreden.example.org/formate/f3/"]) {
        assert.ok(foot.includes(bare(words)), `${words} in ${foot}`);
      }
      await page.emulateMedia({ media: "print" });
      const code = page.locator(".paper-code");
      const { width } = await code.boundingBox();
      assert.ok(width > 75, `a phone reads a code of 2 cm, not of ${width} pixels`);
      assert.ok(await code.evaluate((image) => image.complete && image.naturalWidth > 0), "it is loaded by printing");
    });
  });

  test("ends no page with a heading, and parts no fact from its label", async () => {
    await site.visit({}, async (page) => {
      await page.goto(site.url("formate/f3/"));
      const headings = await page.locator("main :is(h2, h3, h4, dt, .step-title)").allInnerTexts();
      // Other lengths of the page before end it at other lines.
      for (let lines = 0; lines < 45; lines += 2) {
        await page.evaluate((lines) => {
          document.querySelector("#filler")?.remove();
          const filler = document.createElement("p");
          filler.id = "filler";
          for (let at = 0; at < lines; at += 1) filler.append(`Zeile ${at}`, document.createElement("br"));
          document.querySelector(".prose").prepend(filler);
        }, lines);
        for (const leaf of leaves(await page.pdf({ preferCSSPageSize: true }))) {
          const last = bare(leaf.trim().split("\n").filter((line) => !/^\s*\d+ \/ \d+\s*$/.test(line)).at(-1) ?? "");
          assert.ok(!headings.some((heading) => last && bare(heading) === last), `"${last}" after ${lines} lines`);
        }
      }
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

// The text of each page of paper.
function leaves(pdf) {
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, timeout: 20_000 }).toString();
  return text.split("\f").filter((leaf) => leaf.trim());
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
