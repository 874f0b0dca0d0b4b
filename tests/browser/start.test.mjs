// The start page consists of the blocks that its front matter names.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { violations } from "./harness/axe.mjs";
import { desk, phone } from "./harness/browse.mjs";
import { useSite } from "./harness/site.mjs";
import { town } from "./harness/town.mjs";

const site = useSite({ make: () => make() });

function make(change = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  const handbook = join(folder, "handbook"), built = join(folder, "site");
  town(handbook);
  const start = join(handbook, "content/index.md");
  const front = "blocks: [hero, featured, text, finder]\nfeatured: formate/f3\nimage: {file: platz.svg, alt: Menschen auf dem Platz}\n";
  writeFileSync(start, readFileSync(start, "utf8").replace("---\n", `---\n${front}`));
  appendFileSync(start, "\n[![Stadt Beispielstadt](logo.svg)](https://beispielstadt.example)\n");
  for (const [name, width, height] of [["logo", 60, 20], ["platz", 900, 600]]) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path fill="#567" d="M0 0h${width}v${height}H0z"/></svg>`;
    writeFileSync(join(handbook, `content/${name}.svg`), svg);
  }
  change(handbook);
  execFileSync(process.env.TRANSFERBUCH, ["--quiet", "-C", handbook, "build", "--strict", "--out", built]);
  return { site: built, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

for (const [name, viewport] of Object.entries({ phone, desk })) {
  test(`chosen blocks stand in their order, and no others (${name})`, async () => {
    await site.visit({ viewport }, async (page) => {
      for (const address of ["", "de-simple/"]) {
        await page.goto(site.url(address));
        const blocks = await page.locator(".start > *").evaluateAll((all) => all.map((one) => one.classList[0] + " " + one.classList[1]));
        assert.deepEqual(blocks, ["hero has-image", "page-width featured", "page-width start-text", "page-width finder-place"].slice(0, blocks.length));
        assert.equal(blocks.length, 4, address);
        await page.locator(".featured").getByRole("link", { name: "Dorfgespräch" }).waitFor();
        const picture = page.getByRole("img", { name: "Menschen auf dem Platz" });
        if (address === "") assert.ok((await picture.boundingBox()).width > 200);
        assert.deepEqual(await violations(page), []);
      }
    });
  });
}

const CHANGED = {
  "content/index.de-simple.md": "---\ntitle: Mitreden\nsummary: So können Sie mitreden.\n---\n",
  "content/gebaerden.md": "# In Gebärdensprache\n\nEin Film.\n",
};

describe("a handbook that says what it is", () => {
  const told = useSite({ make: () => make(tell) });

  function tell(handbook) {
    for (const [path, text] of Object.entries(CHANGED)) writeFileSync(join(handbook, path), text);
    const start = join(handbook, "content/index.md");
    writeFileSync(start, readFileSync(start, "utf8").replace("text, finder]", "text, finder, logos]"));
    appendFileSync(join(handbook, "handbook.yml"), "numbers: true\nlogos:\n  - {file: logo.svg, alt: Stadt Beispielstadt, url: https://stadt.example.org/}\n  - {file: logo.svg, alt: Stiftung Mitreden}\neasy_language: {name: Leichte Sprache}\nsign_language: gebaerden.md\n");
  }

  test("leads from the start page to easy language, under its name, and to sign language", async () => {
    for (const viewport of [phone, desk]) {
      await told.visit({ viewport }, async (page) => {
        await page.goto(told.root);
        const easy = page.locator(".access").getByRole("link", { name: "Leichte Sprache" });
        assert.equal(await easy.getAttribute("hreflang"), "de-simple");
        const box = await easy.boundingBox();
        assert.ok(box.y + box.height < viewport.height, "one sees it at once");
        assert.deepEqual(await violations(page), []);
        await easy.click();
        await page.waitForURL(told.url("de-simple/"));
        await page.locator(".access").getByRole("link", { name: "Gebärdensprache" }).click();
        await page.getByRole("heading", { name: "In Gebärdensprache" }).waitFor();
      });
    }
    await told.visit({}, async (page) => {
      await page.goto(told.url("formate/"));
      assert.equal(await page.locator(".languages [hreflang=de-simple]").textContent(), "Leichte Sprache");
      await page.goto(told.url("ar/"));
      assert.deepEqual(await page.locator(".access a").allInnerTexts(), ["لغة الإشارة"], "easy German is none of Arabic");
    });
  });

  test("shows the logos of partners and funders, and says whose they are", async () => {
    await told.visit({}, async (page) => {
      page.removeAllListeners("request");
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.goto(told.root);
        const logos = page.getByRole("region", { name: "Partner und Fördernde" });
        await logos.scrollIntoViewIfNeeded();
        const link = logos.getByRole("link", { name: "Stadt Beispielstadt" });
        assert.equal(await link.getAttribute("href"), "https://stadt.example.org/");
        const { height } = await logos.getByRole("img", { name: "Stiftung Mitreden" }).boundingBox();
        assert.ok(height >= 40 && height <= 64, String(height));
        assert.deepEqual(await violations(page), []);
      }
    });
  });

  test("numbers its chapters in the tree, in lists and above the text, where it asks for that", async () => {
    await told.visit({}, async (page) => {
      await page.goto(told.url("formate/f3/"));
      const heading = spaced(await page.locator("h1").innerText());
      const [, number] = /^(\d+\.\d+) Dorfgespräch$/.exec(heading) ?? assert.fail(heading);
      assert.equal(spaced(await page.locator(".sidebar [aria-current=page]").innerText()), `${number} Dorfgespräch`);
      const [section] = number.split(".");
      const next = spaced(await page.locator(".neighbours .next bdi").innerText());
      assert.ok(next.startsWith(`${section}.${Number(number.split(".")[1]) + 1} Frühzeitige`), next);
      await page.goto(told.url("formate/-druck/"));
      await page.locator(".printed-contents").getByText(`${number} Dorfgespräch`).waitFor();
      await page.goto(told.url("rechtliches/impressum/"));
      assert.equal(await page.locator("h1").innerText(), "Impressum");
    });
    await site.visit({}, async (page) => {
      await page.goto(site.url("formate/f3/"));
      assert.equal(spaced(await page.locator("h1").innerText()), "Dorfgespräch");
    });
  });
});

const spaced = (text) => text.replaceAll("\u00ad", "").replaceAll("\u00a0", " ");
