import { expect, test, type Page, type Route } from '@playwright/test';
import { beforeWorkers } from './support/before-workers.ts';
import { findWidgets } from './support/built.ts';
import { Widget, watchErrors } from './support/widget.ts';

// A VAE that learns digits in the page, beyond the contract that every widget keeps.

const nowhere = { page: 'missing-widget-vae-train/', name: 'vae-train', id: 'missing' };
const placed = findWidgets('en').find(({ name }) => name === 'vae-train') ?? nowhere;
const russian = findWidgets('ru').find(({ name }) => name === 'vae-train') ?? nowhere;
const SHORT = { v: '1', seed: '17', device: 'wasm', hidden: '32', batch: '32', steps: '300' };
/** Long enough not to end while it is watched. */
const LONG = { ...SHORT, steps: '20000' };
const DIGITS = '**/data/mnist-14/digits.bin';

const summaryOf = (it: Widget) => it.root.locator('[data-summary]');

async function corrupt(route: Route, change: (bytes: Buffer) => Buffer): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
}

const flipBit = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1;
  return copy;
};
const halve = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1);

const damages: readonly (readonly [string, (route: Route) => Promise<void>, RegExp])[] = [
  ['are missing', (route) => route.fulfill({ status: 404, body: 'not found' }), /^download$/],
  ['do not arrive', (route) => route.abort(), /^download$/],
  ['are cut short', (route) => corrupt(route, halve), /^(download|checksum)$/],
  ['have one altered bit', (route) => corrupt(route, flipBit), /^checksum$/],
  ['are a page of HTML', (route) => route.fulfill({ body: '<!doctype html>' }), /^(download|checksum)$/],
];

for (const [name, damage, reason] of damages)
  test(`digits that ${name} are named, settings stay, and Retry works when they are whole`, async ({
    page,
  }) => {
    const it = new Widget(page, placed);
    await page.route(DIGITS, damage);
    await it.open({ ...LONG, beta: '3' });
    await it.press('run');
    await it.toFail(reason);
    await expect(it.root.getByRole('alert').first()).toContainText('Retry');
    await expect(it.root.getByRole('alert').first()).toContainText(/mnist-14/);
    await expect(it.root.locator('input[name=beta]')).toHaveValue('3');
    await page.unroute(DIGITS);
    await it.press('retry');
    await it.toPass(0);
    await expect(it.root.getByRole('alert')).toHaveCount(0);
  });

const STORES: readonly (readonly [string, string])[] = [
  ['keeps no files', "Object.defineProperty(globalThis, 'caches', { value: undefined })"],
  [
    'forbids its storage',
    "CacheStorage.prototype.open = () => Promise.reject(new DOMException('forbidden', 'SecurityError'))",
  ],
  [
    'has its storage full',
    "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))",
  ],
];

for (const [name, line] of STORES)
  test(`a browser that ${name} trains all the same, with a quiet note`, async ({ page }) => {
    await beforeWorkers(page, line);
    const it = new Widget(page, placed);
    await it.open(LONG);
    await it.press('run');
    await it.toPass(0);
    await expect(it.root.locator('[data-store-note]')).toContainText('downloaded again next time');
    await expect(it.root.getByRole('alert')).toHaveCount(0);
  });

test('a kept copy that has been damaged is fetched anew, and that is said', async ({ page }) => {
  const it = new Widget(page, placed);
  await it.open(LONG);
  await it.runOneStep();
  await expect(it.root.locator('[data-store-note]')).toHaveCount(0);
  const spoiled = await page.evaluate(async () => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!request.url.includes('mnist-14')) continue;
        const bytes = new Uint8Array(await (await cache.match(request))!.arrayBuffer());
        bytes[99] = (bytes[99] ?? 0) ^ 1;
        await cache.put(request, new Response(bytes));
        count += 1;
      }
    }
    return count;
  });
  expect(spoiled).toBe(1);
  await page.reload();
  await it.show();
  await it.runOneStep();
  await expect(it.root.locator('[data-store-note]')).toContainText('damaged');
});

test('a second run takes the digits from the store', async ({ page }) => {
  const it = new Widget(page, placed);
  let asked = 0;
  await page.route(DIGITS, (route) => {
    asked += 1;
    return route.continue();
  });
  await it.open(LONG);
  await it.runOneStep();
  await page.reload();
  await it.show();
  await it.runOneStep();
  expect(asked).toBe(1);
});

test('a browser without WebAssembly SIMD is told so, and plain TypeScript still trains', async ({ page }) => {
  await beforeWorkers(page, 'WebAssembly.validate = () => false');
  const it = new Widget(page, placed);
  await it.open(LONG);
  await it.press('run');
  await it.toFail('unsupported');
  await it.open({ ...LONG, device: 'reference', stepsPerFrame: '1' });
  await it.press('run');
  await it.toPass(0, 60_000);
});

test('a worker or a drawing that does not arrive is named', async ({ page }) => {
  for (const part of [/worker[^/]*\.js(\?|$)/, /\/late[^/]*\.js(\?|$)/]) {
    await page.route(part, (route) => route.abort());
    const it = new Widget(page, placed);
    await it.open(LONG);
    await it.press('run');
    await it.toFail('download');
    await page.unroute(part);
  }
});

const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test('rests in a hidden tab and goes on when it is shown again', async ({ page }) => {
  const it = new Widget(page, placed);
  await it.open(LONG);
  await it.press('run');
  await it.toPass(0);
  await setHidden(page, true);
  await it.toBe('paused');
  await it.toRest();
  const at = await it.step();
  await setHidden(page, false);
  await it.toBe('running');
  await it.toPass(at);
});

test('Reset is the state before Run, and the same seed learns the same', async ({ page }) => {
  const it = new Widget(page, placed);
  await it.open(SHORT);
  const poster = await it.summary();
  const run = async () => {
    await it.press('run');
    await it.toBe('done', 60_000);
    return it.summary();
  };
  const first = await run();
  expect(first).toMatch(/R = \d/);
  await it.press('reset');
  await it.toBe('idle');
  expect(await it.step()).toBe(0);
  expect(await it.summary()).toBe(poster);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await run()).toBe(first);
});

test('a link restores what was typed, and Back to the figure’s own settings is one change', async ({
  page,
}) => {
  const it = new Widget(page, placed);
  await it.open();
  const beta = it.root.locator('input[name=beta]');
  await beta.fill('2.5');
  await beta.press('Tab');
  await expect(page).toHaveURL((url) => url.searchParams.get(`${placed.id}.beta`) === '2.5');
  await page.reload();
  await it.show();
  await expect(beta).toHaveValue('2.5');
  await it.root.locator('select[name=preset]').selectOption('freeBits');
  await expect(beta).toHaveValue('8');
  await expect(it.root.locator('input[name=lambda]')).toHaveValue('0.5');
  await it.root.locator('[data-action=undo]').click();
  await expect(beta).toHaveValue('2.5');
});

test('values that cannot be are named, and what is known of the link is taken', async ({ page }) => {
  const errors = watchErrors(page);
  const it = new Widget(page, placed);
  await it.open({ ...LONG, beta: '-1', code: '1.5', lambda: 'much', warmUp: '9e9' });
  const problems = it.root.locator('[data-url-problem] li');
  await expect(problems).toHaveCount(4);
  for (const name of ['beta', 'code', 'lambda', 'warmUp'])
    await expect(problems.filter({ hasText: name })).toHaveCount(1);
  await expect(it.root.locator('input[name=beta]')).toHaveValue('1');
  await it.press('run');
  await it.toPass(0);
  expect(errors).toEqual([]);
});

test('a heavy KL term empties the code: that state has a name, and so has its cure', async ({ page }) => {
  test.setTimeout(120_000);
  const it = new Widget(page, placed);
  const settings = { ...SHORT, hidden: '64', steps: '600', stepsPerFrame: '100', beta: '8' };
  const run = async (more: Record<string, string>): Promise<string> => {
    await it.open({ ...settings, ...more });
    await it.press('run');
    await it.toBe('done', 60_000);
    return it.summary();
  };
  expect(await run({})).toContain('Posterior collapse: no unit is in use');
  expect(await run({ lambda: '0.5' })).toContain('All 2 units are in use');
});

test('β turned in mid-run holds as soon as the pictures under way are shown; the run is not begun anew', async ({
  page,
}) => {
  const it = new Widget(page, placed);
  await it.open(LONG);
  await it.press('run');
  await it.toPass(50);
  await it.press('run');
  await it.toBe('paused');
  const at = await it.step();
  const beta = it.root.locator('input[name=beta]');
  await beta.fill('4');
  await beta.press('Tab');
  // Up to three pictures may be computed already when it is turned.
  for (let more = 0; !(await it.summary()).includes('β = 4'); more += 1) {
    expect(more).toBeLessThan(4);
    const before = await it.step();
    await it.press('step');
    await it.toPass(before);
    expect(await it.step()).toBe(before + 10);
  }
  expect(await it.step()).toBeGreaterThan(at);
  await expect(summaryOf(it)).not.toContainText('rising');
});

/** The digits of a cell: "44.8" and "1,024" in English. */
const numberIn = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

test('sentence, table and exported file tell the same numbers, and they add up', async ({ page }) => {
  const it = new Widget(page, placed);
  await it.open(SHORT);
  await it.press('run');
  await it.toBe('done', 60_000);
  await it.root.locator('summary', { hasText: 'table' }).last().click();
  const cell = async (name: string) =>
    numberIn(await it.root.locator('tbody tr', { hasText: name }).locator('td').first().innerText());
  const [r, kl, bound] = [await cell('R, nats'), await cell('KL, nats'), await cell('−ELBO')];
  const units = [await cell('KL of unit 1'), await cell('KL of unit 2')];
  // Four digits are shown.
  expect(Math.abs(r + kl - bound)).toBeLessThan(0.011);
  expect(Math.abs((units[0] ?? NaN) + (units[1] ?? NaN) - kl)).toBeLessThan(0.002);
  const [, ofR, ofKl, ofBound] =
    /R = ([\d.]+), KL = ([\d.]+), together ([\d.]+)/.exec(await it.summary()) ?? [];
  expect(Math.abs(Number(ofR) - r)).toBeLessThan(0.051);
  expect(Math.abs(Number(ofKl) - kl)).toBeLessThan(0.0051);
  expect(Math.abs(Number(ofBound) - bound)).toBeLessThan(0.051);
  await it.root.locator('[data-action=share]').click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    it.root.locator('[data-action=save-data]').click(),
  ]);
  const lines = (await (await file.createReadStream()).toArray()).join('').trim().split('\r\n');
  const head = lines[0]?.split(',') ?? [];
  const last = lines.at(-1)?.split(',') ?? [];
  const exported = (name: string) => Number(last[head.indexOf(name)]);
  expect(exported('step')).toBe(300);
  expect(Math.abs(exported('reconstruction') - r)).toBeLessThan(0.0051);
  expect(Math.abs(exported('kl') - kl)).toBeLessThan(0.0051);
});

test('on a telephone nothing sticks out, letters can be read, and the buttons are in reach of the picture', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(globalThis, { written });
    const { prototype } = CanvasRenderingContext2D;
    const own = Object.getOwnPropertyDescriptor(prototype, 'fillText')?.value as () => void;
    Object.defineProperty(prototype, 'fillText', {
      value: new Proxy(own, {
        apply(target, context: CanvasRenderingContext2D, words: [string]) {
          written.push(`${/([\d.]+)px/.exec(context.font)?.[1] ?? '0'} ${words[0]}`);
          Reflect.apply(target, context, words);
        },
      }),
    });
  });
  const it = new Widget(page, placed);
  await it.open(SHORT);
  await it.press('run');
  await it.toBe('done', 60_000);
  const beyond = await it.root.evaluate((root) =>
    [...root.querySelectorAll('canvas, button, select, input, p')]
      .filter((part) => {
        const { width, right, left } = part.getBoundingClientRect();
        return width > 0 && (right > document.documentElement.clientWidth + 0.5 || left < -0.5);
      })
      .map((part) => part.outerHTML.slice(0, 80)),
  );
  expect(beyond).toEqual([]);
  // Marks of one digit may be as small as an index; words are words.
  const written = await page.evaluate(() => (globalThis as unknown as { written: string[] }).written);
  expect(written.length).toBeGreaterThan(1000);
  expect(written.filter((each) => parseFloat(each) < (/ \d$/.test(each) ? 13 : 14))).toEqual([]);
  const reach = await it.root.evaluate((root) => {
    const bars = [...document.querySelectorAll('header.header, .contents-bar')];
    const under = Math.max(0, ...bars.map((bar) => bar.getBoundingClientRect().bottom));
    const [top, bottom] = [
      root.querySelector('canvas')?.getBoundingClientRect().top ?? NaN,
      root.querySelector('[data-action=run]')?.getBoundingClientRect().bottom ?? NaN,
    ];
    return under + bottom - top;
  });
  expect(reach).toBeLessThanOrEqual(740);
});

test('a telephone on its side cuts nothing off', async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  const it = new Widget(page, placed);
  await it.open({ ...SHORT, compare: 'beta:8' });
  await it.press('run');
  await it.toBe('done', 60_000);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expect(summaryOf(it)).toContainText('B: ');
});

test('in Russian the state is told in Russian', async ({ page }) => {
  const it = new Widget(page, russian);
  await it.open(SHORT);
  await it.press('run');
  await it.toBe('done', 60_000);
  await expect(summaryOf(it)).toContainText('На тестовых цифрах R = ');
});
