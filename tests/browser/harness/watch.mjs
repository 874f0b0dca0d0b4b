// A handbook that the program under test watches while tests edit it.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Writes the files, by path, to a folder of their own and watches them. */
export async function watch(files, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "transferbuch-"));
  const at = (path) => join(folder, path);
  // As editors save: in one step. A file that is emptied first and then filled may be seen empty.
  const write = (path, text) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    const beside = `${folder}.new`;
    writeFileSync(beside, text);
    renameSync(beside, at(path));
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const start = async (port) => {
    const args = ["watch", "--port", port, ...options];
    const program = spawn(process.env.TRANSFERBUCH, args, {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise((end) => program.once("exit", end));
    const stop = async () => {
      program.kill("SIGINT");
      await ended;
    };
    return { stop, origin: await addressOf(program, ended) };
  };
  let running;
  const stop = () => running?.stop();
  const close = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    running = await start("0");
    const { origin } = running;
    // At the same address as before.
    const restart = async () => {
      running = await start(new URL(origin).port);
    };
    // Another preview of the same handbook.
    const another = () => start("0");
    return { origin, another, url: (address) => `${origin}/${address}`, at, write, close, stop, restart };
  } catch (error) {
    await close();
    throw error;
  }
}

async function addressOf(program, ended) {
  let said = "";
  const found = new Promise((resolve) => {
    program.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
      const [, origin] = said.match(/(http:\/\/[^/\s]+)\/\s/) ?? [];
      if (origin) resolve(origin);
    });
  });
  const gone = ended.then(() => {
    throw new Error(`the program ended: ${said}`);
  });
  return Promise.race([found, gone]);
}
