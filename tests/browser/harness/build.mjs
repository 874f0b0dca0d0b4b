// Builds a handbook with the program under test into a folder of its own.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** The handbooks that the tests build, by name. */
export const handbooks = {
  sample: root,
  elements: join(root, "tests/browser/handbooks/elements"),
  languages: join(root, "tests/browser/handbooks/languages"),
};

/** Builds the handbook of that name. The caller calls `remove` when done with it. */
export function build(name) {
  const program = process.env.TRANSFERBUCH;
  if (!program) {
    throw new Error("TRANSFERBUCH doesn't name the program to test: start these tests by tests/run");
  }
  const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  const site = join(folder, "site");
  execFileSync(program, ["-C", handbooks[name], "--quiet", "build", "--strict", "--out", site], {
    stdio: "inherit",
  });
  return { site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** All files below a folder whose names end so, in order, with `/` between folders. */
export function files(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => relative(folder, join(folder, name)).split(sep).join("/"))
    .sort();
}
