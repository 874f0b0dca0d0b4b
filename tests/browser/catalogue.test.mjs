// A reader narrows a catalogue to what fits, sends it to a colleague, and compares what is left.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { violations } from "./harness/axe.mjs";
import { desk, phone, texts } from "./harness/browse.mjs";
import { useSite } from "./harness/site.mjs";

const site = useSite();

for (const [name, viewport] of Object.entries({ phone, desk })) {
  describe(`catalogue (${name})`, () => {
    test("narrows by several facets, counts what is left, and goes back", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.url("formate/"));
        assert.equal((await titles(page)).length, 4);
        await openFilters(page);
        await tick(page, "diskutieren");
        await counts(page, "2 Ergebnisse");
        await tick(page, "zusammenarbeiten");
        await counts(page, "3 Ergebnisse");
        await tick(page, "Auswertung und Abschluss");
        await counts(page, "Ein Ergebnis");
        assert.deepEqual(await titles(page), ["Lernnetzwerktreffen"]);
        const cooperate = page.locator("[data-value=cooperate]");
        assert.equal(await cooperate.locator(".muted").innerText(), "0");
        await page.goBack();
        await counts(page, "3 Ergebnisse");
        await page.getByRole("button", { name: "Filter entfernen: Zwecke: diskutieren" }).click();
        await counts(page, "2 Ergebnisse");
        await page.getByRole("button", { name: "Zwecke: zusammenarbeiten" }).click();
        await counts(page, "4 Kapitel");
        assert.equal(new URL(page.url()).search, "");
      });
    });

    test("has an address with all that was chosen, which can be handed on", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.url("lernerfahrungen/"));
        await openFilters(page);
        await tick(page, "Kommune");
        await counts(page, /Ergebnis/);
        await page.getByLabel("Sortieren").selectOption("title");
        await page.waitForURL((url) => url.searchParams.get("order") === "title");
        const narrowed = await settled(page);
        assert.deepEqual(narrowed, [...narrowed].sort((a, b) => a.localeCompare(b, "de")));
        const address = page.url();
        await page.goto(site.root);
        await page.goto(address);
        await counts(page, /Ergebnis/);
        assert.deepEqual(await settled(page), narrowed);
        assert.ok(await page.locator("[data-value=municipality] input").isChecked());
      });
    });

    test("can be searched together with its filters", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.url("katalog/"));
        await page.getByLabel("In dieser Liste suchen").fill("Unternehmen");
        await counts(page, /Ergebnis/);
        const found = await titles(page);
        await openFilters(page);
        await tick(page, "Werkzeuge");
        await page.waitForURL((url) => url.searchParams.get("kind") === "tool");
        await page.locator(".active li").first().waitFor();
        const some = await titles(page);
        assert.ok(some.length > 0 && some.length < found.length);
        assert.ok(some.every((title) => found.includes(title)));
      });
    });

    test("leads on from the list of one value to the whole catalogue", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.url("katalog/format/purposes/discuss/"));
        assert.equal((await titles(page)).length, 2);
        await openFilters(page);
        await tick(page, "Auswertung und Abschluss");
        await page.waitForURL((url) => url.pathname.endsWith("/formate/"));
        await counts(page, "Ein Ergebnis");
      });
    });

    test("compares the chapters that are ticked, and those of an address", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.url("formate/"));
        await page.getByLabel("Vergleichen: Lernnetzwerktreffen").check();
        const compare = page.getByRole("link", { name: "Vergleichen", exact: true });
        assert.equal(await compare.isVisible(), false, "one alone is no comparison");
        await page.getByLabel("Vergleichen: Round-Table-Initiative").check();
        await compare.click();
        const heads = page.locator("thead th[scope=col] a");
        await page.locator(".side-by-side").waitFor();
        assert.deepEqual(await texts(heads), ["Lernnetzwerktreffen", "Round-Table-Initiative"]);
        const row = page.locator("tr", { has: page.locator("th[scope=row]", { hasText: "Dauer" }) });
        assert.deepEqual(await row.locator("td").allInnerTexts(), ["2 Tage", "–"]);
        const address = page.url();
        await page.goBack();
        assert.ok(await page.getByLabel("Vergleichen: Lernnetzwerktreffen").isChecked());
        await page.goto(address);
        await page.locator(".side-by-side").waitFor();
        await page.getByRole("link", { name: "Alle im Vergleich" }).click();
        await page.waitForURL(site.url("katalog/format/vergleich/"));
        assert.equal(await page.locator("tbody tr").count(), 4);
      });
    });

    test("works without JavaScript, by links and the full table", async () => {
      await site.visit({ viewport, javaScriptEnabled: false }, async (page) => {
        await page.goto(site.root);
        await page.getByRole("link", { name: "Filtern und vergleichen" }).click();
        await page.waitForURL(site.url("katalog/"));
        await page.goto(site.url("katalog/format/"));
        await page.waitForURL(site.url("formate/"));
        await openFilters(page);
        await page.getByRole("link", { name: "diskutieren" }).click();
        await page.waitForURL(site.url("katalog/format/purposes/discuss/"));
        assert.equal((await titles(page)).length, 2);
        await page.getByRole("link", { name: "Alle im Vergleich" }).click();
        await page.waitForURL(site.url("katalog/format/vergleich/"));
        assert.equal(await page.locator("tbody th[scope=row]").count(), 4);
      });
    });

    test("leads from a chapter's facts to all chapters that share them", async () => {
      await site.visit({ viewport, javaScriptEnabled: false }, async (page) => {
        await page.goto(site.url("formate/lernnetzwerktreffen/"));
        await page.locator(".facts").getByRole("link", { name: "35 Personen" }).click();
        await page.waitForURL((url) => url.pathname.startsWith("/katalog/format/participants/"));
        assert.ok((await titles(page)).includes("Lernnetzwerktreffen"));
      });
    });

    test("leads from a chapter's topic to all chapters about it", async () => {
      await site.visit({ viewport, javaScriptEnabled: false }, async (page) => {
        await page.goto(site.url("formate/lernnetzwerktreffen/"));
        await page.getByRole("link", { name: "Digitalisierung", exact: true }).click();
        await page.waitForURL(site.url("katalog/themen/digitalisierung/"));
        assert.ok((await titles(page)).includes("Lernnetzwerktreffen"));
      });
    });
  });
}

describe("what is compared", () => {
  const town = useSite({ handbook: "town" });

  test("has strengths, limits, material and effort, and says where chapters differ", async () => {
    await town.visit({}, async (page) => {
      await page.goto(town.url("katalog/format/vergleich/?id=formate/f3&id=formate/f10"));
      await page.locator(".side-by-side").waitFor();
      const row = (name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
      assert.deepEqual(await row(/^Stärken/).getByRole("cell").allInnerTexts(), Array(2).fill("Alle kommen zu Wort."));
      assert.deepEqual(await row(/^Grenzen/).getByRole("cell").allInnerTexts(), Array(2).fill("Ersetzt keinen Beschluss."));
      assert.deepEqual(await row(/^Material/).getByRole("cell").allInnerTexts(), Array(2).fill("Karten · Stifte"));
      assert.deepEqual(await row(/^Aufwand/).getByRole("cell").allInnerTexts(), ["Personal: gering", "Personal: mittel"]);
      await page.getByRole("rowheader", { name: /^Dauer.*unterschiedlich/ }).waitFor();
      assert.equal(await page.getByRole("rowheader", { name: /^Stärken.*unterschiedlich/ }).count(), 0);
      assert.deepEqual(await violations(page), []);
    });
    await town.visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(town.url("katalog/format/vergleich/"));
      await page.getByRole("columnheader", { name: "Stärken" }).waitFor();
    });
  });
});

test("the comparison can be scrolled by the keyboard", async () => {
  await site.visit({ viewport: phone }, async (page) => {
    await page.goto(site.url("katalog/format/vergleich/"));
    const frame = page.getByRole("region", { name: "Vergleich" });
    await frame.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector(".table").scrollLeft > 0);
  });
});

test("at most four chapters are ticked, and how many is said", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("lernerfahrungen/"));
    for (let at = 0; at < 4; at++) await page.locator(".choose input").nth(at).check();
    assert.ok(await page.locator(".choose input").nth(4).isDisabled());
    assert.match(await page.locator(".compare-bar [aria-live]").innerText(), /4 von höchstens 4 ausgewählt/);
  });
});

test("a choice that nothing fits says so", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("formate/?purposes=activate&q=Quantenchromodynamik"));
    await counts(page, "Keine Ergebnisse");
    await page.getByText("Zu dieser Auswahl passt kein Kapitel").waitFor();
  });
});

test("a site opened from disk can be filtered and compared", async () => {
  await site.visit({}, async (page) => {
    page.removeAllListeners("request");
    await page.goto(pathToFileURL(join(site.folder, "formate/index.html")).href);
    await tick(page, "diskutieren");
    await counts(page, "2 Ergebnisse");
    await page.goBack();
    await counts(page, "4 Kapitel");
    const compare = join(site.folder, "katalog/format/vergleich/index.html");
    await page.goto(`${pathToFileURL(compare)}?id=formate/lernnetzwerktreffen`);
    await page.locator(".side-by-side").waitFor();
  });
});

test("without its data a catalogue says so and lists all chapters", async () => {
  await site.visit({}, async (page) => {
    const empty = { status: 200, contentType: "text/javascript", body: "" };
    await page.route("**/assets/catalogue/**", (route) => route.fulfill(empty));
    await page.goto(site.url("formate/?purposes=discuss"));
    await counts(page, /nicht verfügbar/);
    assert.equal((await titles(page)).length, 4);
  });
});

// On a phone the filters are folded.
async function openFilters(page) {
  const fold = page.locator(".filter > .fold");
  const summary = fold.locator("> summary");
  if (await summary.isVisible() && (await fold.getAttribute("open")) === null) await summary.click();
}

async function tick(page, name) {
  const box = page.getByRole("checkbox", { name, exact: true });
  const facet = page.locator(".facet", { has: page.locator("label", { hasText: name }) }).first();
  if ((await facet.getAttribute("open")) === null) await facet.locator("summary").click();
  await box.click();
}

async function counts(page, text) {
  await page.locator("#page-count").filter({ hasText: text }).waitFor();
}

function titles(page) {
  return texts(page.locator(".found-list h3"));
}

// The titles once the sorted list is there.
async function settled(page) {
  await page.locator(".active li").first().waitFor();
  await page.waitForTimeout(100);
  return titles(page);
}
