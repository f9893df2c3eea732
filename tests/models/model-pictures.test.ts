import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { manifests } from '~/components/ui/model-manifests.ts';
import { kindOf } from '~/components/ui/model-sheet.ts';
import { makeSheet, paint } from '../../scripts/model-sheet.ts';

const folder = fileURLToPath(new URL('../../src/components/ui/model-pictures/', import.meta.url));
const drawn = [...manifests.values()].filter((manifest) => kindOf(manifest));
const GAP = 8;
/** Mean grey steps of 255 that lossy compression may cost: the two sheets most alike (β = 1 and 4, two numbers) are 10 apart. */
const LOSS = 4;

it('every model that draws digits has a picture on its card, and no other', () => {
  const ids = drawn.map(({ id }) => `${id}.avif`).sort();
  expect(readdirSync(folder).sort()).toEqual(ids);
});

describe.each(drawn)('the card of $id', (manifest) => {
  it('shows what its shipped files draw', async () => {
    const { data, width, height } = paint(await makeSheet(manifest), GAP);
    const { data: shown, info } = await sharp(`${folder}${manifest.id}.avif`)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([width, height]);
    const away = data.reduce((sum, grey, at) => sum + Math.abs(grey - (shown[at] ?? NaN)), 0) / data.length;
    expect(away).toBeLessThan(LOSS);
  });
});
