// What a reader does: going from page to page without JavaScript or without a mouse, switching to
// dark, printing, opening a page from disk.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { desk, phone, texts } from "./harness/browse.mjs";
import { sample } from "./harness/pages.mjs";
import { useSite } from "./harness/site.mjs";

const site = useSite();
const sizes = { phone, desk };

describe("without JavaScript", () => {
  for (const [name, viewport] of Object.entries(sizes)) {
    test(`a reader goes from the start page to a chapter and on (${name})`, async () => {
      await site.visit({ viewport, javaScriptEnabled: false }, async (page) => {
        await page.goto(site.root);
        await openMenu(page);
        await page.locator(".main-nav").getByRole("link", { name: "Beteiligungsformate" }).click();
        await arrives(page, "formate/", "Beteiligungsformate");
        await page.locator(".found-list").getByRole("link", { name: "Lernnetzwerktreffen" }).click();
        await arrives(page, "formate/lernnetzwerktreffen/", "Lernnetzwerktreffen");
        await page.locator("a[rel=next]").click();
        await arrives(page, "formate/austausch-verwaltung-wirtschaft/", "Austausch zwischen");
        await page.locator("a[rel=prev]").click();
        await arrives(page, "formate/lernnetzwerktreffen/", "Lernnetzwerktreffen");
        await page.locator(".site-footer").getByRole("link", { name: "Glossar" }).click();
        await arrives(page, "glossar/", "Glossar");
        await page.locator(".brand").click();
        await arrives(page, "", "Arbeit und Ausbildung");
      });
    });
  }

  test("the dark switch, which would do nothing, is not shown", async () => {
    await site.visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(site.root);
      assert.equal(await page.locator(".theme-switch").isVisible(), false);
    });
  });
});

test("a page that the browser kept follows a switch that was made on the next one", async () => {
  await site.visit({ colorScheme: "light" }, async (page) => {
    await page.goto(site.root);
    await page.goto(site.url(sample.format));
    await page.getByRole("button", { name: "Dunkel" }).click();
    const dark = await ground(page);
    await page.goBack();
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    assert.equal(await ground(page), dark);
  });
});

describe("with the keyboard alone", () => {
  test("the skip link comes first, shows itself and leads to the text", async () => {
    await site.visit({}, async (page) => {
      await page.goto(site.url(sample.format));
      await page.keyboard.press("Tab");
      const skip = page.locator(".skip-link");
      assert.ok(await skip.evaluate((link) => link === document.activeElement));
      assert.ok((await skip.boundingBox()).y >= 0, "the skip link stays out of sight");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.localName), "main");
    });
  });

  for (const [name, viewport] of Object.entries(sizes)) {
    test(`a reader reaches a chapter from the start page (${name})`, async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.root);
        if (viewport === phone) {
          await tabTo(page, "Menü");
          await page.keyboard.press("Enter");
        }
        await tabTo(page, "Beteiligungsformate");
        await page.keyboard.press("Enter");
        await page.waitForURL(site.url("formate/"));
        await tabTo(page, "Lernnetzwerktreffen");
        await page.keyboard.press("Enter");
        await page.waitForURL(site.url("formate/lernnetzwerktreffen/"));
      });
    });
  }
});

for (const [name, viewport] of Object.entries(sizes)) describe(`the dark switch (${name})`, () => {
  test("is remembered on the next page and after a reload", async () => {
    await site.visit({ viewport, colorScheme: "light" }, async (page) => {
      await page.goto(site.root);
      const light = await ground(page);
      await openMenu(page);
      await page.getByRole("button", { name: "Dunkel" }).click();
      const dark = await ground(page);
      assert.notEqual(dark, light);
      await page.reload();
      assert.equal(await ground(page), dark);
      await page.goto(site.url(sample.format));
      assert.equal(await ground(page), dark);
      await openMenu(page);
      const button = page.getByRole("button", { name: "Dunkel" });
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      await button.click();
      assert.equal(await ground(page), light);
    });
  });

  test("begins where the system stands", async () => {
    await site.visit({ viewport, colorScheme: "dark" }, async (page) => {
      await page.goto(site.root);
      await openMenu(page);
      const button = page.getByRole("button", { name: "Dunkel" });
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      const dark = await ground(page);
      await button.click();
      assert.notEqual(await ground(page), dark);
    });
  });
});

for (const [name, viewport] of Object.entries(sizes)) describe(`on paper (from a ${name})`, () => {
  test("a chapter prints without its navigation", async () => {
    await site.visit({ viewport }, async (page) => {
      await page.goto(site.url(sample.format));
      await page.emulateMedia({ media: "print" });
      for (const part of await page.locator("nav, .tools, .site-footer").all()) {
        assert.equal(await part.isVisible(), false);
      }
      assert.ok(await page.locator("h1").isVisible());
      assert.ok(await page.locator(".facts").isVisible());
    });
  });

  test("a dark chapter prints as a PDF of a few pages with black on white", async () => {
    await site.visit({ viewport, colorScheme: "dark" }, async (page) => {
      await page.goto(site.url(sample.format));
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
      assert.ok(pages >= 1 && pages <= 5, `it has ${pages} pages`);
      await page.emulateMedia({ media: "print" });
      assert.equal(await ground(page), "rgb(255, 255, 255)");
    });
  });
});

test("a page opened from disk has its style", async () => {
  await site.visit({}, async (page) => {
    const plain = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    // The guard is for pages from a host: what a file asks for is looked at here.
    const asked = [];
    page.removeAllListeners("request");
    page.on("request", (request) => asked.push(new URL(request.url()).protocol));
    await page.goto(pathToFileURL(join(site.folder, sample.format, "index.html")).href);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).fontFamily), plain);
    assert.deepEqual([...new Set(asked)], ["file:"]);
  });
});

async function openMenu(page) {
  const menu = page.locator(".menu > summary");
  if (await menu.isVisible() && !(await menu.evaluate((summary) => summary.parentNode.open))) await menu.click();
}

async function arrives(page, address, heading) {
  await page.waitForURL(site.url(address));
  const [shown] = await texts(page.locator("h1"));
  assert.ok(shown.startsWith(heading), shown);
}

// Presses Tab until what has the focus is called so. Each stop on the way must be in sight.
async function tabTo(page, name) {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const { activeElement: element } = document;
      const { outlineStyle } = getComputedStyle(element);
      const visible = element.checkVisibility({ visibilityProperty: true });
      return { name: element.innerText.replaceAll("\u00ad", "").trim(), seen: visible && outlineStyle !== "none" };
    });
    assert.ok(stop.seen, `the focus on "${stop.name}" can't be seen`);
    if (stop.name === name) return;
  }
  assert.fail(`Tab doesn't reach "${name}"`);
}

function ground(page) {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
