import { expect, test, type Page } from '@playwright/test';
import { test as onGpu } from './support/own-browser.ts';
import { createServer } from 'vite';
import type * as Checks from '../bench/checks.ts';
import { SOFTWARE_GPU } from '../bench/extent.ts';
import { NODE_CONFIG, openHarness, type Harness } from '../bench/harness.ts';

const PARITY_TOLERANCE = 2e-6;
/** A GPU's drivers bring their own exp, log and tanh. */
const GPU_TOLERANCE = 2e-4;
const PORT = Number(process.env['COURSE_PORT'] ?? 4408) + 7;

// One page is built and served for all of them.
test.describe.configure({ mode: 'serial' });
let harness: Harness;

test.beforeAll(async () => {
  harness = await openHarness(PORT);
});

test.afterAll(async () => {
  await harness.close();
});

const visit = (page: Page) => page.goto(harness.url);

test('wasm gives the same bits here as in Node', async ({ page }) => {
  const server = await createServer(NODE_CONFIG);
  const checks = (await server.ssrLoadModule('/tests/bench/checks.ts')) as typeof Checks;
  const inNode = await checks.fingerprint();
  await server.close();
  await visit(page);
  expect(await page.evaluate(() => ask({ name: 'fingerprint' }))).toBe(inNode);
});

for (const executor of ['wasm', 'tfjs-wasm'] as const)
  test(`${executor} agrees with the reference in a browser`, async ({ page }) => {
    await visit(page);
    const found = await page.evaluate((name) => ask({ name: 'deviations', executor: name }), executor);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ error }) => !(error <= PARITY_TOLERANCE))).toEqual([]);
  });

onGpu('tfjs-webgpu agrees with the reference', async ({ page }) => {
  test.setTimeout(180_000);
  await visit(page);
  const found = await page.evaluate(
    (extent) => ask({ name: 'deviations', executor: 'tfjs-webgpu', extent }),
    SOFTWARE_GPU,
  );
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ error }) => !(error <= GPU_TOLERANCE))).toEqual([]);
});

onGpu('a lost GPU is a named failure, and the next session has a new one', async ({ page }) => {
  test.setTimeout(120_000);
  await visit(page);
  const { codes, recovered } = await page.evaluate(() => ask({ name: 'loseDevice' }));
  expect(codes).toEqual(['device-lost', 'device-lost']);
  expect(recovered).toBe(true);
});

test('auto measures a slow network; an imitation of a GPU is not tried', async ({ page }) => {
  test.setTimeout(90_000);
  await visit(page);
  const { report, gpu } = await page.evaluate(() => ask({ name: 'settle' }));
  expect(report.speeds.wasm).toBeGreaterThan(0);
  // Where the tests run on a machine with a GPU, both must have been measured, and the faster one taken.
  if (gpu) expect(Object.keys(report.speeds).sort()).toEqual(['tfjs-webgpu', 'wasm']);
  else expect(report).toMatchObject({ device: 'wasm', reason: 'only-one' });
});
