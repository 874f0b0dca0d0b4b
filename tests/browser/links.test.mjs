// Every link on every page leads somewhere, whatever path the site lies below.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { files } from "./harness/build.mjs";
import { useSite } from "./harness/site.mjs";

// A server shows the page for missing addresses at any depth. Only a handbook that says where it is
// published can lead back from there; the others do so from their own level.
const sites = [
  { handbook: "sample", path: "/", missing: "gibt-es-nicht" },
  { handbook: "sample", path: "/handbuch/", missing: "gibt-es-nicht" },
  { handbook: "elements", path: "/handbuch/", missing: "gibt/es/nicht/" },
];

for (const { handbook, path, missing } of sites) {
  describe(`the handbook "${handbook}" at ${path}`, () => {
    const site = useSite({ handbook, path });

    test("has no link that leads nowhere, and no page that none leads to", async () => {
      const { pages, wrong } = await crawl(site);
      assert.deepEqual(wrong, []);
      // Nothing leads to an address that was, but what others wrote down.
      const leadsOn = (file) => readFileSync(join(site.folder, file), "utf8").includes('http-equiv="refresh"');
      const written = files(site.folder, "index.html")
        .filter((file) => !leadsOn(file))
        .map((file) => file.slice(0, -10));
      assert.deepEqual([...pages.keys()].sort(), written.sort());
    });

    test("says of a missing page that it is missing, in its own style", async () => {
      await site.visit({}, async (page) => {
        const answer = await page.goto(site.url(missing));
        assert.equal(answer.status(), 404);
        assert.equal(await page.locator("h1").count(), 1);
        await page.locator(".brand").click();
        await page.waitForURL(site.root);
      });
    });
  });
}

// Follows all links from the start page, as they are in the HTML: scripts turn some into controls.
// Pages are known by their address below the root.
async function crawl(site) {
  const pages = new Map();
  const links = [];
  await site.visit({ javaScriptEnabled: false }, async (page) => {
    const waiting = [""];
    while (waiting.length > 0) {
      const address = waiting.pop();
      if (pages.has(address)) continue;
      const answer = await page.goto(site.url(address));
      if (!answer.ok()) continue;
      const found = await page.evaluate(readPage);
      pages.set(address, new Set(found.ids));
      for (const url of found.urls.filter((url) => url.startsWith(new URL(site.root).origin))) {
        const [to, anchor] = url.split("#");
        links.push({ from: address, to, anchor });
        if (to.startsWith(site.root) && to.endsWith("/")) waiting.push(to.slice(site.root.length));
      }
    }
  });
  return { pages, wrong: await broken(site, pages, links) };
}

async function broken(site, pages, links) {
  const status = new Map();
  for (const to of new Set(links.map((link) => link.to))) {
    status.set(to, (await fetch(to)).status);
  }
  return links
    .filter(({ to, anchor }) => {
      const page = pages.get(to.slice(site.root.length));
      return status.get(to) !== 200 || (anchor && !page?.has(decodeURIComponent(anchor)));
    })
    .map(({ from, to, anchor }) => `/${from} -> ${to}${anchor ? `#${anchor}` : ""}`);
}

// Runs in the page.
function readPage() {
  const named = (attribute) =>
    [...document.querySelectorAll(`[${attribute}]`)].map((element) => element[attribute]);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const places = [...named("href"), ...named("src"), ...named("action")];
  const urls = places.map((place) => new URL(place, document.baseURI).href);
  return { ids, urls };
}
