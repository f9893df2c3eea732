import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultsOf } from '../shared/fields';
import { fields, presets, type Params, type PresetName } from './digit-latents.params';
import { PIXELS, type Lab, type LatentModel } from './lab';
import { askNeighbours, greyShare, linePoints, type Point } from './latent-plane';
import { makeOpenLab } from './open-lab';
import { HEARD } from './readings';
import { EXAMPLES } from './examples';
import { readInk } from './ink';
import { DrawingReader } from './read-drawing';
import { RowsDrawer } from './rows-side';

/** What the widget says is to be found must be there in the shipped model, at the settings that it offers. */

const fetchFile: typeof fetch = (input) => {
  const path = new URL(input as string).pathname.slice(1);
  return Promise.resolve(
    new Response(new Uint8Array(readFileSync(/^(models|data)\//.test(path) ? `public/${path}` : path))),
  );
};
const openLab = (params: Params): Promise<Lab> =>
  makeOpenLab({ base: 'https://example.org/', fetch: fetchFile })(params, {
    progress: () => undefined,
    signal: new AbortController().signal,
  });
let decoder: LatentModel;
beforeAll(async () => {
  decoder = (await openLab(presets.walk)).models[0]!;
});

async function decode(points: readonly Point[]): Promise<Float32Array[]> {
  const all = await decoder.decode(points.map(({ z1, z2 }) => [z1, z2]));
  return points.map((_, i) => all.slice(i * PIXELS, (i + 1) * PIXELS));
}
/** Mean absolute difference of two pictures' pixels. */
const difference = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? NaN)), 0) / a.length;
const handleOf = ({ z1, z2 }: Point) => ({ z1, z2 });
const lineOf = (name: PresetName) => {
  const { from1, from2, z1, z2 } = presets[name];
  return linePoints({ z1: from1, z2: from2 }, { z1, z2 });
};
const greyAround = async (radius: number) => {
  const angles = Array.from({ length: 64 }, (_, i) => (i * Math.PI) / 32);
  const ring = await decode(angles.map((a) => ({ z1: radius * Math.cos(a), z2: radius * Math.sin(a) })));
  return ring.reduce((sum, picture) => sum + greyShare(picture), 0) / ring.length;
};

test('the default is the walk', () => {
  expect(presets.walk).toEqual(defaultsOf(fields));
});

test('neighbouring codes decode alike: a step of 0.05 changes a picture far less than the walk from end to end', async () => {
  const line = lineOf('walk');
  const near = await decode(line.map(({ z1, z2 }) => ({ z1: z1 + 0.05, z2 })));
  const walk = await decode(line);
  const endToEnd = difference(walk[0]!, walk.at(-1)!);
  walk.forEach((picture, i) => expect(difference(picture, near[i]!)).toBeLessThan(endToEnd / 4));
});

test('the walk goes from the codes of 7 to the codes of 0 through at least two other digits', () => {
  const digits = lineOf('walk').map((point) => askNeighbours(point, decoder.codes));
  expect(digits[0]).toMatchObject({ digit: 7, votes: 10 });
  expect(digits.at(-1)).toMatchObject({ digit: 0, votes: 10 });
  const between = new Set(digits.slice(1, -1).map((n) => n?.digit));
  between.delete(7);
  between.delete(0);
  expect(between.size).toBeGreaterThanOrEqual(2);
});

test('between the classes no digit has the majority, and the picture is greyer than inside a class', async () => {
  const here = handleOf(presets.between);
  const votes = askNeighbours(here, decoder.codes);
  expect(votes?.votes).toBeLessThanOrEqual(5);
  const [mixed, zero] = await decode([here, handleOf(presets.walk)]);
  expect(greyShare(mixed!)).toBeGreaterThan(1.3 * greyShare(zero!));
});

describe('outside the prior', () => {
  test('no test digit is near', () => {
    const n = askNeighbours(handleOf(presets.outside), decoder.codes);
    expect(n?.radius).toBeGreaterThan(1.5);
  });

  test('the pictures are less grey than in the middle, on the whole circle', async () => {
    const [inside, outside] = [await greyAround(1), await greyAround(4)];
    expect(outside).toBeLessThan(0.75 * inside);
  });
});

test('the hole: a place amid the autoencoder’s codes that none is near, where the VAE has one', async () => {
  const here = handleOf(presets.hole);
  const { models } = await openLab(presets.hole);
  const [ae, vae] = models.map(({ codes }) => askNeighbours(here, codes)!);
  expect(Math.hypot(here.z1, here.z2)).toBeLessThan(2);
  expect(ae!.least).toBeGreaterThan(1);
  expect(vae!.least).toBeLessThan(0.1);
});

test('β draws the codes together: they stand nearer to the origin at 16 than at 0.25', async () => {
  const { models } = await openLab(presets.betas);
  const [low, high] = models.map(
    ({ codes }) => codes.z.reduce((sum, z) => sum + z * z, 0) / codes.labels.length,
  );
  expect(low).toBeGreaterThan(1.5 * high!);
});

describe('traversals', () => {
  const heard = async (params: Params) => {
    const { models } = await openLab(params);
    return Promise.all(
      models.map(async (model) => {
        const { side } = await new RowsDrawer(model).draw(params);
        return side;
      }),
    );
  };

  test('β = 4 leaves some of sixteen numbers, those whose KL is not nothing; the autoencoder keeps all', async () => {
    const [vae, ae] = await heard(presets.traverseAe);
    const alive = vae!.reach.filter((each) => each > HEARD).length;
    expect(alive).toBe(vae!.units.filter(({ strength }) => strength > 0.05).length);
    expect(alive).toBeLessThan(10);
    expect(ae!.reach.every((each) => each > HEARD)).toBe(true);
  });

  test('rows stand by KL, and the middle of a row whose value is 0 is the digit itself', async () => {
    const [side] = await heard({ ...presets.traverse, value: 0 });
    const strengths = side!.units.map(({ strength }) => strength);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(side!.label).toBe(4);
  });
});

describe('a drawing', () => {
  const judge = async (name: keyof typeof EXAMPLES, params: Params) => {
    const lab = await openLab(params);
    return Promise.all(
      lab.models.map(async (model) => {
        const reader = new DrawingReader(model, lab.testDigits);
        const ink = readInk(EXAMPLES[name]);
        let drawn = await reader.read(ink);
        while (!reader.rests) drawn = await reader.read(ink);
        return { ...drawn!, near: askNeighbours({ z1: drawn!.mean[0]!, z2: drawn!.mean[1]! }, model.codes)! };
      }),
    );
  };

  test.each([
    ['three', 3],
    ['seven', 7],
  ] as const)('the example "%s" is placed among its like and is no anomaly', async (name, digit) => {
    const [vae] = await judge(name, presets.walk);
    expect(vae!.near.digit).toBe(digit);
    expect(vae!.below / vae!.of).toBeLessThan(0.9);
  });

  test('a house is restored worse than 99 of 100 test digits, by the VAE and by the autoencoder', async () => {
    for (const { below, of } of await judge('house', presets.hole)) expect(below / of).toBeGreaterThan(0.99);
  });
});
