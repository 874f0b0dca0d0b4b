// Photos are loaded in the size that fits the reader's screen, and nothing jumps when they arrive.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { files, run } from "./harness/build.mjs";
import { launch, shift } from "./harness/browse.mjs";
import { useSite } from "./harness/site.mjs";

// In bytes: what a chapter with three photos costs on a phone, compressed as servers do.
const LIMIT = 300_000;
const NOTES = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0Am Markt 3";

/** Photos as Chromium makes them: clouds, edges and the noise of a sensor. */
async function photos(count) {
  const browser = await launch();
  const page = await browser.newPage();
  const made = [];
  for (let number = 0; number < count; number += 1) {
    const data = await page.evaluate((seed) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [2400, 1800];
      const context = canvas.getContext("2d");
      let random = seed + 1;
      const next = () => (random = (random * 16807) % 2147483647) / 2147483647;
      for (let n = 0; n < 400; n += 1) {
        const [x, y, size] = [next() * 2400, next() * 1800, 40 + next() * 500];
        const cloud = context.createRadialGradient(x, y, 0, x, y, size);
        const colour = [next(), next(), next()].map((part) => Math.round(part * 255)).join(" ");
        cloud.addColorStop(0, `rgb(${colour} / .6)`);
        cloud.addColorStop(next() < 0.3 ? 0.98 : 0.3, `rgb(${colour} / .3)`);
        cloud.addColorStop(1, `rgb(${colour} / 0)`);
        context.fillStyle = cloud;
        context.fillRect(0, 0, 2400, 1800);
      }
      const image = context.getImageData(0, 0, 2400, 1800);
      for (let at = 0; at < image.data.length; at += 4) {
        const noise = (next() - 0.5) * 14;
        for (let part = 0; part < 3; part += 1) image.data[at + part] += noise;
      }
      context.putImageData(image, 0, 0);
      return canvas.toDataURL("image/jpeg", 0.92);
    }, number);
    made.push(Buffer.from(data.split(",")[1], "base64"));
  }
  await browser.close();
  return made;
}

/** The photo with notes of a camera that lay on its side, and of a place. */
function noted(photo) {
  const notes = Buffer.from(NOTES, "latin1");
  const head = Buffer.from([0xff, 0xe1, 0, notes.length + 2]);
  return Buffer.concat([photo.subarray(0, 2), head, notes, photo.subarray(2)]);
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
