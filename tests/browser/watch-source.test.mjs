// An author goes from a page to its source.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launch, visit } from "./harness/browse.mjs";
import { watch } from "./harness/watch.mjs";

/** How long something may take. Only what never comes takes so long. */
const timeout = 60_000;

const files = {
  "handbook.yml": "title: Handbuch\nseverity: {missing-legal-page: off}\n",
  "content/index.md": "# Anfang\n\nZum [Kapitel](kapitel.md).\n",
  "content/_teil.md": "Ein Teil für alle.\n",
  "content/kapitel.md": "# Kapitel\n\nErster Absatz.\n\n<div>\n<b>Rohes</b>\n</div>\n\n![](_teil.md)\n\nZum [Anfang](index.md).\n",
  "editor.sh": "echo \"$@\" >> geöffnet.txt\n",
};
const editor = ["--lang", "de", "--editor", "sh editor.sh {line} {file}"];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function edit(options, body) {
  const handbook = await watch(files, ...options);
  try {
    await visit(browser, handbook.origin, {}, async (page) => {
      page.setDefaultTimeout(timeout);
      await page.goto(handbook.url("kapitel/"));
      await body(page, handbook);
    });
  } finally {
    await handbook.close();
  }
}

/** Waits until the editor was given what the pattern says. */
async function opened(handbook, pattern) {
  const file = handbook.at("geöffnet.txt");
  const read = () => (existsSync(file) ? readFileSync(file, "utf8") : "");
  for (const begun = Date.now(); !pattern.test(read()); ) {
    assert.ok(Date.now() - begun < timeout, `${pattern}: ${read()}`);
    await new Promise((later) => setTimeout(later, 40));
  }
}

describe("a click with a key held", () => {
  test("opens the line of the block in the author's editor", async () => {
    await edit(editor, async (page, handbook) => {
      await page.getByText("Erster Absatz.").click({ modifiers: ["Alt"] });
      await opened(handbook, /^3 .*content\/kapitel\.md$/m);
      await page.getByText("Ein Teil für alle.").click({ modifiers: ["Control"] });
      await opened(handbook, /^1 .*content\/_teil\.md$/m);
      // What has no place of its own stands behind what has one.
      await page.getByText("Rohes").click({ modifiers: ["Alt"] });
      await opened(handbook, /^3 .*\n.*\n3 .*content\/kapitel\.md$/m);
      await page.getByRole("heading", { level: 1 }).click({ modifiers: ["Alt"] });
      await opened(handbook, /^1 .*content\/kapitel\.md$/m);
      // A link is followed as ever without the key.
      await page.locator("main").getByRole("link", { name: "Anfang" }).click();
      await page.waitForURL(handbook.url(""));
    });
  });

  test("finds the line after lines above it have changed", async () => {
    await edit(editor, async (page, handbook) => {
      // A save before the page listens is followed by a load.
      let survives = false;
      for (let save = 1; save <= 5 && !survives; save += 1) {
        await page.evaluate(() => {
          window.survives = true;
        });
        const text = files["content/kapitel.md"].replace("Erster Absatz.", `Eins.\n\nZwei ${save}.`);
        handbook.write("content/kapitel.md", text);
        await page.getByText(`Zwei ${save}.`).waitFor();
        survives = await page.evaluate(() => window.survives === true);
      }
      assert.ok(survives, "plain text is put in its place");
      await page.locator("main p", { hasText: "Zum Anfang" }).click({ modifiers: ["Alt"], position: { x: 2, y: 2 } });
      await opened(handbook, /^13 .*content\/kapitel\.md$/m);
    });
  });
});

test("the keyboard opens the source too, and findings lead to their places", async () => {
  await edit(editor, async (page, handbook) => {
    await page.locator("main").getByRole("link", { name: "Anfang" }).focus();
    await page.keyboard.press("Alt+Enter");
    await opened(handbook, /^11 .*content\/kapitel\.md$/m);
    handbook.write("content/kapitel.md", "# Kapitel\n\nNeu.\n\n[Ziel](fehlt.md)\n");
    await page.locator("transferbuch-findings").getByRole("button", { name: "Im Editor öffnen" }).click();
    await opened(handbook, /^5 .*content\/kapitel\.md$/m);
  });
});

test("an editor that fails says what to do, and writing goes on", async () => {
  await edit(["--lang", "de", "--editor", "kein-solches-programm"], async (page, handbook) => {
    await page.getByText("Erster Absatz.").click({ modifiers: ["Alt"] });
    const note = page.locator("transferbuch-findings .note");
    await note.filter({ hasText: "--editor code" }).waitFor();
    await note.getByRole("button", { name: "Ausblenden" }).click();
    await note.waitFor({ state: "detached" });
    handbook.write("content/kapitel.md", "# Kapitel\n\nEs geht weiter.\n");
    await page.getByText("Es geht weiter.").waitFor();
  });
});

test("without an editor the author chooses one", async () => {
  // A machine that has no program for such files.
  const { PATH } = process.env;
  process.env.PATH = "";
  try {
    await edit(["--lang", "de"], async (page) => {
      await page.getByText("Erster Absatz.").click({ modifiers: ["Alt"] });
      const note = page.locator("transferbuch-findings .note");
      const link = note.getByRole("link", { name: "VS Code" });
      await link.waitFor();
      assert.match(await link.getAttribute("href"), /^vscode:\/\/file\/.*content\/kapitel\.md:3$/);
      await note.getByRole("button", { name: "Programm des Rechners" }).click();
      await note.filter({ hasText: "--editor code" }).waitFor();
      // What didn't help isn't remembered.
      await page.getByText("Erster Absatz.").click({ modifiers: ["Alt"] });
      await link.waitFor();
    });
  } finally {
    process.env.PATH = PATH;
  }
});
