// A reader cites a release, and sees what is new in it.

import { test } from "node:test";
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

test("what is new since the version before is one step away", async () => {
  await site.visit({}, async (page) => {
    await site.show(page, releases.chapter);
    await page.locator(".changed-since a", { hasText: "Neues" }).click();
    await page.waitForURL(/#neues$/);
  });
});
