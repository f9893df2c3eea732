// Shoots the posters of widgets from the real widgets of a built site, in both themes, and measures what Run downloads:
//   npm run build && npx astro preview --port 4321 &
//   node scripts/posters.mjs http://127.0.0.1:4321/ gan-2d gan-2d:ebgan
// Writes poster.webp, poster-dark.webp and poster.json (seed, step, preset, bytes) beside each widget. A further preset of
// a widget, which another page opens with, has a poster of its own: poster-ebgan.webp, poster-ebgan-dark.webp and so on.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import sharp from 'sharp';

const site = process.argv[2] ?? 'http://127.0.0.1:4321/';
/** What each poster shows: a run of the preset that its page opens with, which ends by itself after `step` steps. */
const all = [
  { name: 'gan-2d', page: 'gan/', seed: 3, preset: 'ring', step: 4000 },
  { name: 'gan-2d', page: 'gan-losses/', seed: 3, preset: 'leastSquares', step: 4000, own: true },
  { name: 'gan-2d', page: 'gan-energies/', seed: 0, preset: 'ebgan', step: 4000, own: true },
  { name: 'began-control', page: 'gan-energies/', seed: 0, preset: 'balance', step: 3000 },
  { name: 'vae-train', page: 'vae/', seed: 1, preset: 'balanced', step: 1500 },
  // Its page compares two runs; the poster shows the first of them alone.
  { name: 'sparse-lab', page: 'rigl/', seed: 1, preset: 'riglExtreme', step: 2000, alone: true },
  // Its setting `steps` counts one part of the run; the preset's own ends at this step.
  { name: 'loss-landscape', page: 'rigl/', seed: 1, preset: 'rigl', step: 1300, ends: true },
  { name: 'subclass', page: 'distillation/', seed: 1, preset: 'invented', step: 1500 },
];
/** `poster-ebgan`, or `poster` for the preset that stands for the widget. */
const stemOf = ({ preset, own }) => (own ? `poster-${preset}` : 'poster');
const idOf = ({ name, preset, own }) => (own ? `${name}:${preset}` : name);
/** Names after the address: only those posters. */
const names = process.argv.slice(3);
const shots = all.filter((shot) => names.length === 0 || names.includes(idOf(shot)));
const unknown = names.filter((name) => !all.some((shot) => idOf(shot) === name));
if (unknown.length > 0)
  throw new Error(`expected names among ${all.map(idOf).join(', ')}, found ${unknown.join(', ')}`);
/** Longest time that a run may take, in milliseconds. */
const PATIENCE = 180_000;
/** A poster counts in its page's budget: the best quality that keeps it below so many bytes, but no better than the first. */
const QUALITIES = [45, 40, 35, 30, 25, 20, 15];
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
async function shoot({ name, page: path, seed, step, alone, ends }, theme) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 1 });
  await page.addInitScript((choice) => globalThis.localStorage.setItem('starlight-theme', choice), theme);
  await page.goto(new URL(path, site).href);
  const root = page.locator(`[data-widget="${name}"]`).first();
  const id = await root.getAttribute('id');
  const address = new URL(page.url());
  const settings = { v: 1, seed, ...(!ends && { steps: step }), ...(alone && { compare: 'off' }) };
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
  const stem = stemOf(shot);
  const { seed, preset, step } = shot;
  const light = await shoot(shot, 'light');
  const dark = await shoot(shot, 'dark');
  writeFileSync(new URL(`${stem}.webp`, folder), await compress(light.picture));
  writeFileSync(new URL(`${stem}-dark.webp`, folder), await compress(dark.picture));
  const facts = { seed, preset, step, bytes: light.bytes };
  writeFileSync(new URL(`${stem}.json`, folder), `${JSON.stringify(facts, undefined, 2)}\n`);
  const sizes = ['', '-dark'].map((theme) => readFileSync(new URL(`${stem}${theme}.webp`, folder)).length);
  console.log(
    `${idOf(shot)} (${shot.page}): ${sizes.join(' and ')} bytes; Run downloads ${light.bytes} bytes, gzipped`,
  );
}
await browser.close();
