// A built handbook, served and open in a browser for as long as a file's tests run.

import { after, before } from "node:test";
import { build } from "./build.mjs";
import { launch, show, visit } from "./browse.mjs";
import { serve } from "./serve.mjs";

/**
 * Prepares a site for the tests of the calling file and clears it away after them. What it gives
 * is filled when the first test runs. `make` builds another site than a handbook's, as `build` does.
 */
export function useSite({ handbook = "sample", path = "/", make = () => build(handbook) } = {}) {
  const site = {};
  let built, server, browser;
  before(async () => {
    built = await make();
    server = await serve(built.site, path);
    browser = await launch();
    site.folder = built.site;
    site.root = server.origin + path;
    site.url = (address) => site.root + address;
    site.show = (page, address) => show(page, site.url(address));
    site.visit = (options, body) => visit(browser, server.origin, options, body);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    built?.remove();
  });
  return site;
}
