import { test as base } from '@playwright/test';

/**
 * For tests on software WebGPU, each in a browser of its own: what they leave queued in the GPU's process holds up the
 * pictures, and so every click, of the next page of the same browser for half a minute.
 */
export const test = base.extend({
  page: async ({ playwright, launchOptions, viewport }, use) => {
    const browser = await playwright.chromium.launch(launchOptions);
    await use(await browser.newPage({ viewport }));
    await browser.close();
  },
});
