// Opens pages of a site in Chromium, and fails a visit in which the browser met anything amiss.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The window sizes of a phone, a tablet, a desk and a wide screen, in CSS pixels. */
export const phone = { width: 360, height: 740 };
export const tablet = { width: 768, height: 1024 };
export const desk = { width: 1280, height: 900 };
export const wide = { width: 1920, height: 1080 };

/** Starts Chromium; a missing one is an error, so that no test passes unseen. */
export async function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  assert.ok(existsSync(executablePath), `There is no Chromium at ${executablePath}`);
  return chromium.launch({ executablePath, args: flags });
}

/**
 * Opens a fresh context with the options, hands a page in it to the body, and fails if the page
 * asked another host for anything, broke its policy or logged an error.
 */
export async function visit(browser, origin, options, body) {
  const context = await browser.newContext({ viewport: desk, locale: "de-DE", ...options });
  try {
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const amiss = watch(page, origin);
    await body(page);
    assert.deepEqual(amiss, []);
  } finally {
    await context.close();
  }
}

/** Goes to the URL, and waits for the results if it asks for some. */
export async function show(page, url) {
  await page.goto(url);
  if (new URL(url).search) await page.locator("#page-results h2").waitFor();
}

/** What the elements say, without the soft hyphens at which a browser may part long words. */
export async function texts(locator) {
  return (await locator.allInnerTexts()).map((text) => text.replaceAll("\u00ad", ""));
}

/** By how much of its window the page that is open has jumped since it began to load. */
export async function shift(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
}

function watch(page, origin) {
  const amiss = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) amiss.push(`asked for ${request.url()}`);
  });
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      amiss.push(`${pathname} answered ${response.status()}`);
    }
  });
  page.on("pageerror", (error) => amiss.push(`threw ${error.message}`));
  page.on("console", (message) => {
    // A page that is looked for and missing is logged as an error too: the 404 page is reached so.
    const missing = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !missing) amiss.push(`logged ${message.text()}`);
  });
  return amiss;
}
