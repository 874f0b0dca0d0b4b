// Takes pictures of the sample handbook's page types at four widths, from a phone to a wide screen:
// TRANSFERBUCH=PROGRAM node screenshots.mjs [--dark] [--full] [--handbook NAME] FOLDER [PAGE...]
//
// The README's gallery: node screenshots.mjs ../../themes/gallery start section formats format results
// and node screenshots.mjs --handbook photos ../../themes/gallery
// (reduced to a palette of 64 colours afterwards, which takes two thirds off each file)

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./harness/build.mjs";
import { desk, launch, phone, show, tablet, visit, wide } from "./harness/browse.mjs";
import { elements, languages, photos, releases, sample } from "./harness/pages.mjs";
import { writePhotoHandbook } from "./harness/photos.mjs";
import { serve } from "./harness/serve.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    handbook: { type: "string", default: "sample" },
  },
});
const [folder, ...only] = positionals;
if (!folder) {
  console.error("usage: node screenshots.mjs [--dark] [--full] [--handbook NAME] FOLDER [PAGE...]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const ofPhotos = values.handbook === "photos" && mkdtempSync(join(tmpdir(), "transferbuch-"));
if (ofPhotos) await writePhotoHandbook(ofPhotos);
const built = build(ofPhotos || values.handbook);
const server = await serve(built.site, "/");
const browser = await launch();
try {
  for (const viewport of [phone, tablet, desk, wide]) {
    const options = { viewport, colorScheme: values.dark ? "dark" : "light" };
    for (const [type, address] of Object.entries({ sample, elements, languages, releases, photos }[values.handbook])) {
      if (only.length > 0 && !only.includes(type)) continue;
      await visit(browser, server.origin, options, async (page) => {
        await show(page, `${server.origin}/${address}`);
        const path = join(folder, `${type}-${viewport.width}.png`);
        await page.screenshot({ path, fullPage: values.full });
      });
    }
  }
} finally {
  await browser.close();
  await server.close();
  built.remove();
  if (ofPhotos) rmSync(ofPhotos, { recursive: true });
}
