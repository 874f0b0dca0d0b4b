// A reader takes the citation of a chapter home as a file, without a server and without JavaScript
// too, and programs read it in the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { elements, sample } from "./harness/pages.mjs";
import { useSite } from "./harness/site.mjs";

const site = useSite();
const umlauts = useSite({ handbook: "elements" });

/** Clicks the link and gives the name and the text of the file that the browser saves. */
async function saved(page, link) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const ways = [
  ["over HTTP", {}, (page) => site.show(page, sample.format)],
  ["without JavaScript", { javaScriptEnabled: false }, (page) => site.show(page, sample.format)],
  [
    "from a disk",
    {},
    (page) => {
      page.removeAllListeners("request");
      return page.goto(pathToFileURL(join(site.folder, sample.format, "index.html")).href);
    },
  ],
];

for (const [way, options, open] of ways) {
  test(`a chapter's citation is saved as a file ${way}`, async () => {
    await site.visit({ acceptDownloads: true, ...options }, async (page) => {
      await open(page);
      const title = (await page.locator("h1").innerText()).replaceAll("\u00ad", "");
      const bibtex = await saved(page, "BibTeX");
      assert.equal(bibtex.name, "formate-lernnetzwerktreffen.bib");
      const entry = new RegExp(`^@incollection\\{formate-lernnetzwerktreffen,\\n  title = \\{${title}\\},\\n`);
      assert.match(bibtex.text, entry);
      assert.ok(bibtex.text.endsWith("}\n"));
      const csl = await saved(page, "CSL-JSON");
      assert.equal(csl.name, "formate-lernnetzwerktreffen.json");
      assert.equal(JSON.parse(csl.text)[0].title, title);
    });
  });
}

test("every sign of a title reaches the file and the markup", async () => {
  await umlauts.visit({ acceptDownloads: true }, async (page) => {
    await umlauts.show(page, elements.words);
    const title = (await page.locator("h1").textContent()).replaceAll("\u00ad", "");
    assert.match(title, /[^\x00-\x7f]/);
    assert.equal(JSON.parse((await saved(page, "CSL-JSON")).text)[0].title, title.trim());
    const markup = page.locator("script[type='application/ld+json']");
    assert.equal(JSON.parse(await markup.textContent()).name, title.trim());
    const meta = page.locator("meta[property='dcterms:title']");
    assert.equal(await meta.getAttribute("content"), title.trim());
  });
});

test("the list of all chapters offers their citations in one file", async () => {
  await site.visit({ acceptDownloads: true }, async (page) => {
    await site.show(page, sample.alphabet);
    const { name, text } = await saved(page, "CSL-JSON");
    assert.equal(name, "literatur.json");
    const ids = JSON.parse(text).map(({ id }) => id);
    assert.ok(ids.includes("formate-lernnetzwerktreffen"));
    assert.ok(!ids.includes("impressum"));
    assert.equal(new Set(ids).size, ids.length);
  });
});
