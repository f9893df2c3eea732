// Shoots the posters of widgets from the real widgets of a built site, in both themes, and measures what Run downloads:
//   npm run build && npx astro preview --port 4321 &
//   node scripts/posters.mjs http://127.0.0.1:4321/ gan-2d
// Writes poster.webp, poster-dark.webp and poster.json (seed, step, preset, bytes) beside each widget.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import sharp from 'sharp';

const site = process.argv[2] ?? 'http://127.0.0.1:4321/';
/** What each poster shows: a run of a preset that ends by itself after `step` steps. */
const all = [
  { name: 'gan-2d', page: 'gan/', seed: 3, preset: 'ring', step: 4000 },
  { name: 'began-control', page: 'gan-energies/', seed: 0, preset: 'balance', step: 3000 },
  { name: 'vae-train', page: 'vae/', seed: 1, preset: 'balanced', step: 1500 },
];
/** Names after the address: only those widgets. */
const names = process.argv.slice(3);
const shots = all.filter(({ name }) => names.length === 0 || names.includes(name));
/** Longest time that a run may take, in milliseconds. */
const PATIENCE = 180_000;
/** A poster counts in its page's budget: the best quality that keeps it below so many bytes, but no better than the first. */
const QUALITIES = [45, 40, 35, 30, 25, 20];
const MOST_BYTES = 9000;

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

async function gzippedSize(url) {
  const response = await globalThis.fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return gzipSync(new Uint8Array(await response.arrayBuffer())).length;
}

async function compress(picture) {
  let bytes;
  for (const quality of QUALITIES) {
    bytes = await sharp(picture).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  throw new Error(`a poster has ${bytes.length} bytes, expected at most ${MOST_BYTES}`);
}

/** Runs the widget to the wanted step and returns its picture and the gzipped bytes that came after Run. */
async function shoot({ name, page: path, seed, step }, theme) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 1 });
  await page.addInitScript((choice) => globalThis.localStorage.setItem('starlight-theme', choice), theme);
  await page.goto(new URL(path, site).href);
  const root = page.locator(`[data-widget="${name}"]`).first();
  const id = await root.getAttribute('id');
  const address = new URL(page.url());
  const settings = { v: 1, seed, steps: step };
  for (const [key, value] of Object.entries(settings))
    address.searchParams.set(`${id}.${key}`, String(value));
  await page.goto(address.href);
  await root.scrollIntoViewIfNeeded();
  await page.waitForSelector(`[data-widget="${name}"][data-ready]`);
  await page.waitForLoadState('networkidle');
  const addresses = new Set();
  page.context().on('request', (request) => addresses.add(request.url()));
  page.on('worker', (worker) => addresses.add(worker.url()));
  await root.locator('[data-action=run]').click();
  await page.waitForSelector(`[data-widget="${name}"][data-state=done]`, { timeout: PATIENCE });
  const reached = Number(await root.getAttribute('data-step'));
  if (reached !== step) throw new Error(`${name}: expected to end at step ${step}, found ${reached}`);
  let bytes = 0;
  for (const each of addresses) bytes += await gzippedSize(each);
  if (bytes === 0) throw new Error(`${name}: Run downloaded nothing; is the site built?`);
  const picture = await root.locator('canvas').first().screenshot();
  await page.close();
  return { picture, bytes };
}

for (const shot of shots) {
  const folder = new URL(`../src/components/widgets/${shot.name}/`, import.meta.url);
  const { name, page, ...facts } = shot;
  const light = await shoot(shot, 'light');
  const dark = await shoot(shot, 'dark');
  writeFileSync(new URL('poster.webp', folder), await compress(light.picture));
  writeFileSync(new URL('poster-dark.webp', folder), await compress(dark.picture));
  writeFileSync(
    new URL('poster.json', folder),
    `${JSON.stringify({ ...facts, bytes: light.bytes }, undefined, 2)}\n`,
  );
  const sizes = ['poster.webp', 'poster-dark.webp'].map((file) => readFileSync(new URL(file, folder)).length);
  console.log(`${name} (${page}): ${sizes.join(' and ')} bytes; Run downloads ${light.bytes} bytes, gzipped`);
}
await browser.close();
