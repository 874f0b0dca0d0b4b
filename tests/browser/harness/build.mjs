// Builds a handbook with the program under test into a folder of its own.

import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { town } from "./town.mjs";

const root = resolve(import.meta.dirname, "../../..");

/** The handbooks that the tests build, by name. */
export const handbooks = {
  sample: root,
  elements: join(root, "tests/browser/handbooks/elements"),
  languages: join(root, "tests/browser/handbooks/languages"),
};

/**
 * Builds the handbook of that name, or the one in a folder; "releases" is two releases of the sample, the second with a
 * changed chapter, and "town" that of [`town`]. The caller calls `remove` when done with it.
 */
export function build(name) {
  const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  const site = join(folder, "site");
  if (name === "releases") publish(join(folder, "handbook"), site);
  else if (name === "town") {
    town(join(folder, "handbook"));
    run("-C", join(folder, "handbook"), "build", "--strict", "--out", site);
  } else run("-C", handbooks[name] ?? name, "build", "--strict", "--out", site);
  return { site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function publish(copy, site) {
  for (const part of ["content", "handbook.yml", "glossary.yml"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  run("-C", copy, "release", "1.0", "--date", "2026-05-04", "--onto", site);
  appendFileSync(join(copy, "content/formate/round-table-initiative.md"), "\n## Neues\n\nMehr.\n");
  run("-C", copy, "release", "1.1", "--date", "2026-11-03", "--onto", site);
}

export function run(...args) {
  const program = process.env.TRANSFERBUCH;
  if (!program) {
    throw new Error("TRANSFERBUCH doesn't name the program to test: start these tests by tests/run");
  }
  execFileSync(program, ["--quiet", ...args], { stdio: "inherit" });
}

/** All files below a folder whose names end so, in order, with `/` between folders. */
export function files(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => relative(folder, join(folder, name)).split(sep).join("/"))
    .sort();
}
