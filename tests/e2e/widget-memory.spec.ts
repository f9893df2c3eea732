import { expect, test } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { watchHeaps, type Held } from './support/heap.ts';
import { Widget } from './support/widget.ts';

/** What is run and how far, with networks so large that the end is never reached between two looks at the step. */
const runs = [
  { name: 'gan-2d', page: 'gan/', late: 20_000, settings: { hidden: '16', batch: '64', steps: '60000' } },
  { name: 'vae-train', page: 'vae/', late: 4000, settings: { hidden: '64', batch: '64', steps: '20000' } },
  // 6,000 steps are ten epochs of all 60,000 pictures of Fashion-MNIST, thirty of the 20,000 that are shipped.
  {
    name: 'sparse-lab',
    page: 'rigl/',
    late: 3000,
    settings: { compare: 'off', method: 'rigl', sparsity: '0.95', steps: '10000' },
  },
] as const;

const EARLY = 200;
const KB = 1024;
/**
 * What the charts remember lies in memory taken with the first picture. The page still grows by what the engine compiles of
 * code that becomes hot: of gan-2d 0.3 to 0.4 MB by 20,000 steps, 0.1 more by 40,000, and then 4 KB in as many again (83,000 steps
 * watched). Fifty bytes kept at each step, or four kilobytes at each picture, would be more than this.
 */
const ROOM = 800 * KB;
/** From `LATE` to twice as many: fifteen bytes a step, or 1.5 KB a picture. */
const ROOM_LATER = 300 * KB;

const show = ({ heap, buffers }: Held): string =>
  `${(heap / KB).toFixed(0)} + ${(buffers / KB).toFixed(0)} KB`;

for (const { late: far, settings, ...wanted } of runs)
  test(`${wanted.name}: after ${far} steps the page and its worker hold what they held after ${EARLY}, and after twice as many too`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const placed = findWidgets('en').find((each) => each.name === wanted.name && each.page === wanted.page);
    const missing = { page: `missing-widget-${wanted.name}/`, name: wanted.name, id: 'missing' };
    const it = new Widget(page, placed ?? missing);
    await it.open({ v: '1', seed: '17', device: 'wasm', stepsPerFrame: '100', ...settings });
    const scale = await watchHeaps(page);
    const weigh = async () => {
      const weighed = { step: await it.step(), ...(await scale.weigh()) };
      const { step, page: ours, worker } = weighed;
      console.log(
        `${wanted.name}, step ${step}: page ${show(ours)}, worker ${show(worker)} (heap + buffers)`,
      );
      return weighed;
    };
    const runTo = async (step: number) => {
      await it.press('run');
      await it.toPass(step - 1, 45_000);
      await it.press('run');
      await it.toBe('paused');
      return weigh();
    };
    await it.takeSteps(EARLY / 100);
    const early = await weigh();
    const late = await runTo(far);
    const later = await runTo(2 * far);
    // A link that ends the page's own comparison takes a step to say so.
    expect([EARLY - 100, EARLY]).toContain(early.step);
    for (const side of ['page', 'worker'] as const)
      for (const part of ['heap', 'buffers'] as const) {
        expect(early[side][part], `${side}: ${part}`).toBeGreaterThan(0);
        expect(late[side][part] - early[side][part], `${side}: ${part}`).toBeLessThan(ROOM);
        expect(later[side][part] - late[side][part], `${side}: ${part}, later`).toBeLessThan(ROOM_LATER);
      }
  });
