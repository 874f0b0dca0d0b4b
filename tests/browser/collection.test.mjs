// A reader keeps chapters, puts them in order, notes something, prints them and hands them on.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { violations } from "./harness/axe.mjs";
import { desk, phone, texts } from "./harness/browse.mjs";
import { useSite } from "./harness/site.mjs";

const site = useSite({ handbook: "town" });

for (const [name, viewport] of Object.entries({ phone, desk })) {
  describe(`reading list (${name})`, () => {
    test("takes chapters from cards and pages, in an order and with notes of one's own", async () => {
      await site.visit({ viewport }, async (page) => {
        await page.goto(site.url("formate/"));
        const star = page.getByRole("button", { name: "Merken: Dorfgespräch" });
        await star.click();
        assert.equal(await star.getAttribute("aria-pressed"), "true");
        await page.goto(site.url("formate/f10/"));
        await page.getByRole("button", { name: "Merken", exact: true }).click();
        await page.getByRole("button", { name: "Gemerkt", exact: true }).waitFor();
        if (viewport === phone) await page.locator(".menu > summary").click();
        await page.getByRole("link", { name: "Merkliste (2)" }).click();
        await page.getByText("bleibt in diesem Browser").waitFor();
        await page.locator(".collected > li").nth(1).waitFor();
        assert.deepEqual(await titles(page), ["Dorfgespräch", "Schlichtungsrunde"]);
        await page.getByRole("button", { name: "Nach oben: Schlichtungsrunde" }).click();
        await page.getByRole("status").filter({ hasText: "Schlichtungsrunde: 1 von 2" }).waitFor({ state: "attached" });
        assert.equal(await page.evaluate(() => document.activeElement.closest("li").dataset.id), "formate/f10");
        await page.getByLabel("Notiz: Schlichtungsrunde").fill("Am 3. März mit dem Bezirk besprechen");
        await page.waitForFunction(() => Object.values(localStorage).join().includes("Bezirk"));
        assert.deepEqual(await violations(page), []);
        await page.reload();
        await page.locator(".collected > li").nth(1).waitFor();
        assert.deepEqual(await titles(page), ["Schlichtungsrunde", "Dorfgespräch"]);
        assert.equal(await page.getByLabel("Notiz: Schlichtungsrunde").inputValue(), "Am 3. März mit dem Bezirk besprechen");
      });
    });

    test("is emptied in one step, and that can be taken back", async () => {
      await site.visit({ viewport }, async (page) => {
        await keep(page, ["formate/f3", "erfahrungen/e0"]);
        await page.getByRole("button", { name: "Liste leeren" }).click();
        await page.getByText("Noch haben Sie sich nichts gemerkt").waitFor();
        assert.equal(await page.evaluate(() => localStorage.length), 0);
        await page.getByRole("button", { name: "Liste wiederherstellen" }).click();
        await page.locator(".collected > li").nth(1).waitFor();
        await page.getByRole("button", { name: "Entfernen: Dorfgespräch" }).click();
        await page.locator(".collected > li").nth(1).waitFor({ state: "detached" });
        assert.deepEqual(await titles(page), ["Aushang allein reicht nicht"]);
      });
    });
  });
}

test("an address holds all of it, and what it names that isn't there is said", async () => {
  let address;
  await site.visit({}, async (page) => {
    await keep(page, ["formate/f10", "formate/f3"]);
    await page.getByLabel("Notiz: Dorfgespräch").fill("für den Ortsteil");
    await page.getByRole("button", { name: "Teilen" }).click();
    address = await page.getByLabel("Adresse dieser Liste").inputValue();
    assert.match(address, /merkliste\/#/, "no server gets to see it");
  });
  await site.visit({}, async (page) => {
    await page.goto(`${address}&id=formate/gibt-es-nicht`);
    await page.getByText("Diese Liste hat Ihnen jemand gegeben.").waitFor();
    assert.deepEqual(await titles(page), ["Schlichtungsrunde", "Dorfgespräch"]);
    await page.getByText("für den Ortsteil").waitFor();
    await page.getByText("Diese Kapitel gibt es hier nicht oder nicht mehr: formate/gibt-es-nicht").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "In meine Merkliste übernehmen" }).click();
    await page.getByRole("button", { name: "Nach oben: Dorfgespräch" }).waitFor();
    await page.goto(site.url("merkliste/#unsinn"));
    await page.reload();
    await page.locator("#page-collection").getByText("In dieser Adresse steht keine Liste").or(page.locator(".collected")).first().waitFor();
  });
});

test("is one paper, with the chapters in full where that is asked for", async () => {
  await site.visit({}, async (page) => {
    await keep(page, ["formate/f10", "erfahrungen/e2"]);
    await page.getByLabel("Notiz: Schlichtungsrunde").fill("Notiz für das Papier");
    let text = await paper(page);
    for (const words of ["Schlichtungsrunde", "6–20 Personen", "Notiz für das Papier", "/formate/f10/", "Ergebnisse verschwanden im Amt"]) {
      assert.ok(text.includes(words), words);
    }
    assert.ok(!text.includes("Nach oben") && !text.includes("Fragen Sie früh"));
    await page.evaluate(() => { window.print = () => { document.title = "printed"; }; });
    await page.getByRole("button", { name: "Kapitel ganz drucken" }).click();
    await page.waitForFunction(() => document.title === "printed");
    text = await paper(page);
    for (const words of ["Fragen Sie früh, wer kommen kann.", "Im Frühjahr lud die Stadt ein."]) assert.ok(text.includes(words), words);
  });
});

test("works from a disk, and in another language", async () => {
  await site.visit({}, async (page) => {
    page.removeAllListeners("request");
    await page.goto(pathToFileURL(join(site.folder, "formate/index.html")).href);
    await page.getByRole("button", { name: "Merken: Dorfgespräch" }).click();
    await page.getByRole("link", { name: "Merkliste (1)" }).click();
    await page.locator(".collected > li").first().waitFor();
    assert.deepEqual(await titles(page), ["Dorfgespräch"]);
  });
  await site.visit({}, async (page) => {
    await page.goto(site.url("ar/reading-list/#id=formate/f3"));
    await page.getByText("أعطاكم أحدهم هذه القائمة.").waitFor();
    assert.deepEqual(await titles(page), ["Dorfgespräch"]);
  });
});

test("without a script, and without its data, it says what helps", async () => {
  await site.visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(site.url("merkliste/"));
    assert.match(await page.locator(".banner").innerText(), /Die Merkliste braucht JavaScript/);
    await page.goto(site.url("formate/f3/"));
    assert.equal(await page.getByText("Merken", { exact: true }).isVisible(), false);
  });
  await site.visit({}, async (page) => {
    await page.route("**/assets/catalogue/**", (route) => route.fulfill({ status: 200, contentType: "text/javascript", body: "" }));
    await page.goto(site.url("merkliste/#id=formate/f3"));
    await page.getByText("Die Kapitel lassen sich gerade nicht laden").waitFor();
  });
});

async function keep(page, ids) {
  await page.goto(site.url("merkliste/#" + ids.map((id) => `id=${id}`).join("&")));
  await page.getByRole("button", { name: "In meine Merkliste übernehmen" }).click();
  await page.getByRole("button", { name: "Liste leeren" }).waitFor();
}

async function paper(page) {
  const pdf = await page.pdf({ format: "A4" });
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  return text.replace(/\u00ad|\u2010\s*/g, "").replace(/\s+/g, " ");
}

function titles(page) {
  return texts(page.locator(".collected h3 a"));
}
