// A reader unpacks the edition for reading without a server, opens it, and finds their way.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { useSite } from "./harness/site.mjs";

const site = useSite();
let folder, start;

// The site is there when the first test runs.
function unpack() {
  folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  const out = join(folder, "archive");
  execFileSync(process.env.TRANSFERBUCH, ["--quiet", "archive", site.folder, "--out", out]);
  const zip = readdirSync(out).find((name) => name.endsWith("-offline.zip"));
  execFileSync("unzip", ["-q", join(out, zip), "-d", folder]);
  return join(folder, zip.replace("-offline.zip", ""));
}

after(() => folder && rmSync(folder, { recursive: true, force: true }));

function open(address, body) {
  start = start || unpack();
  return site.visit({}, async (page) => {
    page.removeAllListeners("request");
    await page.goto(pathToFileURL(join(start, address)).href);
    await body(page);
  });
}

/** Fails unless the browser shows a page, and not what is in a folder. */
async function shows(page, address) {
  await page.waitForURL((url) => fileURLToPath(url) === join(start, address));
  assert.ok(existsSync(fileURLToPath(page.url())));
}

test("a search leads from any page to a chapter", async () => {
  await open("index.html", async (page) => {
    await page.locator("#page-search").fill("Sprachkurs mitsteuern");
    await page.locator(".search-preview li a").first().click();
    await shows(page, "lernerfahrungen/kurse-mitsteuern/index.html");
  });
});

test("the page of results can be reached, and leads to a chapter", async () => {
  await open("glossar/index.html", async (page) => {
    await page.locator("#page-search").fill("Sprachkurs mitsteuern");
    await page.keyboard.press("Enter");
    await shows(page, "suche/index.html");
    await page.locator(".hits > li > a").first().click();
    await shows(page, "lernerfahrungen/kurse-mitsteuern/index.html");
  });
});

test("chapters that are ticked in a catalogue are compared, and the comparison leads to them", async () => {
  await open("formate/index.html", async (page) => {
    const boxes = page.getByLabel(/^Vergleichen: /);
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole("link", { name: "Vergleichen", exact: true }).click();
    await shows(page, "katalog/format/vergleich/index.html");
    await page.locator("thead a").first().click();
    await page.locator("article h1").waitFor();
    await shows(page, "formate/lernnetzwerktreffen/index.html");
  });
});
