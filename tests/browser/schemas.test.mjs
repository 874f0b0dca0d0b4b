// What programs read: reports in SARIF hold to its schema, and the schemas that the program makes
// take what `check` takes. No browser is needed.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv4 from "ajv-draft-04";
import { parse } from "yaml";
import { files, handbooks } from "./harness/build.mjs";

const require = createRequire(import.meta.url);
const SARIF = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(handbook, ...args) {
  const { status, stdout, stderr } = spawnSync(process.env.TRANSFERBUCH, ["-C", handbook, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

function write(name, texts) {
  const handbook = join(folder, name);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(handbook, path)), { recursive: true });
    writeFileSync(join(handbook, path), text);
  }
  return handbook;
}

function validator(handbook, of) {
  const { status, stdout, stderr } = run(handbook, "schema", of);
  assert.equal(status, 0, stderr);
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
  return ajv.compile(JSON.parse(stdout));
}

function frontMatters(handbook) {
  const texts = files(join(handbook, "content"), ".md").map((path) => [
    path,
    readFileSync(join(handbook, "content", path), "utf8"),
  ]);
  return texts
    .map(([path, text]) => [path, /^---\r?\n([\s\S]*?)^---\r?$/m.exec(text)?.[1]])
    .filter(([, front]) => front !== undefined)
    .map(([path, front]) => [path, parse(front)]);
}

test("reports in SARIF hold to its schema", () => {
  const validate = new Ajv4({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(require(SARIF));
  const broken = write("kaputt", {
    "handbook.yml": "title: A\nseverity: {empty-link: note}\n",
    "content/ä b.md": "---\nupdated: 15.06.2018\n---\n# A\n\n[x](bb.md) [y]() [^1]\n\n## E {#e}\n\n## F {#e}\n",
    "content/bbb.md": "```quatsch\n```\n",
  });
  for (const handbook of [broken, handbooks.sample]) {
    const { stdout } = run(handbook, "check", "--format", "sarif");
    const log = JSON.parse(stdout);
    assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
    assert.equal(log.runs[0].results.length > 0, handbook === broken);
  }
  assert.ok(!validate({ version: "2.1.0" }), "the schema can say no");
});

for (const [name, handbook] of Object.entries(handbooks)) {
  test(`the schemas take the handbook ${name}`, () => {
    const front = validator(handbook, "front-matter");
    for (const [path, value] of frontMatters(handbook)) {
      assert.ok(front(value), `${path}: ${JSON.stringify(front.errors, null, 2)}`);
    }
    const settings = validator(handbook, "handbook");
    const value = parse(readFileSync(join(handbook, "handbook.yml"), "utf8"));
    assert.ok(settings(value), JSON.stringify(settings.errors, null, 2));
  });
}

test("the schema of kinds takes those that there are, and says no where check does", () => {
  const kind = validator(handbooks.sample, "kind");
  const places = [
    ["../../src/kind/builtin", (name) => name !== "records.yml"],
    ["../../docs/kinds", () => true],
  ];
  let count = 0;
  for (const [place, isKind] of places) {
    const around = new URL(place, import.meta.url).pathname;
    for (const name of files(around, ".yml").filter(isKind)) {
      const value = parse(readFileSync(join(around, name), "utf8"));
      assert.ok(kind(value), `${name}: ${JSON.stringify(kind.errors, null, 2)}`);
      count += 1;
    }
  }
  assert.ok(count >= 9);
  const wrong = [
    { color: "red" },
    { fields: [{ id: "a", type: "txt" }] },
    { fields: [{ id: "A b", type: "text" }] },
    { fields: [{ id: "a", type: "choice", values: [{ id: "x", lable: "X" }] }] },
  ];
  for (const value of wrong) assert.ok(!kind(value), JSON.stringify(value));
});

test("the schemas take a new handbook and all its scaffolds", () => {
  for (const language of ["de", "en"]) {
    const handbook = join(folder, `neu-${language}`);
    run(folder, "init", handbook, "--lang", language);
    for (const kind of ["format", "tool", "lesson", "case", "page"]) {
      run(handbook, "add", kind, `Titel ${kind}`);
    }
    const front = validator(handbook, "front-matter");
    const all = frontMatters(handbook);
    assert.ok(all.length >= 10);
    for (const [path, value] of all) {
      assert.ok(front(value), `${path}: ${JSON.stringify(front.errors, null, 2)}`);
    }
  }
});

test("the schema of front matter says no where check does", () => {
  const handbook = write("arten", {
    "handbook.yml": "severity: {missing-legal-page: off}\n",
    "kinds/k.yml":
      "fields:\n  - {id: a, type: choice, values: [1, yes, x]}\n  - {id: n, type: number, min: 1}\n" +
      "  - {id: l, type: list, fields: [{id: t, type: text}]}\n",
    "content/a.md": "A\n",
  });
  const valid = validator(handbook, "front-matter");
  const good = [
    "kind: k\na: 1", "kind: k\na: yes", "kind: k\nopen: [a]", "kind: k\nopen: a",
    "kind: k\na: x\nl: [{t: 1}, kurz]", "kind: k\na: x\nn: \"1,5\"", "title: 2024\nauthors: Ina", "",
  ];
  const bad = [
    "kind: k\na: 2", "kind: kk", "titel: x", "kind: page\nn: 2", "kind: k\na: x\nn: 0",
    "kind: k\na: x\nl: [{u: 1}]", "updated: gestern", "status: fertig", "title: [x]",
  ];
  for (const [texts, expected] of [[good, 0], [bad, 1]]) {
    for (const text of texts) {
      writeFileSync(join(handbook, "content/a.md"), `---\n${text}\n---\nA\n`);
      const { status, stderr } = run(handbook, "check", "--drafts");
      assert.equal(status, expected, `check: ${text}\n${stderr}`);
      assert.equal(valid(parse(text)), expected === 0, `${text}: ${JSON.stringify(valid.errors)}`);
    }
  }
});
