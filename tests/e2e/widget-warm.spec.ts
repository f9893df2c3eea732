import { expect, test } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { measureWork } from './support/trace.ts';
import { Widget } from './support/widget.ts';

// The figures that run shipped models: what a reader waits for who has been here before. Time of processors, not of the clock.

/** From Run to the first picture when every file is kept, in milliseconds. */
const WARM = 1000;
const FIGURES = ['digit-latents', 'interpolate', 'denoise', 'anomaly'];
const placed = FIGURES.map((name) => findWidgets('en').find((widget) => widget.name === name));

for (const [index, name] of FIGURES.entries())
  test(`${name}: with its files kept, the first picture comes within a second of Run`, async ({
    page,
    browser,
  }) => {
    const widget = placed[index];
    expect(widget, name).toBeDefined();
    if (!widget) return;
    const it = new Widget(page, widget);
    await it.open();
    await it.press('run');
    await it.toPass(0);
    await it.open();
    await page.waitForLoadState('networkidle');
    let clock = NaN;
    const work = await measureWork(browser, page, ['pressed', 'picture'], async () => {
      clock = await it.root.evaluate(
        (root) =>
          new Promise<number>((resolve) => {
            const look = () => {
              if (!(Number(root.getAttribute('data-step')) > 0)) return void requestAnimationFrame(look);
              // The task after this frame: by then it is painted.
              setTimeout(() => {
                performance.mark('picture');
                resolve(performance.now() - began);
              });
            };
            const began = performance.now();
            performance.mark('pressed');
            root.querySelector<HTMLElement>('[data-action=run]')?.click();
            look();
          }),
      );
    });
    console.log(
      `${name}, files kept: first picture after ${work.page.toFixed(0)} ms of the page's processor and ${work.workers.toFixed(0)} ms of its worker's (${clock.toFixed(0)} ms by the clock)`,
    );
    expect(work.page + work.workers).toBeLessThan(WARM);
  });
