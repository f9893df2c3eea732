import { test } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { SITES } from './support/sites.ts';
import { Widget } from './support/widget.ts';

// Workers, kernels, runtimes and models are found under a path as well.
const placed = findWidgets('en');
const once = placed.filter(({ name }, index) => placed.findIndex((other) => other.name === name) === index);

for (const widget of once)
  test(`${widget.name} runs under a path`, async ({ page }) => {
    const it = new Widget(page, widget);
    await it.open({}, SITES.sub.url);
    await it.press('run');
    await it.toPass(0);
  });
