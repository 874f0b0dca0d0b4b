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

/** Goes to the page, and waits until it has asked what is new. */
async function open(page, url) {
  const listens = page.waitForResponse((response) => response.url().includes("/-/news"));
  await page.goto(url);
  await listens;
}

/**
 * A network between browser and program. While it is down nothing arrives, without anyone being told; what was
 * asked meanwhile arrives later, but connections that were in use then are dead: whoever uses one again hears that it
 * is broken.
 */
async function network(origin) {
  const { host, hostname, port } = new URL(origin);
  let down = false;
  let last = null;
  let isDown = () => {};
  const [inUse, dead, held] = [new Map(), new WeakSet(), []];
  const server = http.createServer((request, response) => {
    if (down) held.push(() => pass(request, response));
    else pass(request, response);
  });
  const pass = (request, response) => {
    const headers = { ...request.headers, host };
    delete headers.origin;
    const connection = request.socket;
    if (dead.has(connection)) {
      connection.destroy();
      return;
    }
    inUse.set(response, connection);
    const passes = (use) => dead.has(connection) || use();
    if (last && request.url.includes(last)) goDown();
    const to = { hostname, port, path: request.url, method: request.method, headers, agent: false };
    const onward = http.request(to, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      response.flushHeaders();
      answer.on("data", (data) => passes(() => response.write(data)));
      answer.on("end", () => passes(() => response.end()));
    });
    onward.on("error", () => passes(() => response.destroy()));
    response.on("close", () => {
      inUse.delete(response);
      onward.destroy();
    });
    onward.end();
  };
  const goDown = () => {
    down = true;
    last = null;
    for (const connection of inUse.values()) dead.add(connection);
    isDown();
  };
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    goDown,
    /**
     * Goes down once something with this in its address is asked for: it arrives, and is never answered. Settles
     * when that is so.
     */
    goDownAfter: (address) => {
      last = address;
      return new Promise((resolve) => {
        isDown = resolve;
      });
    },
    comeBack: () => {
      down = false;
      for (const arrive of held.splice(0)) arrive();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page that is followed through a network of its own, whose clock can be set. */
async function laptop(use) {
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
    await open(page, between.url);
    await use({ page, between, save: (text) => handbook.write("content/index.md", chapter(text)) });
  } finally {
    await context.close();
    between.close();
    await handbook.close();
  }
}

test("a laptop that wakes hears of what was saved meanwhile", () =>
  laptop(async ({ page, between, save }) => {
    save("Der zweite Text.");
    await shows(page, "Der zweite Text.");
    // A page whose script is still on its way has nothing that wakes.
    await page.waitForLoadState();
    between.goDown();
    save("Der dritte Text.");
    // It would have come long ago.
    await new Promise((later) => setTimeout(later, 500));
    assert.ok(await page.getByText("Der zweite Text.").isVisible());
    between.comeBack();
    await page.clock.fastForward("01:00:00");
    await shows(page, "Der dritte Text.");
    save("Der vierte Text.");
    await shows(page, "Der vierte Text.");
  }));

test("a laptop that falls asleep in the middle of a question asks it again", () =>
  laptop(async ({ page, between, save }) => {
    const asked = between.goDownAfter("/-/news");
    save("Der zweite Text.");
    await asked;
    save("Der dritte Text.");
    between.comeBack();
    await page.clock.fastForward("01:00:00");
    await shows(page, "Der dritte Text.");
  }));

test("two previews of one handbook leave each other alone", async () => {
  const handbook = await watch(files);
  const second = await handbook.another();
  const context = await browser.newContext();
  try {
    const pages = [];
    for (const origin of [handbook.origin, second.origin]) {
      const page = await context.newPage();
      await open(page, `${origin}/`);
      await shows(page, "Der erste Text.");
      pages.push(page);
    }
    handbook.write("content/index.md", chapter("Der zweite Text."));
    for (const page of pages) {
      await shows(page, "Der zweite Text.");
      await page.waitForLoadState();
    }
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
