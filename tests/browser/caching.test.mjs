// A reader who comes back after a release gets that release, whatever a cache has kept.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { after, before, test } from "node:test";
import { run } from "./harness/build.mjs";
import { launch, visit } from "./harness/browse.mjs";

const types = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript" };
const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
const site = join(folder, "site");
const chapter = (title) => `---\ntitle: ${title}\ntopics: [Wege]\n---\n\nWir proben das Losverfahren.\n`;
let browser, server, cacheControl, asked;

function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

// The second release has three chapters in front of all others, and another style.
function release(number) {
  rmSync(join(folder, "content"), { recursive: true, force: true });
  write("handbook.yml", "title: Buch\n");
  write("content/index.md", "# Buch\n");
  for (const name of ["Neu", "Noch neuer", "Ganz neu"].slice(0, number === 2 ? 3 : 0)) {
    write(`content/a-${name.length}.md`, chapter(name));
  }
  for (const name of ["Anton", "Berta", "Cäsar"]) write(`content/${name}.md`, chapter(name));
  write("themes/standard/assets/custom.css", `main { padding-top: ${number}px }\n`);
  run("-C", folder, "build", "--out", site);
}

before(async () => {
  browser = await launch();
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = join(site, decodeURIComponent(pathname), pathname.endsWith("/") ? "index.html" : "");
    asked.push(pathname);
    const found = statSync(path, { throwIfNoEntry: false })?.isFile();
    const body = found ? readFileSync(path) : "";
    const tag = `"${body.length}-${body.toString("latin1").split("").reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 0)}"`;
    const headers = {
      "Content-Type": `${types[extname(path)] ?? "application/octet-stream"}; charset=utf-8`,
      ETag: tag,
      // Without a word on caches, a browser keeps for days what hasn't changed for months.
      "Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT",
      ...cacheControl(pathname, found),
    };
    const status = !found ? 404 : request.headers["if-none-match"] === tag ? 304 : 200;
    response.writeHead(status, headers).end(status === 304 ? "" : body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((closed) => server?.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

const origin = () => `http://127.0.0.1:${server.address().port}`;

async function search(page, query) {
  await page.goto(`${origin()}/`);
  await page.locator("#page-search").fill(query);
  await page.locator(".search-preview li").first().waitFor();
  return page.locator(".search-preview li a").allInnerTexts();
}

for (const [name, control] of Object.entries({
  "that knows no header files": () => ({}),
  "that keeps everything for a year": () => ({ "Cache-Control": "max-age=31536000" }),
})) {
  test(`after a release the search finds its chapters, behind a server ${name}`, async () => {
    cacheControl = control;
    asked = [];
    release(1);
    await visit(browser, origin(), {}, async (page) => {
      assert.deepEqual((await search(page, "Losverfahren")).sort(), ["Anton", "Berta", "Cäsar"]);
      release(2);
      const titles = await search(page, "Losverfahren");
      assert.equal(titles.length, 6);
      for (const title of titles) {
        await search(page, "Losverfahren");
        await page.locator(".search-preview li a", { hasText: title }).first().click();
        await page.locator("h1", { hasText: title }).waitFor();
      }
    });
  });
}

test("a tab that was open all the time goes on in the new release", async () => {
  cacheControl = () => ({});
  asked = [];
  release(1);
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.clock.install();
  await search(tab, "Anton");
  release(2);
  await tab.locator("#page-search").blur();
  await tab.clock.fastForward("05:00");
  await tab.locator("#page-search").fill("Losverfahren");
  await tab.locator(".search-preview li", { hasText: "Ganz neu" }).waitFor();
  await context.close();
});

test("a part that a cache has cut off, or keeps from elsewhere, is fetched anew", async () => {
  cacheControl = () => ({});
  for (const wrong of ["", 'transferbuchSearch("words-0.000000","0x x A ;")\n']) {
    asked = [];
    release(2);
    await visit(browser, origin(), {}, async (page) => {
      let first = true;
      await page.route("**/parts/words-0.*.js", (route) => {
        const spoil = first;
        first = false;
        return spoil ? route.fulfill({ contentType: "text/javascript", body: wrong }) : route.continue();
      });
      assert.equal((await search(page, "Losverfahren")).length, 6);
      assert.equal(first, false);
    });
  }
});

test("styles and scripts of a release are its own, and are kept", async () => {
  // As the files for hosts ask for.
  cacheControl = (path, found) => {
    const named = /\.([0-9a-f]{6}|[0-9a-f]{8})\.(css|js)$/.test(path);
    return { "Cache-Control": named && found ? "public, max-age=31536000, immutable" : "no-cache" };
  };
  asked = [];
  release(1);
  await visit(browser, origin(), {}, async (page) => {
    const padding = () => page.locator("main").evaluate((main) => getComputedStyle(main).paddingTop);
    await page.goto(`${origin()}/`);
    assert.equal(await padding(), "1px");
    await page.goto(`${origin()}/anton/`);
    asked = [];
    for (const address of ["", "anton/"]) await page.goto(`${origin()}/${address}`);
    assert.deepEqual(asked.filter((path) => /\.(css|js)$/.test(path)), []);
    release(2);
    await page.goto(`${origin()}/`);
    assert.equal(await padding(), "2px");
  });
  const names = readdirSync(join(site, "assets")).filter((name) => /^custom\.[0-9a-f]{8}\.css$/.test(name));
  assert.equal(names.length, 1);
});
