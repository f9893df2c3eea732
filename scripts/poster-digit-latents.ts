// Shoots the posters of digit-latents from the real widget of a built site, on white paper: after `npm run build`,
//   node scripts/poster-digit-latents.ts
// Run it again whenever the model or the widget's default settings change.
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { CHROMIUM_ARGS, findChromium } from '../tests/e2e/support/chromium.ts';
import { serveFolder } from '../tests/e2e/support/serve.ts';
import { BASE_PORT } from '../tests/e2e/support/sites.ts';

const FOLDER = 'src/components/widgets/digit-latents';
const WIDGET = '[data-widget="digit-latents"]';
/** Each poster: the preset that it shows, what of the figure, its width in pixels, and the decoded pictures when all stands. */
const POSTERS = [
  { file: 'poster.webp', preset: 'walk', part: '.plane', width: 480, whole: 400 },
  { file: 'poster-hole.webp', preset: 'hole', part: '.sides', width: 520, whole: 800 },
  { file: 'poster-traverse.webp', preset: 'traverse', part: '.sides', width: 360, whole: 114 },
] as const;

const { path, env } = await findChromium();
const server = serveFolder('dist', '/', BASE_PORT);
const browser = await chromium.launch({
  executablePath: path,
  args: [...CHROMIUM_ARGS],
  env: { ...(process.env as Record<string, string>), ...env },
});
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1100 },
    colorScheme: 'light',
    deviceScaleFactor: 1.5,
  });
  await page.goto(`http://127.0.0.1:${BASE_PORT}/models/`);
  await page.addStyleTag({
    content: `:root { --sl-color-bg: #fff } ${WIDGET} :is(.plane, .sides) { background: #fff } header, .right-sidebar, mobile-starlight-toc, .sides .caption { display: none !important }`,
  });
  await page.locator(WIDGET).scrollIntoViewIfNeeded();
  // Its script loads when the reader turns to it.
  await page.locator(WIDGET).hover({ position: { x: 4, y: 4 }, force: true });
  await page.waitForSelector(`${WIDGET}[data-ready]`);
  for (const { file, preset, part, width, whole } of POSTERS) {
    await page.locator(`${WIDGET} [data-action=reset]`).click({ force: true });
    await page.locator(`${WIDGET} select[name=preset]`).selectOption(preset);
    await page.locator(`${WIDGET} [data-action=run]`).click();
    await page.waitForFunction(
      ({ widget, least }) => Number(document.querySelector(widget)?.getAttribute('data-step')) >= least,
      { widget: WIDGET, least: whole },
    );
    const picture = await page.locator(`${WIDGET} ${part}`).first().screenshot();
    const { size } = await sharp(picture)
      .resize({ width })
      .webp({ quality: 30, effort: 6 })
      .toFile(`${FOLDER}/${file}`);
    console.log(`${file}: ${size} bytes`);
  }
} finally {
  await browser.close();
  server.close();
}
