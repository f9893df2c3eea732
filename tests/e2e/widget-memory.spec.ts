import { expect, test } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { watchHeaps, type Held } from './support/heap.ts';
import { Widget } from './support/widget.ts';

const placed = findWidgets('en').find(({ name, page }) => name === 'gan-2d' && page === 'gan/');

const EARLY = 200;
const LATE = 20_000;
const KB = 1024;
/**
 * The page keeps up to a thousand moments of a run for its charts, about 200 bytes each, and the engine what it compiled
 * of the code that is hot. Fifty bytes kept at each step, or five kilobytes at each picture, would be more than this.
 */
const ROOM = 1000 * KB;

const show = ({ heap, buffers }: Held): string =>
  `${(heap / KB).toFixed(0)} + ${(buffers / KB).toFixed(0)} KB`;

test('after 20,000 steps the page and its worker hold what they held after 200', async ({ page }) => {
  const it = new Widget(page, placed ?? { page: 'missing-widget-gan-2d/', name: 'gan-2d', id: 'missing' });
  const settings = { hidden: '16', batch: '64', stepsPerFrame: '100', steps: String(2 * LATE) };
  await it.open({ v: '1', seed: '17', device: 'wasm', ...settings });
  const scale = await watchHeaps(page);
  await it.takeSteps(EARLY / 100);
  const early = { step: await it.step(), ...(await scale.weigh()) };
  await it.press('run');
  await it.toPass(LATE - 1, 45_000);
  await it.press('run');
  await it.toBe('paused');
  const late = { step: await it.step(), ...(await scale.weigh()) };
  expect(early.step).toBe(EARLY);
  for (const { step, page: ours, worker } of [early, late])
    console.log(`step ${step}: page ${show(ours)}, worker ${show(worker)} (heap + buffers)`);
  for (const side of ['page', 'worker'] as const)
    for (const part of ['heap', 'buffers'] as const) {
      expect(early[side][part], `${side}: ${part}`).toBeGreaterThan(0);
      expect(late[side][part] - early[side][part], `${side}: ${part}`).toBeLessThan(ROOM);
    }
});
