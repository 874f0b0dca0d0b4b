// Photos are loaded in the size that fits the reader's screen, and nothing jumps when they arrive.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { files, run } from "./harness/build.mjs";
import { shift } from "./harness/browse.mjs";
import { photos } from "./harness/photos.mjs";
import { useSite } from "./harness/site.mjs";

// In bytes: what a chapter with three photos costs on a phone, compressed as servers do.
const LIMIT = 300_000;
const NOTES = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0Am Markt 3";

/** The photo with notes of a camera that lay on its side, and of a place. */
function noted(photo) {
  const notes = Buffer.from(NOTES, "latin1");
  const head = Buffer.from([0xff, 0xe1, 0, notes.length + 2]);
  return Buffer.concat([photo.subarray(0, 2), head, notes, photo.subarray(2)]);
}

/** How light the middle of an element is, from 0 to 255. */
async function middle(page, element) {
  const picture = await element.screenshot();
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data[1];
  }, picture.toString("base64"));
}

async function make() {
  const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  const content = join(folder, "handbook/content");
  mkdirSync(content, { recursive: true });
  const made = await photos(3);
  made.forEach((photo, number) => writeFileSync(join(content, `foto-${number}.jpg`), photo));
  writeFileSync(join(content, "turm.jpg"), noted(made[0]));
  const text = "Ein Absatz mit Worten. ".repeat(40);
  const image = (name) => `![Der Markt am Morgen](${name}.jpg "Foto: A. Muster")\n\n${text}\n\n`;
  writeFileSync(join(content, "markt.md"), `# Markt\n\n${[0, 1, 2].map((n) => image(`foto-${n}`)).join("")}`);
  // The middle of the drawing is of the text's colour, and its frame loads, runs and tells nothing.
  writeFileSync(
    join(content, "plan.svg"),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><script>alert(1)</script>
    <style>rect { stroke: url(https://plan.example/x) }</style><rect width="80" height="40" fill="currentColor"/></svg>`,
  );
  writeFileSync(join(content, "plan.md"), "# Plan\n\n![Der Plan](plan.svg)\n");
  writeFileSync(join(content, "turm.md"), "# Turm\n\n![Der Turm](turm.jpg)\n");
  const site = join(folder, "site");
  run("-C", join(folder, "handbook"), "build", "--out", site);
  return { site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

describe("photos", () => {
  const site = useSite({ make });

  for (const [width, density, wanted] of [
    [360, 1, 360],
    [360, 2, 700],
    [768, 1, 700],
    [768, 2, 1440],
    [1280, 1, 700],
    [1280, 2, 1440],
  ]) {
    test(`at ${width} pixels and a density of ${density} the file of ${wanted} is loaded`, async () => {
      const options = { viewport: { width, height: 800 }, deviceScaleFactor: density };
      await site.visit(options, async (page) => {
        await site.show(page, "markt/");
        const image = page.locator("main img").first();
        await image.evaluate((shown) => shown.decode());
        const { loaded, complete, overflow } = await image.evaluate((shown) => ({
          loaded: shown.currentSrc,
          complete: shown.naturalWidth > 0,
          overflow: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        }));
        assert.match(loaded, new RegExp(`-${wanted}\\.jpg$`));
        assert.ok(complete && !overflow);
      });
    });
  }

  test("a chapter with three photos is light on a phone, and nothing in it jumps", async (t) => {
    const options = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };
    await site.visit(options, async (page) => {
      let bytes = 0;
      const weighed = [];
      page.on("response", (answer) => weighed.push(answer));
      await site.show(page, "markt/");
      const images = page.locator("main img");
      assert.equal(await images.count(), 3);
      for (const image of await images.all()) {
        await image.scrollIntoViewIfNeeded();
        await image.evaluate((shown) => shown.decode());
      }
      for (const answer of weighed) bytes += (await answer.body()).length;
      t.diagnostic(`${bytes} bytes, not compressed`);
      assert.ok(bytes <= LIMIT, `${bytes} bytes`);
      assert.equal(await shift(page), 0);
      assert.deepEqual(await images.evaluateAll((all) => all.map((shown) => shown.loading)), [
        "auto",
        "lazy",
        "lazy",
      ]);
    });
  });

  test("a photo that was taken on its side stands upright, and no file tells where", async () => {
    await site.visit({}, async (page) => {
      await site.show(page, "turm/");
      const image = page.locator("main img");
      await image.evaluate((shown) => shown.decode());
      const { width, height } = await image.evaluate((shown) => ({
        width: shown.naturalWidth,
        height: shown.naturalHeight,
      }));
      assert.ok(height > width, `${width} x ${height}`);
    });
    const published = files(site.folder, ".jpg");
    assert.ok(published.length >= 8);
    for (const file of published) {
      const bytes = readFileSync(join(site.folder, file)).toString("latin1");
      assert.ok(!/Exif|Markt 3|http:\/\/ns\.adobe/.test(bytes), file);
    }
  });

  test("a drawing in the colour of the text is seen on a light page, a dark one and on paper", async () => {
    for (const [scheme, chosen, isLight] of [
      ["light", null, false],
      ["dark", null, true],
      ["light", "dark", true],
      ["dark", "light", false],
    ]) {
      await site.visit({ colorScheme: scheme }, async (page) => {
        await site.show(page, "plan/");
        const set = (theme) => theme && (document.documentElement.dataset.theme = theme);
        await page.evaluate(set, chosen);
        const image = page.locator("main img");
        await image.evaluate((shown) => shown.decode());
        const { naturalWidth, width, height } = await image.evaluate(
          ({ naturalWidth, width, height }) => ({ naturalWidth, width, height }),
        );
        assert.deepEqual([naturalWidth, width, height], [80, 80, 40]);
        assert.equal((await middle(page, image)) > 128, isLight, `${scheme}, ${chosen}`);
        await page.emulateMedia({ media: "print" });
        assert.ok((await middle(page, image)) < 128, `${scheme}, ${chosen} on paper`);
      });
    }
  });

  test("the enlarged photo is the largest that the screen has room for", async () => {
    await site.visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await site.show(page, "markt/");
      await page.locator("main .zoom").first().click();
      const large = page.locator("dialog img");
      await large.evaluate((shown) => shown.decode());
      assert.match(await large.evaluate((shown) => shown.currentSrc), /-(1440|2160)\.jpg$/);
    });
  });
});
