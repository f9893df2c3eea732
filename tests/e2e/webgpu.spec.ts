import { expect, test } from '@playwright/test';
import { findWidgets } from './support/built.ts';
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
