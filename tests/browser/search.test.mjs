// A reader finds a chapter: while typing, on the page of results, and in a site opened from disk.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { desk, phone } from "./harness/browse.mjs";
import { useSite } from "./harness/site.mjs";

const site = useSite();
const wanted = "lernerfahrungen/kurse-mitsteuern/";

for (const [name, viewport] of Object.entries({ phone, desk })) {
  describe(`search (${name})`, () => {
    test("leads to a chapter by the keyboard alone", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.root);
        await page.keyboard.press("/");
        await page.keyboard.type("Sprachkurs mitsteuern");
        await page.locator(".search-preview li:first-child", { hasText: "mitsteuern" }).waitFor();
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => url.href.startsWith(site.url(wanted)));
      });
    });

    test("needs at most six keys beside the letters, from the top of any page to the first hit", async () => {
      for (const address of ["", "formate/", "formate/lernnetzwerktreffen/", "katalog/format/vergleich/"]) {
        await site.visit({ viewport }, async (page) => {
          await page.goto(site.url(address));
          const keys = ["/", "ArrowDown", "Enter"];
          await page.keyboard.press(keys[0]);
          await page.keyboard.type("Sprachkurs mitsteuern");
          await page.locator(".search-preview li:first-child", { hasText: "mitsteuern" }).waitFor();
          for (const key of keys.slice(1)) await page.keyboard.press(key);
          await page.waitForURL((url) => url.href.startsWith(site.url(wanted)));
          assert.ok(keys.length <= 6);
        });
      }
    });

    test("closes on Escape and says how much it found", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.root);
        await page.locator("#page-search").fill("Sprachkurs");
        const preview = page.locator(".search-preview");
        await preview.locator("li").first().waitFor();
        assert.match(await page.locator(".search [role=status]").innerText(), /\d/);
        await page.keyboard.press("Escape");
        assert.equal(await preview.isVisible(), false);
      });
    });

    test("has a page of results whose address, with its filters, can be handed on", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.root);
        await page.locator("#page-search").fill("Kommune");
        await page.keyboard.press("Enter");
        await page.waitForURL(site.url("suche/?q=Kommune"));
        const all = await results(page);
        const filters = page.locator("#page-results details");
        if ((await filters.getAttribute("open")) === null) await filters.locator("summary").click();
        await page.getByRole("checkbox", { name: "Werkzeug" }).check();
        await page.waitForURL((url) => url.searchParams.get("kind") === "tool");
        await page.locator(".hits > li").nth(all.length - 1).waitFor({ state: "detached" });
        const some = await results(page);
        const address = page.url();
        await page.goto(site.root);
        await page.goto(address);
        assert.deepEqual(await results(page), some);
      });
    });
  });
}

test("ten results are loaded, and more when they are asked for", async () => {
  await site.visit({}, async (page) => {
    const texts = new Set();
    page.on("request", (request) => {
      if (/\/texts-\d/.test(request.url())) texts.add(request.url());
    });
    await page.goto(site.url("suche/?q=Kommune"));
    assert.equal((await results(page)).length, 10);
    const loaded = texts.size;
    assert.ok(loaded <= 10, `${loaded} files of texts`);
    await page.getByRole("button", { name: "Weitere Ergebnisse" }).click();
    await page.locator(".hits > li:nth-child(11) > a:focus").waitFor();
    assert.ok((await results(page)).length > 10);
  });
});

test("the first results are shown before the texts of all others are there", async () => {
  await site.visit({}, async (page) => {
    let others = () => {};
    const allowed = new Promise((resolve) => {
      others = resolve;
    });
    let texts = 0;
    await page.route("**/parts/texts-*.js", async (route) => {
      texts += 1;
      // The first two results need no more.
      if (texts > 2) await allowed;
      await route.continue();
    });
    // What is loaded is the page, not all that its script asks for.
    await page.goto(site.url("suche/?q=Treffen"), { waitUntil: "commit" });
    const hits = page.locator(".hits > li");
    await hits.first().waitFor();
    const first = await hits.allInnerTexts();
    others();
    const all = await results(page);
    assert.ok(all.length > first.length);
    assert.deepEqual((await hits.allInnerTexts()).slice(0, first.length), first);
  });
});

test("a word that the handbook doesn't have finds nothing, and offers other ways on", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("suche/?q=Quantenchromodynamik"));
    const found = page.locator("#page-results");
    await found.getByRole("link", { name: "A bis Z" }).waitFor();
    assert.equal(await found.locator(".hits > li").count(), 0);
  });
});

for (const [name, address] of [["results", "suche/?q=Kommune&"], ["a catalogue", "katalog/?q=Kommune&"]]) {
  test(`the page of ${name} takes no harm from filters with names of parts of every object`, async () => {
    await site.visit({}, async (page) => {
      const errors = [];
      page.on("pageerror", (error) => errors.push(error));
      await page.goto(site.url(`${address}constructor=1&__proto__=2&toString=3`));
      await page.locator("main li a", { hasText: "Kommunen" }).first().waitFor();
      assert.deepEqual(errors, []);
    });
  });
}

test("a page that answers a part of a question says what it lacks", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("suche/?q=Wie+erreiche+ich+Unternehmen+ohne+Budget"));
    await page.locator(".hits li", { hasText: "ohne: Budget" }).first().waitFor();
  });
});

test("filters stay while one types on, and Back leads to earlier searches", async () => {
  await site.visit({ viewport: desk }, async (page) => {
    await page.goto(site.url("suche/?q=Kommune&kind=lesson"));
    await results(page);
    await page.locator("#page-search").fill("Sprachkurs");
    await page.waitForURL((url) => url.searchParams.get("q") === "Sprachkurs");
    assert.equal(new URL(page.url()).searchParams.get("kind"), "lesson");
    await page.locator("#page-results input[value=lesson]:checked").waitFor();
    assert.match(await page.title(), /^Sprachkurs: .*\d.* ·/);
    await page.keyboard.press("Enter");
    await page.locator("#page-search").fill("Netzwerk");
    await page.waitForURL((url) => url.searchParams.get("q") === "Netzwerk");
    for (const query of ["Sprachkurs", "Kommune"]) {
      await page.goBack();
      assert.equal(await page.locator("#page-search").inputValue(), query);
      await page.waitForFunction((query) => document.title.startsWith(query + ": "), query);
    }
  });
});

test("what is being composed is left alone", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("suche/?q=Kommune"));
    const before = await results(page);
    await page.locator("#page-search").evaluate((input) => {
      input.focus();
      input.value = "Sprachkurs";
      input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
    });
    await page.waitForTimeout(300);
    assert.deepEqual(await results(page), before);
    await page.locator("#page-search").dispatchEvent("compositionend");
    await page.waitForURL((url) => url.searchParams.get("q") === "Sprachkurs");
  });
});

test("a result leads to the words that were found, marked by the browser", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("suche/?q=Sprachkurs+mitsteuern"));
    const [first] = await results(page);
    const [, marks] = first.split(":~:");
    assert.match(decodeURIComponent(marks), /text=.*(kurs|steuern)/i);
    await page.locator(".hits > li > a").first().click();
    await page.waitForURL((url) => url.href.startsWith(site.url(wanted)));
    assert.equal(await page.evaluate(() => location.hash.includes(":~:")), false);
  });
});

test("the page before a search has earlier searches, which can be forgotten, and examples", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.url("suche/?q=Sprachkurs"));
    await results(page);
    await page.locator("#page-search").press("Enter");
    await page.locator("#page-search").fill("Netzwerk");
    await page.keyboard.press("Enter");
    await page.locator("#page-search").fill("");
    const recent = page.locator(".recent-searches li a");
    await recent.first().waitFor();
    assert.deepEqual(await recent.allInnerTexts(), ["Netzwerk", "Sprachkurs"]);
    assert.ok((await page.locator(".search-examples a").count()) > 2);
    assert.ok(await page.locator(".search-fallback").getByRole("link", { name: "A bis Z" }).isVisible());
    await page.getByRole("button", { name: "Vergessen: Netzwerk" }).click();
    assert.deepEqual(await recent.allInnerTexts(), ["Sprachkurs"]);
    await page.goto(site.url("suche/"));
    assert.deepEqual(await recent.allInnerTexts(), ["Sprachkurs"]);
    await page.getByRole("button", { name: "Alle vergessen" }).click();
    await recent.first().waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.locator(".search-examples a").first().click();
    await results(page);
  });
});

test("without JavaScript the page of results names other ways to the chapters", async () => {
  await site.visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(site.root);
    await page.locator("#page-search").fill("Kurs");
    await page.keyboard.press("Enter");
    await page.waitForURL(site.url("suche/?q=Kurs"));
    assert.ok(await page.locator(".search-fallback").isVisible());
  });
});

test("a site opened from disk can be searched", async () => {
  await site.visit({}, async (page) => {
    page.removeAllListeners("request");
    await page.goto(pathToFileURL(join(site.folder, "suche/index.html")).href);
    await page.locator("#page-search").fill("Sprachkurs");
    assert.notEqual((await results(page)).length, 0);
  });
});

for (const [name, query] of Object.entries({
  "ten thousand letters": "Kurs".repeat(2500),
  "punctuation alone": "?!… --- ///",
  emoji: "👩‍👩‍👧 🏳️‍🌈",
  "words from right to left": "دورة لغة",
  HTML: "<img src=x onerror=document.title='taken'><script>document.title='taken'</script>",
})) {
  test(`a query of ${name} is answered without harm`, async () => {
    await site.visit({}, async (page) => {
      await page.goto(site.url("suche/?q=" + encodeURIComponent(query)));
      await page.locator("#page-results > *").first().waitFor();
      assert.equal(await page.locator("#page-results img, #page-results script").count(), 0);
      assert.notEqual(await page.title(), "taken");
    });
  });
}

for (const part of ["meta", "parts/words-0.*", "parts/texts-0.*"]) {
  test(`without a whole ${part}.js the search says so and names other ways`, async () => {
    await site.visit({}, async (page) => {
      const empty = { status: 200, contentType: "text/javascript", body: "" };
      await page.route(`**/assets/search/*/${part}.js*`, (route) => route.fulfill(empty));
      await page.goto(site.url("suche/?q=Abschlusstreffen"));
      await page.getByText("nicht verfügbar").first().waitFor();
      await page.locator("#page-results").getByRole("link", { name: "A bis Z" }).waitFor();
    });
  });
}

// The addresses that the page of results lists, once there are any.
async function results(page) {
  const links = page.locator(".hits:not([aria-busy]) > li > a");
  await links.first().waitFor();
  return links.evaluateAll((all) => all.map((link) => link.href));
}

test("what was understood as a fact can be taken as words, and stays so in the address", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, "suche/?q=Treffen 35 Personen");
    const understood = page.locator(".understood");
    assert.match(await understood.innerText(), /35 Personen/);
    await understood.getByRole("button").click();
    await understood.waitFor({ state: "detached" });
    assert.match(page.url(), /words=1/);
    await page.reload();
    await page.locator("#page-results h2").waitFor();
    assert.equal(await understood.count(), 0);
    await page.locator("#page-search").fill("Treffen mit 35 Personen");
    await understood.waitFor();
  });
});

test("a value that is being typed is offered as a filter", async () => {
  await site.visit({}, async (page) => {
    await page.goto(site.root);
    await page.locator("#page-search").fill("Kommunen Lernerf");
    await page.locator(".narrower a", { hasText: "Lernerfahrung" }).first().click();
    await page.locator("#page-results h2").waitFor();
    assert.equal(new URL(page.url()).searchParams.get("kind"), "lesson");
    assert.ok((await page.locator(".hits > li").count()) > 0);
  });
});
