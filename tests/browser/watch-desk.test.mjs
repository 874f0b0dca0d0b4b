// Those in charge look at what there is to do.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, visit } from "./harness/browse.mjs";
import { watch } from "./harness/watch.mjs";

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** How long something may take. Only what never comes takes so long. */
const timeout = 60_000;

const files = {
  "handbook.yml": "title: Handbuch\nseverity: {missing-legal-page: off}\n",
  "content/index.md": "# Anfang\n",
  "content/alt.md": "---\ncontact: Ada\nreview_by: 2020-01-01\n---\n# Altes\n\n#### Zu tief\n",
  "content/entwurf.md": "---\ncontact: Ben\nstatus: draft\n---\n# Unfertiges\n",
  "editor.sh": "echo \"$@\" >> geöffnet.txt\n",
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const shown = (page) =>
  page.locator("article").evaluateAll((all) => all.filter((one) => one.offsetParent).map((one) => one.querySelector("code").textContent));

test("the desk shows what there is to do, and its address says what is chosen", async () => {
  const handbook = await watch(files, "--lang", "de", "--editor", "sh editor.sh {line} {file}");
  try {
    await visit(browser, handbook.origin, {}, async (page) => {
      page.setDefaultTimeout(timeout);
      // What a review finds is there once it is done.
      await page.goto(handbook.url("-/desk"));
      while ((await page.getByText("Zu tief").count()) + (await page.locator("li[data-sort=warning]").count()) === 0) {
        await page.waitForTimeout(100);
        await page.reload();
      }
      assert.deepEqual(await shown(page), ["content/alt.md", "content/entwurf.md"]);
      await page.getByLabel("Wer").selectOption("Ben");
      assert.deepEqual(await shown(page), ["content/entwurf.md"]);
      assert.match(page.url(), /\?person=Ben$/);
      await page.goto(handbook.url("-/desk?sort=review"));
      assert.deepEqual(await shown(page), ["content/alt.md"]);
      assert.equal(await page.getByLabel("Was").inputValue(), "review");
      await page.goto(handbook.url("-/desk?person=Ben&sort=review"));
      await page.getByText("Dazu ist nichts zu tun.").waitFor();
      await page.goto(handbook.url("-/desk?text=unfertiges"));
      assert.deepEqual(await shown(page), ["content/entwurf.md"]);
      await page.getByRole("button", { name: "Im Editor öffnen" }).filter({ visible: true }).first().click();
      for (const begun = Date.now(); ; ) {
        let opened = "";
        try {
          opened = readFileSync(handbook.at("geöffnet.txt"), "utf8");
        } catch {}
        if (/^1 .*content\/entwurf\.md$/m.test(opened)) break;
        assert.ok(Date.now() - begun < timeout, opened);
        await page.waitForTimeout(40);
      }
      const calendar = await page.request.get(handbook.url("-/duties.ics"));
      assert.match(calendar.headers()["content-type"], /^text\/calendar/);
      assert.match(await calendar.text(), /DTSTART;VALUE=DATE:20200101/);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.goto(handbook.url("-/desk"));
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const options = { resultTypes: ["violations"], preload: false };
          const { violations } = await window.axe.run(document, options);
          return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
        });
        assert.deepEqual(found, [], colorScheme);
      }
      // It follows what is saved, and leads back.
      await page.goto(handbook.url("-/desk?text=neues"));
      handbook.write("content/entwurf.md", "---\ncontact: Ben\nstatus: draft\n---\n# Neues\n");
      await page.getByRole("link", { name: "Neues" }).waitFor();
      assert.match(page.url(), /\?text=neues$/);
      await page.getByRole("link", { name: "Zum Handbuch" }).click();
      await page.waitForURL(handbook.url(""));
      // From a page it is a click away.
      await page.goto(handbook.url("alt/"));
      await page.locator("transferbuch-findings button.corner").click();
      await page.locator("transferbuch-findings").getByRole("link", { name: "Redaktionstisch" }).click();
      await page.waitForURL(handbook.url("-/desk"));
    });
  } finally {
    await handbook.close();
  }
});

test("as one file for CI it filters too", async () => {
  const handbook = await watch(files, "--lang", "de");
  try {
    const html = execFileSync(
      process.env.TRANSFERBUCH,
      ["check", "--drafts", "--lang", "de", "--format", "html"],
      { cwd: handbook.at(""), stdio: ["ignore", "pipe", "ignore"] },
    );
    writeFileSync(handbook.at("tisch.html"), html);
    const context = await browser.newContext();
    const page = await context.newPage();
    const amiss = [];
    page.on("console", (message) => amiss.push(message.text()));
    page.on("pageerror", (error) => amiss.push(error.message));
    await page.goto(`${pathToFileURL(handbook.at("tisch.html"))}?person=Ben`);
    assert.deepEqual(await shown(page), ["content/entwurf.md"]);
    assert.equal(await page.getByRole("button", { name: "Im Editor öffnen" }).count(), 0);
    assert.deepEqual(amiss, []);
    await context.close();
  } finally {
    await handbook.close();
  }
});
