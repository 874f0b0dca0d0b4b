// Readers of an old edition are told so, and get from any version to the same chapter of another.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { violations } from "./harness/axe.mjs";
import { desk, phone } from "./harness/browse.mjs";
import { useSite } from "./harness/site.mjs";

/** Three releases and one to come; in 2.0 a chapter has moved, and another is new. */
function publish() {
  const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const site = join(folder, "site");
  const release = (...args) => {
    const all = ["-C", folder, "--quiet", "release", ...args, "--onto", site, "--date", "2026-01-31"];
    execFileSync(process.env.TRANSFERBUCH, all, { stdio: "inherit" });
  };
  write("handbook.yml", "title: Ankommen\nlanguages: [de, de-simple]\n");
  write("content/index.md", "# Start\n");
  write("content/wege/index.md", "# Wege\n");
  write("content/wege/markt.md", "# Markt\n\n## Ablauf\n\nErst Stände.\n");
  write("content/wege/markt.de-simple.md", "# Der Markt\n\nViele Stände.\n");
  release("1.0");
  write("content/wege/markt.md", "# Markt\n\n## Ablauf\n\nErst Stände, dann Musik.\n");
  release("1.1");
  mkdirSync(join(folder, "content/orte"));
  for (const name of ["markt.md", "markt.de-simple.md"]) {
    renameSync(join(folder, "content/wege", name), join(folder, "content/orte", name));
  }
  write("content/neu.md", "# Neu\n");
  release("2.0", "--fix");
  write("content/probe.md", "# Probe\n");
  release("3.0-rc.1", "--no-latest");
  return { site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const site = useSite({ make: publish, path: "/handbuch/" });

const banner = (page) => page.locator(".banner-old-version");

/** Goes to another version by the switch, and waits for the address below the site's root. */
async function change(page, version, address) {
  await page.locator(".version-switch summary").click();
  await page.getByRole("link", { name: `Version ${version}`, exact: true }).last().click();
  await page.waitForURL(site.url(address));
}

test("an old edition says so and leads to the same page and place of the current one", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, "v/1.0/wege/markt/#ablauf");
    const text = "Sie lesen die Version 1.0 dieses Handbuchs. Aktuell ist die Version 2.0.";
    await banner(page).getByText(text).waitFor();
    await banner(page).getByRole("link").click();
    // Its former address leads to where it is now.
    await page.waitForURL(site.url("orte/markt/#ablauf"));
    assert.equal(await banner(page).count(), 0);
    await site.show(page, "v/2.0/orte/markt/");
    await page.locator(".version-switch").waitFor();
    assert.equal(await banner(page).count(), 0);
  });
});

test("an edition to come leads to the start of the current one", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, "v/3.0-rc.1/probe/");
    await banner(page).getByRole("link").click();
    await page.waitForURL(site.url(""));
  });
});

test("the switch stays on a chapter where another version has it, though it moved", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, "orte/markt/");
    await change(page, "1.1", "v/1.1/wege/markt/");
    await change(page, "1.0", "v/1.0/wege/markt/");
    await change(page, "2.0", "orte/markt/");
    await site.show(page, "de-simple/orte/markt/");
    await change(page, "1.0", "v/1.0/de-simple/wege/markt/");
  });
});

test("where another version lacks the chapter, the switch leads to its start", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, "neu/");
    await change(page, "1.0", "v/1.0/");
  });
});

test("without JavaScript the version leads to a list of all of them", async () => {
  await site.visit({ javaScriptEnabled: false }, async (page) => {
    await site.show(page, "v/1.0/wege/markt/");
    await page.getByRole("link", { name: "Version 1.0", exact: true }).click();
    await page.waitForURL(site.url("versionen/"));
    const versions = await page.locator(".releases h2").allInnerTexts();
    const numbers = ["3.0-rc.1", "2.0", "1.1", "1.0"];
    assert.deepEqual(versions, numbers.map((number) => `Version ${number}`));
    await page.getByRole("link", { name: "Version 3.0-rc.1" }).click();
    await page.waitForURL(site.url("v/3.0-rc.1/"));
  });
});

test("from a disk the switch stays on the chapter too", async () => {
  await site.visit({}, async (page) => {
    page.removeAllListeners("request");
    const at = (address) => pathToFileURL(join(site.folder, address, "index.html")).href;
    await page.goto(at("v/1.0/wege/markt/"));
    await banner(page).waitFor();
    await page.locator(".version-switch summary").click();
    await page.getByRole("link", { name: "Version 2.0", exact: true }).click();
    await page.waitForURL(at("orte/markt/"));
  });
});

for (const [name, viewport] of Object.entries({ phone, desk })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`on a ${name} in ${colorScheme} colours, banner, switch and lists pass axe`, async () => {
      await site.visit({ viewport, colorScheme }, async (page) => {
        for (const address of ["v/1.0/wege/markt/", "versionen/", "aenderungen/", "orte/markt/"]) {
          await site.show(page, address);
          await page.locator(".version-switch summary").click();
          assert.deepEqual(await violations(page), [], address);
        }
      });
    });
  }
}
