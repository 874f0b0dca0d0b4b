// A page costs a reader little to load.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { files } from "./harness/build.mjs";
import { useSite } from "./harness/site.mjs";

// In bytes. Searching loads more, when a reader first turns to it.
const LIMIT = 25 * 1024;
const SEARCH = /(^|\/)(suche|search)\/index\.html$/;
const weighed = ["document", "stylesheet", "script"];

for (const handbook of ["sample", "releases"]) {
  describe(`in the handbook "${handbook}"`, () => {
    const site = useSite({ handbook });
    test("no page loads more than 25 KB of HTML, CSS and JS, compressed", async (t) => {
      const loads = [];
      await site.visit({}, async (page) => {
        let answers = [];
        page.on("response", (answer) => answers.push(answer));
        for (const file of files(site.folder, ".html").filter((file) => isWeighed(site.folder, file))) {
          answers = [];
          await page.goto(site.url(file));
          loads.push({ file, bytes: await weight(answers) });
        }
      });
      loads.sort((a, b) => b.bytes - a.bytes);
      t.diagnostic(`heaviest: ${loads[0].file} with ${loads[0].bytes} bytes`);
      assert.deepEqual(loads.filter(({ bytes }) => bytes > LIMIT), []);
    });
  });
}

// An old edition is the same pages once more, and a former address leads on at once.
function isWeighed(folder, file) {
  if (SEARCH.test(file) || file.startsWith("v/")) return false;
  return !readFileSync(join(folder, file), "utf8").includes("http-equiv=\"refresh\"");
}

async function weight(answers) {
  let bytes = 0;
  for (const answer of answers) {
    if (weighed.includes(answer.request().resourceType())) {
      bytes += gzipSync(await answer.body()).length;
    }
  }
  return bytes;
}
