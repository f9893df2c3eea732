import { expect, test, type Route } from '@playwright/test';
import { beforeWorkers } from './support/before-workers.ts';
import { findWidgets, type PlacedWidget } from './support/built.ts';
import { Widget } from './support/widget.ts';

const placed = findWidgets('en');
const modelWidget = findWidget('digit-latents');
const trainingWidget = findWidget('gan-2d');

function findWidget(name: string): PlacedWidget {
  const found = placed.find((widget) => widget.name === name);
  // Reported by the test that opens it, not by every file at its start.
  return found ?? { page: `missing-widget-${name}/`, name, id: 'missing' };
}

async function corrupt(route: Route, change: (bytes: Buffer) => Buffer): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
}

const flipByte = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
};

const MODEL = '**/models/**/*.onnx';

const damages: readonly (readonly [string, (route: Route) => Promise<void>, RegExp])[] = [
  ['is missing', (route) => route.fulfill({ status: 404, body: 'not found' }), /^download$/],
  ['does not arrive', (route) => route.abort(), /^download$/],
  [
    'is cut short',
    (route) => corrupt(route, (bytes) => bytes.subarray(0, bytes.length >> 1)),
    /^(download|checksum)$/,
  ],
  ['has one altered bit', (route) => corrupt(route, flipByte), /^checksum$/],
  ['is a page of HTML', (route) => route.fulfill({ body: '<!doctype html>' }), /^(download|checksum)$/],
];

for (const [name, damage, reason] of damages)
  test(`a model file that ${name} is named, and Retry works when it is whole`, async ({ page }) => {
    const it = new Widget(page, modelWidget);
    await page.route(MODEL, damage);
    await it.open();
    await it.press('run');
    await it.toFail(reason);
    await page.unroute(MODEL);
    await it.press('retry');
    await it.toPass(0);
  });

test('a manifest that is missing is named', async ({ page }) => {
  const it = new Widget(page, modelWidget);
  await page.route('**/models/**/model.json', (route) => route.fulfill({ status: 404 }));
  await it.open();
  await it.press('run');
  // The manifest may be part of the page; then nothing is asked for and nothing fails.
  await it.toBe(/running|paused|done|failed/);
  if ((await it.root.getAttribute('data-state')) === 'failed') await it.toFail('download');
});

const NO_SIMD = 'WebAssembly.validate = () => false';

test('a browser without WebAssembly SIMD is told so', async ({ page }) => {
  await beforeWorkers(page, NO_SIMD);
  const it = new Widget(page, trainingWidget);
  await it.open({ v: '1', device: 'wasm' });
  await it.press('run');
  await it.toFail('unsupported');
});

const NO_ADAPTER =
  "if (navigator.gpu) Object.defineProperty(navigator.gpu.__proto__, 'requestAdapter', { value: async () => null })";

test('a wish for WebGPU without an adapter is answered', async ({ page }) => {
  await beforeWorkers(page, NO_ADAPTER);
  const it = new Widget(page, trainingWidget);
  await it.open({ v: '1', device: 'tfjs-webgpu' });
  await it.press('run');
  await it.toFail('unsupported');
});

test('without WebGPU the device that is chosen is another', async ({ page }) => {
  await beforeWorkers(page, "Object.defineProperty(navigator.__proto__, 'gpu', { value: undefined })");
  const it = new Widget(page, trainingWidget);
  await it.open();
  await it.press('run');
  await it.toPass(0);
  await expect(it.root).not.toHaveAttribute('data-device', /webgpu/);
});

test('a worker script that does not arrive is named', async ({ page }) => {
  await page.route(/worker[^/]*\.js(\?|$)/, (route) => route.abort());
  const it = new Widget(page, trainingWidget);
  await it.open();
  await it.press('run');
  await it.toFail('download');
  await page.unroute(/worker[^/]*\.js(\?|$)/);
  await it.press('retry');
  await it.toPass(0);
});

test('a drawing that does not arrive is named, with Run and without', async ({ page }) => {
  const LATE = /\/late[^/]*\.js(\?|$)/;
  await page.route(LATE, (route) => route.abort());
  const it = new Widget(page, trainingWidget);
  await it.open();
  await it.root.locator('summary', { hasText: 'More settings' }).click();
  await expect(it.root.getByRole('alert').first()).toContainText('download');
  await it.press('run');
  await it.toFail('download');
});
