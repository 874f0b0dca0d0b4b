// Every file of HTML that a build writes is valid.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { build, files, handbooks } from "./harness/build.mjs";
import rules from "./html-rules.mjs";

const validator = new HtmlValidate(rules);

for (const handbook of [...Object.keys(handbooks), "releases"]) {
  test(`the handbook "${handbook}" is valid HTML`, async (t) => {
    const { site, remove } = build(handbook);
    t.after(remove);
    // An old edition is the same pages once more.
    const pages = files(site, ".html").filter((file) => !file.startsWith("v/"));
    assert.notEqual(pages.length, 0);
    const wrong = [];
    for (const page of pages) {
      const report = await validator.validateFile(join(site, page));
      for (const { messages } of report.results) {
        for (const { line, column, ruleId, message } of messages) {
          wrong.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
}
