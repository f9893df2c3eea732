import { expect } from '@playwright/test';
import { beforeWorkers } from './support/before-workers.ts';
import { findWidgets } from './support/built.ts';
import { test } from './support/own-browser.ts';
import { Widget } from './support/widget.ts';

// Software WebGPU is slow (cold start 6 s, a step 1 s): each widget once, two tiny steps.
test.describe.configure({ mode: 'serial' });

const trained = findWidgets('en').filter(({ name }) => name.startsWith('gan'));
const once = trained.filter(({ name }, index) => trained.findIndex((other) => other.name === name) === index);

for (const widget of once)
  test(`${widget.name} takes two steps on WebGPU`, async ({ page }) => {
    test.setTimeout(120_000);
    const it = new Widget(page, widget);
    await it.open({ v: '1', device: 'tfjs-webgpu', seed: '3' });
    await it.runOneStep(90_000);
    await expect(it.root).toHaveAttribute('data-device', 'tfjs-webgpu');
    const at = await it.step();
    await it.press('step');
    await it.toPass(at, 60_000);
    await it.toBe(/paused|done/);
  });

const KEEP_DEVICE = `{
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...rest) {
    const device = await requestDevice.apply(this, rest);
    globalThis.courseDevice = device;
    return device;
  };
}`;

test('a lost device is named', async ({ page }) => {
  const [placed] = once;
  if (!placed) throw new Error('expected a widget that trains, found none');
  test.setTimeout(120_000);
  await beforeWorkers(page, KEEP_DEVICE);
  const it = new Widget(page, placed);
  await it.open({ v: '1', device: 'tfjs-webgpu' });
  await it.press('run');
  await it.toPass(0, 90_000);
  for (const worker of page.workers())
    await worker.evaluate(() => {
      (globalThis as { courseDevice?: { destroy(): void } }).courseDevice?.destroy();
    });
  await it.toFail('device-lost', 60_000);
});
