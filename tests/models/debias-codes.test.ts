/** What the widget `debias` looks at: the shipped encoder's codes of the test digits that it names, and their pictures. */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import stored from '~/components/widgets/debias/codes.json';
import { encodeCollections, paintTiles, slantOf } from '../../scripts/debias-collections.ts';

const PICTURE = new URL('../../src/components/widgets/debias/digits.avif', import.meta.url).pathname;
/** Mean grey steps of 255 that lossy compression may cost; two digits are 30 and more apart. */
const LOSS = 6;

it('holds the codes that the shipped encoder gives', async () => {
  const made = await encodeCollections();
  for (const name of ['ones', 'nines'] as const) {
    expect(stored[name].tests).toEqual(made[name].tests);
    expect(stored[name].rare).toBe(made[name].rare);
    expect(stored[name].z).toHaveLength(made[name].z.length);
    const away = stored[name].z.map((value, at) => Math.abs(value - (made[name].z[at] ?? NaN)));
    // Another rounding of the last hundredth.
    expect(Math.max(...away)).toBeLessThanOrEqual(1);
  }
});

it('shows those digits', async () => {
  const { data, width, height } = paintTiles(stored);
  const { data: shown, info } = await sharp(PICTURE).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([width, height]);
  const away = data.reduce((total, grey, at) => total + Math.abs(grey - (shown[at] ?? NaN)), 0) / data.length;
  expect(away).toBeLessThan(LOSS);
});

it('slant is 0 of an upright stroke and 1 of a diagonal one that leans to the right', () => {
  const stroke = (column: (row: number) => number) => {
    const ink = new Uint8Array(784);
    for (let row = 4; row < 24; row++) ink[row * 28 + column(row)] = 255;
    return ink;
  };
  expect(slantOf(stroke(() => 14))).toBeCloseTo(0, 12);
  expect(slantOf(stroke((row) => 27 - row))).toBeCloseTo(1, 12);
});
