import { chromium, type Page } from '@playwright/test';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview, type InlineConfig } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../e2e/support/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const alias = { '~': join(root, 'src') };

/** Vite's settings for modules of this repository that run in Node. */
export const NODE_CONFIG: InlineConfig = {
  configFile: false,
  root,
  logLevel: 'error',
  appType: 'custom',
  resolve: { alias },
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
};

const BROWSER_CONFIG: InlineConfig = {
  configFile: false,
  root: join(root, 'tests/bench/browser'),
  logLevel: 'error',
  base: './',
  resolve: { alias },
  worker: { format: 'es' },
  build: { outDir: join(root, '.cache/bench'), emptyOutDir: true, chunkSizeWarningLimit: Infinity },
};

/** The page of the executors, served. */
export interface Harness {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Builds the page of the executors and serves it. */
export async function openHarness(port: number): Promise<Harness> {
  await build(BROWSER_CONFIG);
  const server = await preview({ ...BROWSER_CONFIG, preview: { host: '127.0.0.1', port, strictPort: true } });
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Opens that page in Chromium and closes everything after `use`. */
export async function withHarness<T>(port: number, use: (page: Page) => Promise<T>): Promise<T> {
  const harness = await openHarness(port);
  const found = await findChromium();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...CHROMIUM_ARGS],
    env: { ...(process.env as Record<string, string>), ...found.env },
  });
  try {
    const page = await browser.newPage();
    await page.goto(harness.url);
    return await use(page);
  } finally {
    await browser.close();
    await harness.close();
  }
}
