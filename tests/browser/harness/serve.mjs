// Serves a site as a plain static host does, to this machine only, under the strictest policy that
// the site promises to bear.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";

const types = {
  ".css": "text/css",
  ".html": "text/html",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
};

/** Serves the folder below the path, which begins and ends with a slash. */
export async function serve(folder, path) {
  const server = createServer(async (request, response) => {
    const { status, file } = await find(folder, path, request.url);
    const body = file ? await readFile(file) : "";
    response.writeHead(status, {
      "Content-Security-Policy": "default-src 'self'",
      "Content-Type": `${types[extname(file ?? "")] ?? "application/octet-stream"}; charset=utf-8`,
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

// Only what lies in the folder is served: a URL's path is normal already, without `..`.
async function find(folder, path, url) {
  const wanted = decodeURIComponent(new URL(url, "http://localhost").pathname);
  if (wanted.startsWith(path)) {
    let file = join(folder, wanted.slice(path.length));
    if (wanted.endsWith("/")) file = join(file, "index.html");
    const found = await stat(file).catch(() => null);
    if (found?.isFile()) return { status: 200, file };
  }
  const missing = join(folder, "404.html");
  return { status: 404, file: (await stat(missing).catch(() => null)) && missing };
}
