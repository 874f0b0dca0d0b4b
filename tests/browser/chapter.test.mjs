// What a chapter's page offers beyond its text: meanings of terms, large pictures, the current
// place, a fact sheet on paper, and a section in one piece.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, phone } from "./harness/browse.mjs";
import { elements } from "./harness/pages.mjs";
import { useSite } from "./harness/site.mjs";

const site = useSite({ handbook: "elements" });

for (const [name, viewport] of Object.entries({ phone, desk })) {
  describe(`on a ${name}`, () => {
    test("a term is explained at the keyboard's touch until Escape", async () => {
      await site.visit({ viewport }, async (page) => {
        await site.show(page, elements.text);
        const term = page.locator("a.term").first();
        await term.focus();
        const note = page.getByRole("tooltip");
        assert.match(await note.innerText(), /Web Content Accessibility Guidelines: Richtlinien/);
        assert.equal(await term.getAttribute("aria-describedby"), await note.getAttribute("id"));
        const box = await note.boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, "it is cut off");
        await page.keyboard.press("Escape");
        assert.equal(await note.isVisible(), false);
        assert.ok(await term.evaluate((term) => term === document.activeElement));
      });
    });

    test("a picture opens in a window and closes with Escape, where the reader was", async () => {
      await site.visit({ viewport }, async (page) => {
        await site.show(page, elements.text);
        const open = page.getByRole("button", { name: "Vergrößern" }).first();
        await open.focus();
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog");
        assert.ok(await dialog.getByRole("img").isVisible());
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        assert.ok(await open.evaluate((button) => button === document.activeElement));
      });
    });

    test("in forced colours and with much contrast a chapter stays readable", async () => {
      for (const state of [{ forcedColors: "active" }, { contrast: "more", colorScheme: "dark" }]) {
        await site.visit({ viewport, ...state }, async (page) => {
          await site.show(page, elements.lesson);
          assert.ok(await page.locator(".icon-level").isVisible());
          await page.getByText("intern ausgewertet").waitFor();
          await page.getByText("Stufe 3 von 5").waitFor();
        });
      }
    });
  });
}

test("a term's meaning stays while the pointer is on it", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, elements.text);
    await page.locator("a.term").first().hover();
    const note = page.getByRole("tooltip");
    await note.hover();
    await page.waitForTimeout(400);
    assert.ok(await note.isVisible());
    await page.mouse.move(0, 0);
    await note.waitFor({ state: "hidden" });
  });
});

test("the first tap on a term explains it, the second leads to the glossary", async () => {
  await site.visit({ viewport: phone, hasTouch: true }, async (page) => {
    await site.show(page, elements.text);
    const term = page.locator("a.term").first();
    await term.tap();
    await page.getByRole("tooltip").waitFor();
    assert.ok(page.url().endsWith(elements.text));
    await term.tap();
    await page.waitForURL(/glossar\/#wcag$/);
  });
});

test("a button copies the code that it stands on, and says so", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  await site.visit({ permissions }, async (page) => {
    await site.show(page, elements.text);
    const frame = page.locator(".code-frame").first();
    await frame.getByRole("button", { name: "Kopieren" }).click();
    await frame.getByRole("button", { name: "Kopiert" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await frame.locator("code").textContent());
  });
});

test("without JavaScript a term leads to the glossary", async () => {
  await site.visit({ javaScriptEnabled: false }, async (page) => {
    await site.show(page, elements.text);
    await page.locator("a.term").first().click();
    await page.waitForURL(/glossar\/#wcag$/);
  });
});

test("the contents mark the place where one reads", async () => {
  await site.visit({ reducedMotion: "reduce" }, async (page) => {
    await site.show(page, elements.text);
    await page.locator("#code").scrollIntoViewIfNeeded();
    await page.locator("#code").evaluate((heading) => heading.scrollIntoView());
    await page.locator(".toc a[aria-current=location][href='#code']").waitFor();
  });
});

test("a section prints in one piece: its contents, and chapters where there is room", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, elements.section);
    await page.getByRole("link", { name: "Alle Kapitel dieses Abschnitts" }).click();
    await page.waitForURL(site.url(elements.print));
    const chapters = await page.locator(".printed-chapter").count();
    await page.emulateMedia({ media: "print" });
    const contents = page.locator(".printed-contents a");
    assert.equal(await contents.count(), chapters);
    assert.ok(await contents.first().isVisible() && await contents.last().isVisible());
    const begins = await page.locator(".printed-chapter").evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore));
    assert.ok(begins.every((value) => value === "auto"), begins.join());
  });
});

test("what is copied has no soft hyphens", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  await site.visit({ permissions }, async (page) => {
    await site.show(page, elements.words);
    const heading = page.locator("h1");
    assert.ok((await heading.textContent()).includes("\u00ad"), "the page parts long words");
    await heading.evaluate((heading) => getSelection().selectAllChildren(heading.parentElement));
    await page.keyboard.press("Control+C");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.length > 5);
    assert.ok(!copied.includes("\u00ad"), JSON.stringify(copied));
    assert.ok(copied.includes((await heading.textContent()).replaceAll("\u00ad", "").trim()));
  });
});
