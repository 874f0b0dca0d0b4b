// A reader answers questions in words, and gets the chapters that suit them.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { desk, phone, texts } from "./harness/browse.mjs";
import { useSite } from "./harness/site.mjs";

const site = useSite({ handbook: "town" });
const FITTING = ["Ausschuss vor Ort", "Beteiligungswerkstatt", "Schlichtungsrunde"];

for (const [name, viewport] of Object.entries({ phone, desk })) {
  describe(`finder (${name})`, () => {
    test("a format for 20 people, half a day, in conflict: four clicks from the start page", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.root);
        const clicks = counter();
        await clicks.on(page.getByLabel("Wie viele Menschen?"));
        await page.keyboard.type("20");
        await clicks.on(page.getByRole("radio", { name: "ein halber Tag" }));
        await clicks.on(page.getByRole("radio", { name: "ja" }));
        await clicks.on(page.getByRole("button", { name: "3 Beteiligungsformate zeigen" }));
        await page.waitForURL((url) => url.pathname === "/formate/");
        await page.locator("#page-count").filter({ hasText: "3 Ergebnisse" }).waitFor();
        assert.deepEqual(await titles(page), FITTING);
        assert.ok(clicks.count <= 4, `${clicks.count} clicks`);
      });
    });

    test("above the list it narrows in place, and says in the address what was answered", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.url("formate/"));
        const typed = page.getByLabel("Wie viele Menschen?");
        await typed.fill("20");
        await page.locator("#page-count").filter({ hasText: "8 Ergebnisse" }).waitFor();
        await page.getByRole("radio", { name: "ein halber Tag" }).click();
        await page.locator("#page-count").filter({ hasText: "4 Ergebnisse" }).waitFor();
        await page.locator(".finder").getByRole("radio", { name: "ja" }).click();
        await page.locator("#page-count").filter({ hasText: "3 Ergebnisse" }).waitFor();
        await page.goto(page.url());
        await page.locator("#page-count").filter({ hasText: "3 Ergebnisse" }).waitFor();
        assert.deepEqual(await titles(page), FITTING);
        assert.equal(await typed.inputValue(), "20");
        assert.ok(await page.locator(".finder").getByRole("radio", { name: "ja" }).isChecked());
        await page.getByRole("button", { name: "Filter entfernen: Zahl der Teilnehmenden: 20" }).click();
        await page.waitForURL((url) => !url.searchParams.has("participants"));
        assert.equal(await typed.inputValue(), "");
        await page.getByRole("button", { name: "Filter entfernen: Dauer: ein halber Tag" }).click();
        await page.locator("#page-count").filter({ hasText: "6 Ergebnisse" }).waitFor();
      });
    });
  });
}

for (const [name, viewport] of Object.entries({ phone, desk })) {
  test(`what failed and why: two clicks, with the reason in the list (${name})`, async () => {
    await site.visit({ viewport }, async (page) => {
      await page.goto(site.root);
      const clicks = counter();
      await clicks.on(page.locator(".kind").getByRole("link", { name: /Lernerfahrungen/ }));
      await clicks.on(page.locator(".finder").getByRole("radio", { name: "hat nicht geklappt" }));
      await page.locator("#page-count").filter({ hasText: "2 Ergebnisse" }).waitFor();
      await page.getByText("Wer keine Post bekommt, liest auch keinen Aushang.").waitFor();
      assert.equal(clicks.count, 2);
    });
  });
}

test("by keyboard alone it takes no more keys than questions beside the letters", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.root);
    await page.getByLabel("Wie viele Menschen?").focus();
    await page.keyboard.type("20");
    for (const key of ["Tab", "ArrowRight", "ArrowRight", "Tab", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    await page.locator("#page-count").filter({ hasText: "3 Ergebnisse" }).waitFor();
    assert.deepEqual(await titles(page), FITTING);
  });
});

test("a phone shows how many there are, and leads to them", async () => {
  await site.visit({ viewport: phone }, async (page) => {
    await page.goto(site.url("formate/"));
    await page.locator(".filter > .fold > summary").click();
    await page.getByRole("checkbox", { name: "informieren" }).check();
    const go = page.locator(".filter").getByRole("button", { name: "3 Beteiligungsformate zeigen" });
    const box = await go.boundingBox();
    assert.ok(box.y + box.height <= phone.height, "it stands at the foot of the window");
    await go.click();
    assert.equal(await page.locator(".filter > .fold").getAttribute("open"), null);
    assert.equal(await page.evaluate(() => document.activeElement.id), "page-count");
  });
});

test("without a script the questions lead to lists by value", async () => {
  await site.visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(site.root);
    assert.equal(await page.locator("form.finder").isVisible(), false);
    const finder = page.getByRole("region", { name: "Welches Format passt?" });
    await finder.getByRole("link", { name: "mit neutraler Moderation" }).click();
    await page.waitForURL(site.url("katalog/format/conflict_fit/with-facilitation/"));
    assert.equal((await titles(page)).length, 3);
  });
});

test("it works from a disk", async () => {
  await site.visit({}, async (page) => {
    page.removeAllListeners("request");
    await page.goto(pathToFileURL(join(site.folder, "index.html")).href);
    await page.getByRole("radio", { name: "ein halber Tag" }).click();
    await page.getByRole("button", { name: "4 Beteiligungsformate zeigen" }).click();
    await page.waitForURL((url) => url.pathname.endsWith("/formate/index.html"));
    await page.locator("#page-count").filter({ hasText: "4 Ergebnisse" }).waitFor();
  });
});

test("what nothing fits says so and helps on", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("formate/?participants=100000000&duration=..120"));
    await page.locator("#page-count").filter({ hasText: "Ein Ergebnis" }).waitFor();
    await page.goto(site.url("formate/?participants=viele"));
    await page.locator("#page-count").filter({ hasText: "Keine Ergebnisse" }).waitFor();
    await page.getByRole("button", { name: "Filter entfernen: Zahl der Teilnehmenden: viele" }).click();
    await page.locator("#page-count").filter({ hasText: "12 Kapitel" }).waitFor();
  });
});

test("other languages ask in their words", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("ar/"));
    await page.getByText("هل هناك نزاع؟").waitFor();
    await page.locator(".finder").getByRole("radio", { name: "نعم" }).click();
    await page.getByRole("button", { name: "أشكال المشاركة (6)" }).click();
    await page.waitForURL((url) => url.searchParams.getAll("conflict_fit").length === 2);
  });
});

function counter() {
  return {
    count: 0,
    async on(place) {
      this.count += 1;
      await place.click();
    },
  };
}

function titles(page) {
  return texts(page.locator(".found-list h3"));
}
