// The check of the models page: every shipped graph against PyTorch's numbers, in a browser.
import { readdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { beforeWorkers } from './support/before-workers.ts';
import { test as ownBrowser } from './support/own-browser.ts';
import { SITES } from './support/sites.ts';

const MODELS = readdirSync('public/models', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const NO_ADAPTER =
  "if (navigator.gpu) Object.defineProperty(navigator.gpu.__proto__, 'requestAdapter', { value: async () => null })";
const GOLDEN = '**/models/denoiser-mnist-16d/golden.json';

async function open(page: Page, { model = 'all', device = 'wasm' } = {}) {
  await page.goto(new URL('models/#check', SITES.root.url).href);
  const root = page.locator('#model-check');
  await root.locator('select[name=check-model]').selectOption(model);
  await root.locator('select[name=check-device]').selectOption(device);
  const status = root.getByRole('status');
  const check = () => root.locator('[data-action=check]').click();
  return { root, status, check };
}

test('every model agrees with PyTorch on WebAssembly', async ({ page }) => {
  const { root, status, check } = await open(page);
  await check();
  await expect(status).toContainText(`All ${MODELS.length} agree`, { timeout: 30_000 });
  await expect(root.locator('tr[data-agrees=true]')).toHaveCount(MODELS.length);
  // Each was really computed: another order of the sums leaves traces in most.
  const differences = await root.locator('tr[data-agrees] td:nth-child(4)').allTextContents();
  expect(differences.filter((text) => text !== '0').length).toBeGreaterThan(MODELS.length / 2);
});

ownBrowser('every model agrees with PyTorch on WebGPU', async ({ page }) => {
  ownBrowser.setTimeout(180_000);
  const { root, status, check } = await open(page, { device: 'webgpu' });
  await check();
  await expect(status).toContainText(`All ${MODELS.length} agree`, { timeout: 150_000 });
  await expect(root.locator('tr[data-agrees=true]')).toHaveCount(MODELS.length);
});

test('a model that computes something else is named', async ({ page }) => {
  await page.route(GOLDEN, async (route) => {
    const response = await route.fetch();
    const golden = (await response.json()) as { outputs: Record<string, { values: number[] }> };
    const [first] = Object.values(golden.outputs);
    if (first) first.values[3] = (first.values[3] ?? 0) + 0.001;
    await route.fulfill({ response, json: golden });
  });
  const { root, status, check } = await open(page, { model: 'denoiser-mnist-16d' });
  await check();
  await expect(status).toContainText('1 of 1 do not agree');
  await expect(root.locator('tr[data-agrees=false]')).toContainText('does not agree');
});

test('golden numbers that are cut short or missing are named, and Check works again', async ({ page }) => {
  const { status, check } = await open(page, { model: 'denoiser-mnist-16d' });
  await page.route(GOLDEN, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).slice(0, 1000) });
  });
  await check();
  await expect(status).toContainText('arrived damaged');
  await page.unroute(GOLDEN);
  await page.route(GOLDEN, (route) => route.fulfill({ status: 404 }));
  await check();
  await expect(status).toContainText('download broke off');
  await page.unroute(GOLDEN);
  await check();
  await expect(status).toContainText('agree');
});

test('a browser without WebGPU is told what to do', async ({ page }) => {
  await beforeWorkers(page, NO_ADAPTER);
  const { status, check } = await open(page, { model: 'vae-digits', device: 'webgpu' });
  await check();
  await expect(status).toContainText('Choose the processor');
});
