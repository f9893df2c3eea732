// What the browser keeps of shipped models, and what becomes of a run when it does not, in the widgets on models.
import { expect, test, type Page } from '@playwright/test';
import { beforeWorkers } from './support/before-workers.ts';
import { findWidgets } from './support/built.ts';
import { test as ownBrowser } from './support/own-browser.ts';
import { Widget } from './support/widget.ts';

const placed = findWidgets('en');
const onCodes = (name: string) => placed.find((widget) => widget.name === name && widget.page === 'codes/');
const latents = onCodes('digit-latents');
const interpolate = onCodes('interpolate');
if (!latents || !interpolate) throw new Error('expected digit-latents and interpolate on /codes/');

const MODEL = 'vae-mnist-16d-beta-1/model.onnx';
const SIXTEEN = { v: '1', model: 'vae-1', size: '16' };
const summary = (it: Widget) => it.root.locator('[data-summary]');

/** Counts downloads of the decoder that both widgets use. */
function countDownloads(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().includes(MODEL)) count += 1;
  });
  return () => count;
}

/** What the page's store holds of it. */
const keptOf = (page: Page) =>
  page.evaluate(async (model) => {
    const cache = await caches.open('models-v1');
    return (await cache.keys()).map(({ url }) => url).filter((url) => url.includes(model));
  }, MODEL);

test('a full store is told of, and the run goes on', async ({ page }) => {
  await beforeWorkers(
    page,
    "if (self.Cache) Cache.prototype.put = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))",
  );
  for (const widget of [latents, interpolate]) {
    const it = new Widget(page, widget);
    await it.open();
    await it.press('run');
    await it.toPass(0);
    await expect(summary(it)).toContainText('storage is full');
  }
});

test('a damaged copy is fetched anew, an old version is forgotten, and the next run takes what is kept', async ({
  page,
}) => {
  const downloads = countDownloads(page);
  const it = new Widget(page, latents);
  await it.open(SIXTEEN);
  await page.evaluate(async (model) => {
    const cache = await caches.open('models-v1');
    await cache.put(`/models/${model}?sha256=${'0'.repeat(64)}`, new Response('an older version'));
  }, MODEL);
  await it.press('run');
  await it.toPass(0);
  expect(downloads()).toBe(1);
  const [kept, ...others] = await keptOf(page);
  expect(others).toEqual([]);
  await page.evaluate(async (url) => {
    await (await caches.open('models-v1')).put(url, new Response('not the model'));
  }, kept ?? '');
  await it.press('reset');
  await it.press('run');
  await it.toPass(0);
  await expect(summary(it)).toContainText('was damaged and has been fetched anew');
  expect(downloads()).toBe(2);
  await it.press('reset');
  await it.press('run');
  await it.toPass(0);
  expect(downloads()).toBe(2);
});

test('two figures that want one model at once download it once', async ({ page }) => {
  const downloads = countDownloads(page);
  const [one, two] = [new Widget(page, latents), new Widget(page, interpolate)];
  // The first download hangs until the second figure waits for it too.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**/${MODEL}`, async (route) => {
    await held;
    await route.continue();
  });
  await one.open(SIXTEEN);
  await one.press('run');
  await expect.poll(downloads).toBe(1);
  await two.show();
  await two.press('run');
  await two.toBe('loading');
  release();
  await two.toPass(0);
  expect(downloads()).toBe(1);
});

const KEEP_DEVICE = `if (self.GPUAdapter) {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...rest) {
    const device = await requestDevice.apply(this, rest);
    (globalThis.courseDevices ??= []).push(device);
    return device;
  };
}`;

ownBrowser(
  'a graphics card that is lost in the middle of a run is taken anew, and the figure goes on',
  async ({ page }) => {
    ownBrowser.setTimeout(120_000);
    await beforeWorkers(page, KEEP_DEVICE);
    const it = new Widget(page, latents);
    await it.open({ v: '1', runtime: 'webgpu', model: 'vae-1' });
    await it.press('run');
    await it.toPass(0, 60_000);
    for (const worker of page.workers())
      await worker.evaluate(async () => {
        const [device] = (globalThis as { courseDevices?: GPUDevice[] }).courseDevices ?? [];
        device?.destroy();
        await device?.lost;
      });
    const at = await it.step();
    const typed = it.root.locator('input[name=z1]');
    await typed.fill('0.5');
    await typed.press('Tab');
    await it.toPass(at, 60_000);
    await it.toBe('running');
    const devices = await Promise.all(
      page.workers().map((worker) => worker.evaluate(() => (globalThis as { courseDevices?: GPUDevice[] }).courseDevices?.length)), // prettier-ignore
    );
    expect(devices).toContain(2);
  },
);
