// An author has the handbook open in a browser and edits it.

import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launch, visit } from "./harness/browse.mjs";
import { watch } from "./harness/watch.mjs";

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const css = "themes/standard/assets/custom.css";
const overlay = "transferbuch-findings section";
const corner = "transferbuch-findings button.corner";

/** How long an edit may take to show, in milliseconds. Only what never shows takes so long. */
const timeout = 60_000;

const long = (beginning) => {
  const sections = Array.from({ length: 60 }, (_, n) => `## Teil ${n} {#s${n}}\n\nText.\n\nMehr Text.\n`);
  const folded = "<details id=\"falte\"><summary>Mehr</summary>\n\nVerstecktes.\n\n</details>\n";
  return `# Lang\n\n${beginning}\n\n${folded}\n${sections.join("\n")}`;
};

const files = {
  "handbook.yml": "title: Handbuch\nseverity: {missing-legal-page: off}\n",
  "content/index.md": "# Anfang\n\nZum [Kapitel](kapitel.md).\n",
  "content/kapitel.md": "# Kapitel\n\nDer erste Text.\n",
  "content/anderes.md": "# Anderes\n\nZum [Kapitel](kapitel.md).\n",
  "content/lang.md": long("Der erste Anfang."),
  [css]: "main { outline-color: rgb(9, 9, 9); }\n",
};

const broken = "# Kapitel\n\nZum [Anfang](indexx.md).\n";
const mended = "# Kapitel\n\nZum [Anfang](index.md), endlich.\n";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Hands a watched handbook and a page at the address to the body. */
async function edit(address, options, body) {
  const handbook = await watch(files, "--lang", "de", ...options);
  try {
    await visit(browser, handbook.origin, {}, async (page) => {
      page.setDefaultTimeout(timeout);
      await open(page, handbook, address);
      await body(page, handbook);
    });
  } finally {
    await handbook.close();
  }
}

/** Goes to the page, and waits until it listens. */
async function open(page, handbook, address) {
  const listens = page.waitForResponse((response) => response.url().includes("/-/news"));
  await page.goto(handbook.url(address));
  await listens;
  await page.evaluate(() => {
    window.survives = true;
  });
}

const shows = (page, text) => page.locator("main").filter({ hasText: text }).waitFor();
const survives = (page) => page.evaluate(() => window.survives === true);
const looks = (page, colour) =>
  page.waitForFunction(
    (wanted) => getComputedStyle(document.querySelector("main")).outlineColor === wanted,
    colour,
  );

describe("a page that is edited", () => {
  test("loads again and is where its reader was", async () => {
    await edit("lang/", [], async (page, handbook) => {
      await page.locator("#page-search").fill("Teil");
      await page.evaluate(() => {
        document.getElementById("falte").open = true;
        document.getElementById("s40").scrollIntoView({ behavior: "instant" });
      });
      const top = () => page.evaluate(() => document.getElementById("s40").getBoundingClientRect().top);
      const before = await top();
      const scrolled = await page.evaluate(() => scrollY);
      assert.ok(scrolled > 500, `the page is too short: ${scrolled}`);

      // A heading shows elsewhere too, so the page is loaded.
      handbook.write("content/lang.md", long("## Vorweg\n\nEin neuer Anfang.\n\nMit mehr Text.\n\nUnd noch mehr."));
      await shows(page, "Ein neuer Anfang.");
      assert.equal(await survives(page), false);
      await page.waitForFunction(() => document.readyState === "complete");
      assert.ok(Math.abs((await top()) - before) < 3, `${before} became ${await top()}`);
      assert.equal(await page.evaluate(() => document.getElementById("falte").open), true);
      assert.equal(await page.locator("#page-search").inputValue(), "Teil");
      assert.equal(await page.evaluate(() => document.activeElement.id), "page-search");
    });
  });

  test("shows every way of saving", async () => {
    await edit("kapitel/", [], async (page, { at, write }) => {
      const file = "content/kapitel.md";
      const saves = {
        Vim: (text) => {
          renameSync(at(file), at(`${file}~`));
          write(file, text);
          rmSync(at(`${file}~`));
        },
        "VS Code": (text) => {
          write(file, "");
          write(file, text);
        },
        gedit: (text) => {
          write("content/.goutputstream-1", text);
          renameSync(at("content/.goutputstream-1"), at(file));
        },
        LibreOffice: (text) => {
          write("content/lu1.tmp", text);
          renameSync(at("content/lu1.tmp"), at(file));
        },
      };
      for (const [name, save] of Object.entries(saves)) {
        save(`# Kapitel\n\nGespeichert mit ${name}.\n`);
        await shows(page, `Gespeichert mit ${name}.`);
      }
    });
  });

  test("gets new looks without being loaded", async () => {
    await edit("kapitel/", [], async (page, handbook) => {
      for (const colour of ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]) {
        handbook.write(css, `main { outline-color: ${colour}; }\n`);
        await looks(page, colour);
      }
      assert.ok(await survives(page));
      const links = page.locator("link[rel=stylesheet][href*=custom]");
      await page.waitForFunction(() => document.querySelectorAll("link[href*=custom]").length === 1);
      assert.equal(await links.count(), 1);
    });
  });

  test("leaves a browser on another page alone", async () => {
    await edit("anderes/", [], async (other, handbook) => {
      const page = await other.context().newPage();
      await open(page, handbook, "kapitel/");
      handbook.write("content/kapitel.md", "# Kapitel\n\nDer zweite Text.\n");
      await shows(page, "Der zweite Text.");
      // What is told later has come: what was told before would have come too.
      handbook.write(css, "main { outline-color: rgb(1, 2, 3); }\n");
      await looks(other, "rgb(1, 2, 3)");
      assert.ok(await survives(other));
    });
  });

  test("is found by readers who have begun to search", async () => {
    await edit("anderes/", [], async (page, handbook) => {
      const listens = page.waitForResponse((response) => response.url().includes("search=yes"));
      await page.locator("#page-search").fill("Kardamom");
      await listens;
      handbook.write("content/kapitel.md", "# Kapitel\n\nMit Kardamom.\n");
      await page.waitForFunction(() => window.survives === undefined);
      assert.equal(await page.locator("#page-search").inputValue(), "Kardamom");
      await page.getByText("Mit Kardamom").first().waitFor();
    });
  });

  test("is followed by browsers that are to", async () => {
    await edit("anderes/", ["--follow"], async (page, handbook) => {
      handbook.write("content/kapitel.md", "# Kapitel\n\nDer zweite Text.\n");
      await page.waitForURL(handbook.url("kapitel/"));
      await shows(page, "Der zweite Text.");
    });
  });

  test("comes where none was", async () => {
    const handbook = await watch(files);
    // Below the root a page that is missing has no style, at which a visit would fail.
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(timeout);
      await open(page, handbook, "neu/");
      handbook.write("content/neu.md", "# Neues\n\nDa ist es.\n");
      await shows(page, "Da ist es.");
    } finally {
      await context.close();
      await handbook.close();
    }
  });
});

describe("a page that goes", () => {
  const note = "transferbuch-findings .note";

  test("leads to where its file was moved", async () => {
    await edit("kapitel/", [], async (page, { at, url }) => {
      renameSync(at("content/kapitel.md"), at("content/umbenannt.md"));
      await page.waitForURL(url("umbenannt/"));
      await shows(page, "Der erste Text.");
      await page.goto(url("kapitel/"));
      assert.equal(page.url(), url("umbenannt/"));
    });
  });

  test("keeps the place of its reader where its file was moved", async () => {
    await edit("lang/", [], async (page, { at, url }) => {
      await page.evaluate(() => document.getElementById("s40").scrollIntoView({ behavior: "instant" }));
      const top = () => page.evaluate(() => document.getElementById("s40").getBoundingClientRect().top);
      const before = await top();
      renameSync(at("content/lang.md"), at("content/länger.md"));
      await page.waitForURL(url("laenger/"));
      await page.waitForFunction(() => document.readyState === "complete");
      assert.ok(Math.abs((await top()) - before) < 3, `${before} became ${await top()}`);
    });
  });

  test("says so when its file was deleted, and what is near", async () => {
    await edit("kapitel/", [], async (page, { at, url }) => {
      rmSync(at("content/kapitel.md"));
      await page.locator(note).filter({ hasText: "content/kapitel.md gibt es nicht mehr" }).waitFor();
      assert.ok(await survives(page));
      await page.locator(note).getByRole("link", { name: "Anfang" }).click();
      await page.waitForURL(url(""));
    });
  });

  test("says when the program has ended, and finds it again", async () => {
    await edit("kapitel/", [], async (page, { stop, restart, write }) => {
      await stop();
      await page.locator(note).filter({ hasText: "Das Programm läuft nicht mehr" }).waitFor();
      write("content/kapitel.md", "# Kapitel\n\nDer Text von später.\n");
      await restart();
      await shows(page, "Der Text von später.");
      await page.locator(note).waitFor({ state: "detached" });
    });
  });

  test("is followed to a new one by browsers that are to", async () => {
    await edit("anderes/", ["--follow"], async (page, handbook) => {
      handbook.write("content/neu/ganz-neu.md", "# Ganz neu\n\nEin Anfang.\n");
      await page.waitForURL(handbook.url("neu/ganz-neu/"));
      await shows(page, "Ein Anfang.");
    });
  });
});

describe("a mistake", () => {
  test("is shown over the page as it is, until it is mended", async () => {
    await edit("kapitel/", [], async (page, handbook) => {
      handbook.write("content/kapitel.md", `${broken}\nNeuer Text.\n`);
      await shows(page, "Neuer Text.");
      const text = await page.locator(overlay).innerText();
      assert.match(text, /content\/kapitel\.md, Zeile 3/);
      assert.match(text, /Zum \[Anfang\]\(indexx\.md\)/);
      assert.equal(await page.locator(`${overlay} mark`).innerText(), "indexx.md");
      assert.doesNotMatch(text, /Sie sehen die Seite, wie sie zuletzt war/);
      handbook.write("content/kapitel.md", mended);
      await shows(page, "endlich");
      await page.locator(overlay).waitFor({ state: "detached" });
    });
  });

  test("that leaves nothing to read is shown over the page as it last was", async () => {
    await edit("kapitel/", [], async (page, handbook) => {
      handbook.write("content/kapitel.md", "---\ntitle: Neu: jetzt\n---\n\nNeuer Text.\n");
      await page.locator(overlay).getByText("Sie sehen die Seite, wie sie zuletzt war.").waitFor();
      assert.ok(await page.locator("main").getByText("Der erste Text.").isVisible());
      assert.ok(await survives(page));
      handbook.write("content/kapitel.md", "---\ntitle: Neu\n---\n\nNeuer Text.\n");
      await shows(page, "Neuer Text.");
    });
  });

  test("that holds all pages back is none of this page", async () => {
    await edit("anderes/", [], async (page, handbook) => {
      handbook.write("handbook.yml", "title: [\n");
      await page.locator(overlay).getByText("1 Fehler hält alle Seiten auf").waitFor();
    });
  });

  test("covers nothing of the page, and Escape puts it away", async () => {
    await edit("kapitel/", [], async (page, handbook) => {
      const many = Array.from({ length: 12 }, (_, n) => `[Ziel](fehlt${n}.md)\n`).join("\n");
      handbook.write("content/kapitel.md", `# Kapitel\n\n${many}`);
      await page.locator(overlay).waitFor();
      const isRoom = () => {
        scrollTo(0, document.documentElement.scrollHeight);
        const { shadowRoot } = document.querySelector("transferbuch-findings");
        const footer = document.querySelector("footer").getBoundingClientRect();
        return footer.bottom <= shadowRoot.querySelector("section").getBoundingClientRect().top + 1;
      };
      await page.waitForFunction(isRoom);
      await page.locator(overlay).getByRole("button", { name: "Ausblenden" }).focus();
      await page.keyboard.press("Escape");
      await page.locator(overlay).waitFor({ state: "detached" });
      assert.equal(await page.evaluate(() => document.body.style.paddingBlockEnd), "");
    });
  });

  test("of another page is a number in a corner, which goes by itself", async () => {
    await edit("anderes/", [], async (page, handbook) => {
      handbook.write("content/kapitel.md", broken);
      await page.locator(corner).filter({ hasText: "1 Fehler" }).waitFor();
      assert.equal(await page.locator(overlay).count(), 0);
      await page.locator(corner).click();
      await page.locator(overlay).filter({ hasText: "content/kapitel.md, Zeile 3" }).waitFor();
      await page.keyboard.press("Enter");
      await page.locator(corner).waitFor();
      handbook.write("content/kapitel.md", mended);
      await page.locator(corner).waitFor({ state: "detached" });
      assert.ok(await survives(page));
    });
  });

  test("stays listed when the page is loaded again, until nothing is left", async () => {
    await edit("anderes/", [], async (page, handbook) => {
      handbook.write("content/kapitel.md", broken);
      await page.locator(corner).click();
      await page.locator(overlay).filter({ hasText: "content/kapitel.md, Zeile 3" }).waitFor();
      handbook.write("content/anderes.md", "# Etwas anderes\n\nEin neuer Text.\n");
      await shows(page, "Ein neuer Text.");
      assert.equal(await survives(page), false);
      await page.locator(overlay).filter({ hasText: "content/kapitel.md, Zeile 3" }).waitFor();
      handbook.write("content/kapitel.md", mended);
      await page.locator(overlay).waitFor({ state: "detached" });
      handbook.write("content/kapitel.md", broken);
      await page.locator(corner).click();
      await page.locator(overlay).getByRole("button", { name: "Ausblenden" }).click();
      await page.locator(corner).waitFor();
      await page.reload();
      await page.locator(corner).waitFor();
      assert.equal(await page.locator(overlay).count(), 0);
    });
  });

  test("in the indentation of a line can be seen", async () => {
    await edit("kapitel/", [], async (page, handbook) => {
      handbook.write("content/kapitel.md", "# Kapitel\n\n- Punkt\n\n  Zum [Anfang](indexx.md).\n");
      const line = page.locator(`${overlay} .line`);
      await line.waitFor();
      assert.equal(await line.evaluate((element) => element.textContent), "  Zum [Anfang](indexx.md).");
      await page.waitForFunction(() => {
        const { shadowRoot } = document.querySelector("transferbuch-findings");
        return getComputedStyle(shadowRoot.querySelector(".line")).whiteSpace.startsWith("pre-wrap");
      });
    });
  });

  test("is put away by the keyboard until there is a new one", async () => {
    await edit("kapitel/", [], async (page, handbook) => {
      handbook.write("content/kapitel.md", broken);
      const button = page.locator(overlay).getByRole("button", { name: "Ausblenden" });
      await button.waitFor();
      const focused = () => button.evaluate((button) => button.getRootNode().activeElement === button);
      for (let tabs = 0; !(await focused()); tabs += 1) {
        assert.ok(tabs < 100, "the keyboard doesn't reach the button");
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await page.locator(overlay).waitFor({ state: "detached" });
      await page.locator(corner).waitFor();
      // The same one further down, another one elsewhere, and a page that is loaded again: nothing new.
      handbook.write("content/kapitel.md", broken.replace("Zum", "Neues.\n\nZum"));
      handbook.write("content/anderes.md", "# Anderes\n\n[Ziel](fehlt.md)\n");
      await page.locator(corner).filter({ hasText: "2 Fehler" }).waitFor();
      await page.reload();
      await page.locator(corner).filter({ hasText: "2 Fehler" }).waitFor();
      assert.equal(await page.locator(overlay).count(), 0);
      handbook.write("content/kapitel.md", `${broken}\n[Ziel](fehlt-auch.md)\n`);
      await page.locator(overlay).filter({ hasText: "fehlt-auch.md" }).waitFor();
    });
  });

  test("that is no error lies over no page", async () => {
    await edit("kapitel/", [], async (page, handbook) => {
      handbook.write("content/kapitel.md", "# Kapitel\n\n#### Zu tief\n\nText.\n");
      await page.locator(corner).filter({ hasText: "1 Warnung" }).waitFor();
      assert.equal(await page.locator(overlay).count(), 0);
    });
  });

  test("is shown so that axe finds nothing", async () => {
    for (const colorScheme of ["light", "dark"]) {
      await edit("kapitel/", [], async (page, handbook) => {
        await page.emulateMedia({ colorScheme });
        const many = Array.from({ length: 12 }, (_, n) => `[Ziel](fehlt${n}.md)\n`).join("\n");
        handbook.write("content/kapitel.md", `# Kapitel\n\n${many}`);
        await page.locator(overlay).waitFor();
        await page.waitForFunction(() => {
          const { shadowRoot } = document.querySelector("transferbuch-findings");
          return getComputedStyle(shadowRoot.querySelector("section")).position === "fixed";
        });
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          // Without `preload` axe adds no style of its own, which the policy would refuse.
          const options = { resultTypes: ["violations"], preload: false };
          const { violations } = await window.axe.run(document, options);
          return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
        });
        assert.deepEqual(found, []);
      });
    }
  });
});
