import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './tests/e2e/support/chromium.ts';
import { findFreePorts } from './tests/e2e/support/free-port.ts';

// Chosen once, here; the processes that run the tests inherit it.
process.env['COURSE_PORT'] ??= String(await findFreePorts(4408));
const { BASE_PORT, SITES } = await import('./tests/e2e/support/sites.ts');

const browser = await findChromium();
process.env['COURSE_BROWSER'] = `${browser.route}: ${browser.path}`;

// The built site (`npm run build:all`) is served as a static host would, at the root and under a path.
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'search/**/*.spec.ts'],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  workers: 2,
  // A second try for what a busy machine spoils. How many may need one, and that they are named: scripts/testing/reports.ts.
  retries: 1,
  outputDir: 'test-results/artifacts',
  reporter: [
    // Dots, so that what failed, and why, stands together at the end of a log.
    [process.env['CI'] === undefined ? 'line' : 'dot'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON'] ?? 'test-results/playwright.json' }],
  ],
  use: {
    baseURL: SITES.root.url,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: browser.path,
      args: [...CHROMIUM_ARGS],
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
  webServer: Object.values(SITES).map(({ folder, base, url }, index) => ({
    command: `node tests/e2e/support/serve.ts ${folder} ${base} ${BASE_PORT + index}`,
    url,
    reuseExistingServer: false,
  })),
});
