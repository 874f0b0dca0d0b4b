// Takes the manual's pictures of real screens: TRANSFERBUCH=PROGRAM node manual.mjs [FOLDER]
// (FOLDER is docs/content/bilder unless another is named; reduced to a palette of 64 colours afterwards)

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { launch, visit } from "./harness/browse.mjs";
import { watch } from "./harness/watch.mjs";

const folder = process.argv[2] ?? new URL("../../docs/content/bilder", import.meta.url).pathname;
const screen = { viewport: { width: 1100, height: 720 }, colorScheme: "light", deviceScaleFactor: 1.5 };
const handbooks = {
  de: { chapter: "content/formate/runder-tisch.md", page: "formate/runder-tisch/", locale: "de-DE" },
  en: { chapter: "content/formats/round-table.md", page: "formats/round-table/", locale: "en-GB" },
};

/** The files of a new handbook, by path. */
function begin(language) {
  const place = mkdtempSync(join(tmpdir(), "transferbuch-"));
  try {
    execFileSync(process.env.TRANSFERBUCH, ["--quiet", "--lang", language, "init", place]);
    const paths = readdirSync(place, { recursive: true }).map((name) => join(place, name));
    const files = paths.filter((path) => statSync(path).isFile());
    return Object.fromEntries(files.map((path) => [relative(place, path), readFileSync(path, "utf8")]));
  } finally {
    rmSync(place, { recursive: true });
  }
}

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const [language, { chapter, page: address, locale }] of Object.entries(handbooks)) {
    const files = begin(language);
    const preview = await watch(files, "--lang", language);
    try {
      const shoot = (page, name) => page.screenshot({ path: join(folder, `${name}-${language}.png`) });
      await visit(browser, preview.origin, { ...screen, locale }, async (page) => {
        await page.goto(preview.url(""));
        await shoot(page, "vorschau");
        await page.goto(preview.url(address));
        await shoot(page, "kapitel");
        preview.write(chapter, files[chapter].replace("title:", "titel:"));
        await page.locator("transferbuch-findings section").first().waitFor();
        await shoot(page, "befund");
      });
    } finally {
      await preview.close();
    }
  }
} finally {
  await browser.close();
}
