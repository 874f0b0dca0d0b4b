// A reader cites a release, meets an old one, and finds the way to the current one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { desk, phone } from "./harness/browse.mjs";
import { releases } from "./harness/pages.mjs";
import { useSite } from "./harness/site.mjs";

const site = useSite({ handbook: "releases" });

test("a citation names the version and the address that stays", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, releases.chapter);
    const citation = page.locator(".citation");
    const address = site.url("v/1.1/formate/round-table-initiative/");
    await citation.filter({ hasText: "Version 1.1" }).filter({ hasText: address }).waitFor();
    await page.goto(address);
    await citation.filter({ hasText: address }).waitFor();
  });
});

for (const [name, viewport] of Object.entries({ phone, desk })) {
  test(`an old edition says so and leads to the same page of the current one (${name})`, async () => {
    await site.visit({ viewport }, async (page) => {
      await site.show(page, releases["old chapter"]);
      await page.getByText("Sie lesen die Version 1.0").waitFor();
      await page.getByRole("link", { name: "Diese Seite in der aktuellen Version" }).click();
      await page.waitForURL(site.url(releases.chapter));
      await page.locator(".citation", { hasText: "Version 1.1" }).waitFor();
      assert.equal(await page.locator(".banner-old-version").count(), 0);
      await page.locator(".changed-since a", { hasText: "Neues" }).click();
      await page.waitForURL(/#neues$/);
      await page.locator(".version-switch summary").click();
      await page.locator(".version-switch").getByRole("link", { name: "Version 1.0" }).click();
      await page.waitForURL(site.url(releases["old chapter"]));
    });
  });
}
