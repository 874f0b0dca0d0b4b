// Reading devices can open the handbook as an EPUB: the sample, and what is written from right to left.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { handbooks, run } from "./harness/build.mjs";

const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
after(() => rmSync(folder, { recursive: true, force: true }));

for (const [handbook, languages] of [
  ["sample", ["de", "en", "de-simple"]],
  ["languages", ["ar", "uk"]],
  ["elements", ["de"]],
]) {
  for (const language of languages) {
    test(`the ${handbook} in ${language} is a valid EPUB`, async () => {
      const out = join(folder, `${handbook}-${language}.epub`);
      run("-C", handbooks[handbook], "book", "--in", language, "--out", out);
      const report = await EpubCheck.validate(readFileSync(out));
      const found = report.messages.filter((message) => message.severity !== "usage");
      assert.deepEqual(found.map(({ id, message, location }) => ({ id, message, path: location?.path })), []);
    });
  }
}
