// An author has the handbook open in many tabs of one browser.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./harness/browse.mjs";
import { watch } from "./harness/watch.mjs";

/** How long an edit may take to show, in milliseconds. Only what never shows takes so long. */
const timeout = 60_000;

const files = {
  "handbook.yml": "title: Handbuch\nseverity: {missing-legal-page: off}\n",
  "content/index.md": "# Anfang\n\nZum [Kapitel](kapitel.md).\n",
  "content/kapitel.md": "# Kapitel\n\nDer erste Text.\n",
};
const chapter = (text) => `# Kapitel\n\n${text}\n`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Hands so many tabs of one profile, each with the chapter, to the body; `prepare` runs in all of them first. */
async function inTabs(number, prepare, body) {
  const handbook = await watch(files);
  const profile = await browser.newContext({ locale: "de-DE" });
  profile.setDefaultTimeout(timeout);
  await profile.addInitScript(typeof prepare === "string" ? { content: prepare } : prepare);
  const openTab = async () => {
    const tab = await profile.newPage();
    await tab.goto(handbook.url("kapitel/"));
    await shows(tab, "Text");
    return tab;
  };
  try {
    const tabs = [];
    for (let n = 0; n < number; n += 1) tabs.push(await openTab());
    await body(tabs, handbook, openTab);
  } finally {
    await profile.close();
    await handbook.close();
  }
}

const shows = (tab, text) => tab.locator("main").filter({ hasText: text }).waitFor();
const allShow = (tabs, text) => Promise.all(tabs.map((tab) => shows(tab, text)));

/** Notes when the text changed last, by the clock of the machine. */
const noteChanges = () => {
  document.addEventListener("DOMContentLoaded", () => {
    window.survives = true;
    const note = () => {
      window.changedAt = performance.timeOrigin + performance.now();
    };
    new MutationObserver(note).observe(document.querySelector("main"), { childList: true, subtree: true });
  });
};

const withoutWorkers = () => {
  delete window.SharedWorker;
};

/** Tabs are never hidden in a browser without windows, so they are told that they are. */
const canHide = () => {
  let hidden = false;
  Object.defineProperty(document, "visibilityState", { get: () => (hidden ? "hidden" : "visible") });
  window.setHidden = (now) => {
    hidden = now;
    document.dispatchEvent(new Event("visibilitychange"));
  };
};

/** Such tabs, which can't share a connection. */
const alone = `delete window.SharedWorker; delete window.BroadcastChannel; (${canHide})();`;

describe("many tabs of a browser", () => {
  test("follow every save", async (context) => {
    await inTabs(20, noteChanges, async (tabs, handbook) => {
      for (const turn of [1, 2, 3]) {
        const saved = Date.now();
        handbook.write("content/kapitel.md", chapter(`Der Text von ${turn}.`));
        await allShow(tabs, `Der Text von ${turn}.`);
        const times = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.changedAt)));
        context.diagnostic(`the last of 20 tabs showed it after ${Math.round(Math.max(...times) - saved)} ms`);
      }
      // None was loaded for that, and all are when more has changed.
      for (const tab of tabs) assert.ok(await tab.evaluate(() => window.survives));
      handbook.write("content/kapitel.md", chapter("## Neuer Teil\n\nDer vierte Text."));
      await allShow(tabs, "Der vierte Text.");
    });
  });

  test("that nobody looks at leave the machine to the one that is looked at", async () => {
    await inTabs(4, canHide, async (tabs, handbook) => {
      for (const tab of tabs.slice(1)) await tab.evaluate(() => window.setHidden(true));
      handbook.write("content/kapitel.md", chapter("## Neuer Teil\n\nDer zweite Text."));
      await shows(tabs[0], "Der zweite Text.");
      // One is seen at once, the others get their turns.
      await tabs[1].evaluate(() => window.setHidden(false));
      await allShow(tabs, "Der zweite Text.");
    });
  });

  test("follow without shared workers, and when the tab that listened has gone", async () => {
    await inTabs(10, withoutWorkers, async (tabs, handbook) => {
      handbook.write("content/kapitel.md", chapter("Der zweite Text."));
      await allShow(tabs, "Der zweite Text.");
      // Whichever listens, it is among those that go.
      for (const tab of tabs.splice(0, 9)) await tab.close();
      handbook.write("content/kapitel.md", chapter("Der dritte Text."));
      await allShow(tabs, "Der dritte Text.");
    });
  });

  test("leave room for each other where they can't share, and are up to date when they are seen", async () => {
    await inTabs(0, alone, async (tabs, handbook, openTab) => {
      for (let n = 0; n < 9; n += 1) {
        const tab = await openTab();
        if (n < 8) await tab.evaluate(() => window.setHidden(true));
        tabs.push(tab);
      }
      handbook.write("content/kapitel.md", chapter("Der zweite Text."));
      await shows(tabs[8], "Der zweite Text.");
      assert.ok(await tabs[0].locator("main").getByText("Der erste Text.").isVisible());
      await tabs[0].evaluate(() => window.setHidden(false));
      await shows(tabs[0], "Der zweite Text.");
    });
  });
});
