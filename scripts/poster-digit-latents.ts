// Shoots the poster of digit-latents from the real widget of a built site, on white paper: after `npm run build`,
//   node scripts/poster-digit-latents.ts
// Run it again whenever the model or the widget's default settings change.
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { CHROMIUM_ARGS, findChromium } from '../tests/e2e/support/chromium.ts';
import { serveFolder } from '../tests/e2e/support/serve.ts';
import { BASE_PORT } from '../tests/e2e/support/sites.ts';

const POSTER = 'src/components/widgets/digit-latents/poster.webp';
const WIDGET = '[data-widget="digit-latents"]';
/** Decoded pictures when the whole grid stands. */
const WHOLE = 400;

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
  await page.addStyleTag({ content: `:root { --sl-color-bg: #fff } ${WIDGET} .plane { background: #fff }` });
  await page.locator(WIDGET).scrollIntoViewIfNeeded();
  await page.waitForSelector(`${WIDGET}[data-ready]`);
  await page.locator(`${WIDGET} [data-action=run]`).click();
  await page.waitForSelector(`${WIDGET}[data-step="${WHOLE}"]`);
  const picture = await page.locator(`${WIDGET} .plane`).screenshot();
  const { size } = await sharp(picture).resize(480, 504).webp({ quality: 35, effort: 6 }).toFile(POSTER);
  console.log(`${POSTER}: ${size} bytes`);
} finally {
  await browser.close();
  server.close();
}
