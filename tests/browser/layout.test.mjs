// No page is wider than its window, however narrow the window or large the text.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, phone, shift, tablet } from "./harness/browse.mjs";
import { elements, languages, releases, sample } from "./harness/pages.mjs";
import { useSite } from "./harness/site.mjs";

const windows = [
  { name: "at 320 pixels", viewport: { width: 320, height: 640 } },
  { name: "at 768 pixels", viewport: tablet },
  { name: "at 1280 pixels", viewport: desk },
  // Zoomed to 400 %, a window of 1280 by 1024 pixels has room for a quarter of them.
  { name: "at 400 % zoom", viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  { name: "at 360 pixels with letters twice as large", viewport: phone, letters: "200%" },
];

for (const [handbook, pages] of Object.entries({ sample, elements, languages, releases })) {
  describe(`nothing of the handbook "${handbook}" is cut off or scrolls sideways`, () => {
    const site = useSite({ handbook });
    for (const [name, viewport] of Object.entries({ phone, desk })) {
      test(`and nothing jumps while a page loads (${name})`, async () => {
        for (const [type, address] of Object.entries(pages)) {
          await site.visit({ viewport }, async (page) => {
            await site.show(page, address);
            const sum = await shift(page);
            // An old edition is never written again, so only a script can add that it is old.
            assert.ok(sum < (type === "old chapter" ? 0.1 : 0.01), `the page "${type}" jumps by ${sum}`);
          });
        }
      });
    }
    for (const { name, letters, ...options } of windows) {
      test(name, async () => {
        await site.visit(options, async (page) => {
          for (const [type, address] of Object.entries(pages)) {
            await site.show(page, address);
            if (letters) await page.evaluate(setLetters, letters);
            assert.deepEqual(await page.evaluate(tooWide), [], `on the page "${type}"`);
          }
        });
      });
    }
  });
}

// Runs in the page, as the next one does.
function setLetters(size) {
  document.documentElement.style.fontSize = size;
}

// Names what reaches beyond the window, save for what scrolls in a frame of its
// own (tables and code), and what is put out of sight for screen readers on purpose.
function tooWide() {
  const edge = document.documentElement.clientWidth;
  const scrolls = (element) =>
    ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX);
  const framed = (element) =>
    element.parentElement && (scrolls(element.parentElement) || framed(element.parentElement));
  const beyond = [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > edge + 1 && !framed(element))
    .map((element) => `<${element.localName} class="${element.className}">`);
  if (document.documentElement.scrollWidth > edge) beyond.push("the page");
  return beyond;
}
