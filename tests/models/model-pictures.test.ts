import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { manifests } from '~/components/ui/model-manifests.ts';
import { kindOf } from '~/components/ui/model-sheet.ts';
import { strings } from '~/components/ui/model-strings.ts';
import { makeSheet, paint } from '../../scripts/model-sheet.ts';
import { writeStrings, writesStrings } from '../../scripts/model-strings.ts';

const folder = fileURLToPath(new URL('../../src/components/ui/model-pictures/', import.meta.url));
const drawn = [...manifests.values()].filter((manifest) => kindOf(manifest));
/** Networks that draw nothing (features, classifier), and the model whose figure shows its plane. */
const BARE = ['digit-features', 'vae-digits'];
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

const writers = [...manifests.values()].filter(writesStrings);

it('every model that writes strings shows some, and no other', () => {
  expect([...strings.keys()]).toEqual(writers.map(({ id }) => id));
});

it('every card shows something that the model makes, but for one whose figure stands on the same page', () => {
  const bare = [...manifests.values()].filter((manifest) => !kindOf(manifest) && !strings.has(manifest.id));
  expect(bare.map(({ id }) => id).sort()).toEqual(BARE);
});

it.each(writers)('the card of $id shows what its shipped files write', async (manifest) => {
  expect(await writeStrings(manifest)).toEqual(strings.get(manifest.id));
});
