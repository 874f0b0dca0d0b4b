// The start page consists of the blocks that its front matter names.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { violations } from "./harness/axe.mjs";
import { desk, phone } from "./harness/browse.mjs";
import { useSite } from "./harness/site.mjs";
import { town } from "./harness/town.mjs";

const site = useSite({ make });

function make() {
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
