// Connections that die without a word, and several previews of one handbook.

import assert from "node:assert/strict";
import http from "node:http";
import { after, before, test } from "node:test";
import { launch } from "./harness/browse.mjs";
import { watch } from "./harness/watch.mjs";

/** How long something may take. Only what never comes takes so long. */
const timeout = 60_000;

const files = {
  "handbook.yml": "title: Handbuch\nseverity: {missing-legal-page: off}\n",
  "content/index.md": "# Anfang\n\nDer erste Text.\n",
};
const chapter = (text) => `# Anfang\n\n${text}\n`;
const shows = (page, text) => page.locator("main").filter({ hasText: text }).waitFor({ timeout });

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A network between browser and program, whose connections can die without anyone being told. */
async function network(origin) {
  const { host, hostname, port } = new URL(origin);
  let dead = new Set();
  const open = new Set();
  const server = http.createServer((request, response) => {
    const headers = { ...request.headers, host };
    delete headers.origin;
    open.add(request);
    const onward = http.request({ hostname, port, path: request.url, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      response.flushHeaders();
      answer.on("data", (data) => dead.has(request) || response.write(data));
      answer.on("end", () => dead.has(request) || response.end());
    });
    onward.on("error", () => {});
    response.on("close", () => onward.destroy());
    onward.end();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    die: () => {
      dead = new Set(open);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("a laptop that wakes hears of what was saved meanwhile", async () => {
  const handbook = await watch(files);
  const between = await network(handbook.origin);
  const context = await browser.newContext();
  try {
    // The clock of a worker can't be set.
    await context.addInitScript(() => {
      delete window.SharedWorker;
    });
    const page = await context.newPage();
    await page.clock.install();
    const listens = page.waitForResponse((response) => response.url().includes("/-/news"));
    await page.goto(between.url);
    await listens;
    handbook.write("content/index.md", chapter("Der zweite Text."));
    await shows(page, "Der zweite Text.");
    between.die();
    handbook.write("content/index.md", chapter("Der dritte Text."));
    // It would have come long ago.
    await new Promise((later) => setTimeout(later, 500));
    assert.ok(await page.getByText("Der zweite Text.").isVisible());
    await page.clock.fastForward("01:00:00");
    await shows(page, "Der dritte Text.");
    handbook.write("content/index.md", chapter("Der vierte Text."));
    await shows(page, "Der vierte Text.");
  } finally {
    await context.close();
    between.close();
    await handbook.close();
  }
});

test("two previews of one handbook leave each other alone", async () => {
  const handbook = await watch(files);
  const second = await handbook.another();
  const context = await browser.newContext();
  try {
    const pages = [];
    for (const origin of [handbook.origin, second.origin]) {
      const page = await context.newPage();
      await page.goto(`${origin}/`);
      await shows(page, "Der erste Text.");
      pages.push(page);
    }
    handbook.write("content/index.md", chapter("Der zweite Text."));
    for (const page of pages) await shows(page, "Der zweite Text.");
    await second.stop();
    handbook.write("content/index.md", chapter("Der dritte Text."));
    await shows(pages[0], "Der dritte Text.");
    await pages[1].locator("transferbuch-findings .note").waitFor({ timeout });
  } finally {
    await context.close();
    await second.stop();
    await handbook.close();
  }
});
