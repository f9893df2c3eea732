// Shoots the posters of the widgets on shipped models from the real widgets of a built site, on white paper: after `npm run build`,
//   node scripts/poster-models.ts                     all of them
//   node scripts/poster-models.ts interpolate         of some widgets
// Run it again whenever a model or a widget's default settings change.
import { writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { CHROMIUM_ARGS, findChromium } from '../tests/e2e/support/chromium.ts';
import { serveFolder } from '../tests/e2e/support/serve.ts';
import { BASE_PORT } from '../tests/e2e/support/sites.ts';

interface Shot {
  readonly widget: string;
  readonly page: string;
  readonly file: string;
  readonly preset: string;
  /** What of the figure. */
  readonly part: string;
  /** Of the picture, in pixels. */
  readonly width: number;
  /** Steps when all stands. */
  readonly whole: number;
  /** Of the window: a telephone's figure is laid out otherwise. */
  readonly window?: number;
}

/** Both layouts of a figure. */
const both = (shot: Omit<Shot, 'file' | 'width'>): Shot[] => [
  { ...shot, file: 'poster.avif', width: 560 },
  { ...shot, file: 'poster-narrow.avif', width: 340, window: 360 },
];

const SHOTS: readonly Shot[] = [
  { widget: 'digit-latents', page: 'models/', file: 'poster.webp', preset: 'walk', part: '.plane', width: 480, whole: 400 },
  { widget: 'digit-latents', page: 'models/', file: 'poster-hole.webp', preset: 'hole', part: '.sides', width: 520, whole: 800 },
  { widget: 'digit-latents', page: 'models/', file: 'poster-traverse.webp', preset: 'traverse', part: '.sides', width: 360, whole: 114 },
  ...both({ widget: 'interpolate', page: 'codes/', preset: 'near', part: '.picture', whole: 800 }),
  ...both({ widget: 'denoise', page: 'autoencoders/', preset: 'trained', part: '.picture', whole: 4202 }),
  ...both({ widget: 'anomaly', page: 'autoencoders/', preset: 'fashion', part: '.picture', whole: 600 }),
]; // prettier-ignore

/** A poster counts in its page's budget: the best quality that keeps it below so many bytes. */
const QUALITIES = [30, 25, 20, 15];
const MOST_BYTES = 7000;

async function compress(picture: Buffer, { width, file }: Shot): Promise<Buffer> {
  let bytes = picture;
  for (const quality of QUALITIES) {
    const small = sharp(picture).resize({ width });
    const coded = file.endsWith('.avif')
      ? small.avif({ quality: quality + 10, effort: 6 })
      : small.webp({ quality, effort: 6 });
    bytes = await coded.toBuffer();
    if (bytes.length <= MOST_BYTES) break;
  }
  return bytes;
}

async function shoot(
  page: Page,
  { widget, page: path, preset, part, whole, window = 1280 }: Shot,
): Promise<Buffer> {
  const root = `[data-widget="${widget}"]`;
  await page.setViewportSize({ width: window, height: 1100 });
  await page.goto(`http://127.0.0.1:${BASE_PORT}/${path}`);
  await page.addStyleTag({
    content: `:root { --sl-color-bg: #fff } ${root} ${part} { background: #fff } header, .right-sidebar, mobile-starlight-toc, .sides .caption { display: none !important }`,
  });
  await page.locator(root).scrollIntoViewIfNeeded();
  // Its script loads when the reader turns to it.
  await page.locator(root).hover({ position: { x: 4, y: 4 }, force: true });
  await page.waitForSelector(`${root}[data-ready]`);
  await page.locator(`${root} select[name=preset]`).selectOption(preset);
  await page.locator(`${root} [data-action=run]`).click();
  await page.waitForFunction(
    ({ selector, least }) => Number(document.querySelector(selector)?.getAttribute('data-step')) >= least,
    { selector: root, least: whole },
  );
  return page.locator(`${root} ${part}`).first().screenshot();
}

const names = process.argv.slice(2);
const { path, env } = await findChromium();
const server = serveFolder('dist', '/', BASE_PORT);
const browser = await chromium.launch({
  executablePath: path,
  args: [...CHROMIUM_ARGS],
  env: { ...(process.env as Record<string, string>), ...env },
});
try {
  const page = await browser.newPage({ colorScheme: 'light', deviceScaleFactor: 1.5 });
  for (const shot of SHOTS.filter(({ widget }) => names.length === 0 || names.includes(widget))) {
    const bytes = await compress(await shoot(page, shot), shot);
    writeFileSync(`src/components/widgets/${shot.widget}/${shot.file}`, bytes);
    console.log(`${shot.widget}/${shot.file}: ${bytes.length} bytes`);
  }
} finally {
  await browser.close();
  server.close();
}
