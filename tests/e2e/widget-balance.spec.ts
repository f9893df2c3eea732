import { expect, test, type Page } from '@playwright/test';
import { findWidgets, type PlacedWidget } from './support/built.ts';
import { SITES } from './support/sites.ts';
import { Widget, watchErrors } from './support/widget.ts';

// The two figures on games that are held or not (V = xy; BEGAN's controller), beyond the contract that every widget keeps.

const all = findWidgets('en');
const find = (name: string, page?: string): PlacedWidget =>
  all.find((widget) => widget.name === name && (page === undefined || widget.page === page)) ?? {
    ...{ page: `missing-widget-${name}/`, name, id: 'missing' },
  };
const game = find('bilinear-game');
const control = find('began-control');
const pair = find('gan-2d', 'gan/');

interface Case {
  readonly placed: PlacedWidget;
  /** Settings of a run that lasts as long as a test. */
  readonly long: Readonly<Record<string, string>>;
  /** Whose number the reader changes. */
  readonly field: string;
  readonly value: string;
  /** Values that cannot be taken, and by which key each is named. */
  readonly bad: Readonly<Record<string, string>>;
  readonly named: readonly string[];
}
const cases: readonly Case[] = [
  {
    placed: game,
    long: { v: '1', steps: '2000', rate: '0.1' },
    field: 'rate',
    value: '0.3',
    bad: {
      ...{ v: '1', rate: 'abc', x0: '9', show: 'banana', weight: '-1', steps: '1.5', wings: '2' },
      compare: 'rate:99,steps:20,weight:0.5',
    },
    named: ['rate', 'x0', 'show', 'weight', 'steps', 'wings', 'compare.rate', 'compare.steps'],
  },
  {
    placed: control,
    long: { v: '1', steps: '50000', stepsPerFrame: '1' },
    field: 'gamma',
    value: '0.7',
    bad: {
      ...{
        v: '1',
        control: 'maybe',
        gamma: '7',
        lambdaK: '0',
        data: 'cats',
        bottleneck: '2.5',
        seed: '1e99',
      },
      ...{ wings: '2', compare: 'gamma:nope,control:zero' },
    },
    named: ['control', 'gamma', 'lambdaK', 'data', 'bottleneck', 'seed', 'wings', 'compare.gamma'],
  },
];

/** What a browser tells a page whose tab is put behind another, and in front again. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

for (const { placed, long, field, value, bad, named } of cases)
  test.describe(placed.name, () => {
    test('rests in a hidden tab and goes on when that is shown again', async ({ page }) => {
      const it = new Widget(page, placed);
      await it.open(long);
      await it.press('run');
      await it.toPass(0);
      await setHidden(page, true);
      await it.toBe('paused');
      const at = await it.step();
      await setHidden(page, false);
      await it.toBe('running');
      await it.toPass(at);
      // What the reader paused herself stays paused.
      await it.press('run');
      await it.toBe('paused');
      await setHidden(page, true);
      await setHidden(page, false);
      await it.toBe('paused');
    });

    test('is there again after Back and Forward, with its settings, and runs', async ({ page }) => {
      const errors = watchErrors(page);
      const it = new Widget(page, placed);
      await it.open(long);
      const input = it.root.locator(`input[name=${field}]`);
      await input.fill(value);
      await input.press('Tab');
      await expect(page).toHaveURL((url) => url.searchParams.get(`${placed.id}.${field}`) === value);
      await it.press('run');
      await it.toPass(0);
      for (let round = 0; round < 2; round += 1) {
        await page.goto(new URL('references/', SITES.root.url).href);
        await page.goBack();
        await it.show();
        await expect(input).toHaveValue(value);
        // A browser that kept the page shows it as it was left, another one from the beginning.
        await it.toBe(/idle|paused|running/);
        if ((await it.root.getAttribute('data-state')) !== 'running') await it.press('run');
        await it.toBe('running');
        await it.toPass(await it.step());
        await page.goForward();
        await page.goBack();
        await it.show();
      }
      expect(errors).toEqual([]);
    });

    test('gives way to the other figure of its page, and takes over again', async ({ page }) => {
      const other = all.find((each) => each.page === placed.page && each.id !== placed.id);
      expect(other, 'a second widget on the page').toBeDefined();
      if (!other) return;
      const [it, rival] = [new Widget(page, placed), new Widget(page, other)];
      await it.open(long);
      // Both in view, so that it is the other run that pauses this one: what stands between them is left out.
      await page.addStyleTag({
        content: '.sl-markdown-content > :not(:has([data-widget])) { display: none }',
      });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: 1280, height: Math.min(height, 10_000) });
      await rival.show();
      await it.press('run');
      await it.toPass(0);
      await rival.press('run');
      await rival.toBe(/running|done/);
      await it.toBe('paused');
      await expect(it.root.locator('.status')).toContainText('another');
      await it.press('run');
      await it.toBe('running');
      await rival.toBe(/paused|done/);
    });

    test('is compared by keyboard alone', async ({ page }) => {
      const it = new Widget(page, placed);
      await it.open(long);
      await it.root.locator('[data-action=compare]').focus();
      await page.keyboard.press('Enter');
      const [a, b] = [it.root.locator('[data-side=A]'), it.root.locator('[data-side=B]')];
      await expect(b).toBeChecked();
      const input = it.root.locator(`input[name=${field}]`);
      const before = await input.inputValue();
      await input.focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL((url) => url.search.includes(`${placed.id}.compare=${field}:${value}`));
      await b.focus();
      await page.keyboard.press('ArrowUp');
      await expect(a).toBeChecked();
      await expect(input).toHaveValue(before);
      await it.action('run').focus();
      await page.keyboard.press('Enter');
      await it.toPass(0);
      await page.keyboard.press('Enter');
      await it.toBe('paused');
      const [stepsA, stepsB] = await it.root.locator('[data-measure=steps] td').allInnerTexts();
      expect(stepsA).toBe(stepsB);
      await it.root.locator('[data-action=keep-a]').focus();
      await page.keyboard.press('Enter');
      await expect(it.root.locator('[data-compare]')).toHaveCount(0);
    });

    test('is drawn in the colours that its reader has forced', async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      const it = new Widget(page, placed);
      await it.open(long);
      await it.takeSteps(3);
      // Paper and ink are exactly the reader's own, in every picture.
      const missing = () =>
        it.root.evaluate((root) => {
          const probe = document.createElement('span');
          root.append(probe);
          const coloursOf = (name: string) => {
            probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
            return (getComputedStyle(probe).color.match(/\d+/g) ?? []).slice(0, 3).join();
          };
          const wanted = ['Canvas', 'CanvasText'].map(coloursOf);
          probe.remove();
          return [...root.querySelectorAll('canvas')].flatMap((canvas) => {
            const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
            const found = new Set<string>();
            for (let i = 0; i < data.length; i += 4)
              if (data[i + 3] === 255) found.add([data[i], data[i + 1], data[i + 2]].join());
            return wanted.filter((colour) => !found.has(colour));
          });
        });
      await expect.poll(missing).toEqual([]);
      expect(await it.root.locator('canvas').count()).toBeGreaterThan(0);
    });

    test('each value of a link that cannot be taken is named, and the figure runs without it', async ({
      page,
    }) => {
      const errors = watchErrors(page);
      const it = new Widget(page, placed);
      await it.open(bad);
      const issues = it.root.locator('[data-url-problem] li');
      await expect(issues).toHaveCount(named.length);
      for (const key of named) await expect(issues.filter({ hasText: key }).first()).toBeVisible();
      await it.press('run');
      await it.toPass(0);
      await expect(it.root.locator('[data-compare] [data-side]')).toHaveCount(2);
      expect(errors).toEqual([]);
    });

    test('a worker script that does not arrive is named; Retry works, with the same settings', async ({
      page,
    }) => {
      await page.route(/worker[^/]*\.js(\?|$)/, (route) => route.abort());
      const it = new Widget(page, placed);
      await it.open({ ...long, [field]: value });
      await it.press('run');
      await it.toFail('download');
      await page.unroute(/worker[^/]*\.js(\?|$)/);
      await it.press('retry');
      await it.toPass(0);
      await expect(it.root.locator(`input[name=${field}]`)).toHaveValue(value);
    });
  });

for (const placed of [game, control, pair])
  test(`${placed.name}: two settings on a telephone have pictures as wide as one, and Run in sight`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const it = new Widget(page, placed);
    await it.open({ v: '1', compare: '' });
    await it.press('run');
    await it.toPass(0);
    await it.press('run');
    await it.toBe(/paused|done/);
    const pictures = it.root.locator('.picture canvas');
    await expect(pictures).toHaveCount(2);
    for (const picture of await pictures.all()) {
      await picture.evaluate((canvas) => canvas.scrollIntoView({ block: 'start', behavior: 'instant' }));
      const box = await picture.boundingBox();
      expect(box?.width).toBeGreaterThan(280);
      await expect(it.action('run')).toBeInViewport({ ratio: 1 });
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

test('bilinear-game: two rules from one start, with their difference and what each has cost', async ({
  page,
}) => {
  const it = new Widget(page, game);
  await it.open({ v: '1', show: 'simultaneous', compare: 'show:extragradient', steps: '40' });
  await it.press('run');
  await it.toBe('done');
  const cells = async (name: string) =>
    (await it.root.locator(`[data-measure=${name}] td`).allInnerTexts()).map((cell) =>
      Number(cell.replace('−', '-').replace('+', '')),
    );
  const [out = NaN, inside = NaN, minus = NaN] = await cells('radius');
  expect(out).toBeCloseTo(1.2 * 1.04 ** 20, 1);
  expect(inside).toBeCloseTo(1.2 * 0.9616 ** 20, 2);
  expect(minus).toBeCloseTo(inside - out, 1);
  expect(await cells('gradients')).toEqual([40, 80, 40]);
  expect(await cells('steps')).toEqual([40, 40, 0]);
  await it.root.locator('[data-action=keep-b]').click();
  await expect(it.root.locator('select[name=show]')).toHaveValue('extragradient');
});

test('bilinear-game: the ring moves by keys, for both sides, and the orbits begin anew from there', async ({
  page,
}) => {
  const it = new Widget(page, game);
  await it.open({ v: '1', steps: '2000', compare: 'rate:0.1' });
  const rings = it.root.getByRole('slider', { name: 'Start of both players' });
  await expect(rings).toHaveCount(2);
  await rings.last().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  for (const ring of await rings.all()) await expect(ring).toHaveAttribute('aria-valuetext', 'x 1.1, y 0.5');
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL((url) => url.searchParams.get(`${game.id}.x0`) === '1.1');
  await it.press('run');
  await it.toPass(0);
  await it.press('run');
  await it.toBe('paused');
  const [a, b] = await it.root.locator('[data-measure=steps] td').allInnerTexts();
  expect(a).toBe(b);
});

test('bilinear-game: before Run stands the beginning of its own run, and only while the settings are that run’s', async ({
  page,
}) => {
  const it = new Widget(page, game);
  await it.open();
  const still = it.root.getByRole('img', { name: /first 16 steps/ });
  await expect(still).toBeVisible();
  await expect(it.root.locator('[data-kind]')).toHaveAttribute('data-kind', 'recorded');
  const rate = it.root.locator('input[name=rate]');
  await rate.fill('1.5');
  await rate.press('Tab');
  await expect(still).toHaveCount(0);
  await expect(it.root.locator('[data-kind]')).toHaveAttribute('data-kind', 'live');
  await it.root.locator('[data-action=undo]').click();
  await expect(still).toBeVisible();
  await it.press('run');
  await it.toPass(0);
  await expect(still).toHaveCount(0);
  await it.press('reset');
  await expect(still).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('bilinear-game shows its first steps all the same', async ({ page }) => {
    await page.goto(new URL(game.page, SITES.root.url).href);
    const still = page.locator(`#${game.id}`).getByRole('img', { name: /first 16 steps/ });
    await still.scrollIntoViewIfNeeded();
    await expect(still).toBeVisible();
    for (const name of ['simultaneous', 'alternating', 'extragradient'])
      await expect(still.getByText(name)).toBeVisible();
  });
});

test('began-control: the preset of the ring says in words that M misleads; its pictures are a file', async ({
  page,
}) => {
  const it = new Widget(page, control);
  await it.open({
    v: '1',
    data: 'ring',
    rateG: '0.001',
    rateD: '0.001',
    stepsPerFrame: '100',
    steps: '2000',
  });
  await it.press('run');
  await it.toBe('done', 45_000);
  await expect(it.root.locator('[data-summary]')).toContainText('M fell from');
  await it.root.locator('[data-action=share]').click();
  const [data] = await Promise.all([
    page.waitForEvent('download'),
    it.root.locator('[data-action=save-data]').click(),
  ]);
  const lines = (await (await data.createReadStream()).toArray()).join('').trim().split('\r\n');
  expect(lines[0]).toBe('side,step,real,fake,k,convergence');
  expect(lines).toHaveLength(1 + 21);
});
