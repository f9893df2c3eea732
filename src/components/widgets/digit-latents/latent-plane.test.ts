import { expect, test } from 'vitest';
import {
  askNeighbours,
  cellCentre,
  CELLS,
  greyShare,
  HALF,
  linePoints,
  priorMassWithin,
  STRIP,
} from './latent-plane';

test('the prior’s mass within r is 1 − exp(−r²/2): 39.3% in 1σ, 86.5% in 2σ, 98.9% in 3σ, in every direction', () => {
  for (const [radius, mass] of [
    [0, 0],
    [1, 0.393469],
    [2, 0.864665],
    [3, 0.988891],
  ] as const)
    for (const angle of [0, 0.7, 2, 4])
      expect(priorMassWithin({ z1: radius * Math.cos(angle), z2: radius * Math.sin(angle) })).toBeCloseTo(
        mass,
        6,
      );
});

test('the prior’s mass agrees with an integral of the density over the disc', () => {
  const radius = 1.3;
  const width = 0.01;
  let mass = 0;
  for (let x = -radius; x < radius; x += width)
    for (let y = -radius; y < radius; y += width)
      if (x * x + y * y < radius * radius)
        mass += (Math.exp(-(x * x + y * y) / 2) / (2 * Math.PI)) * width ** 2;
  expect(priorMassWithin({ z1: 0, z2: radius })).toBeCloseTo(mass, 2);
});

test('cells start at the top left, are equally wide and fill the square', () => {
  const half = HALF / CELLS;
  const first = cellCentre(0, 0);
  expect(first.z1).toBeCloseTo(-HALF + half, 12);
  expect(first.z2).toBeCloseTo(HALF - half, 12);
  const last = cellCentre(CELLS - 1, CELLS - 1);
  expect([last.z1, last.z2]).toEqual([-first.z1, -first.z2]);
});

test('the line has both ends and equal steps', () => {
  const line = linePoints({ z1: -1, z2: 3 }, { z1: 2.5, z2: -0.5 });
  expect(line).toHaveLength(STRIP);
  expect(line[0]).toEqual({ z1: -1, z2: 3 });
  expect(line.at(-1)).toEqual({ z1: 2.5, z2: -0.5 });
  expect((line[1]?.z1 ?? 0) - (line[0]?.z1 ?? 0)).toBeCloseTo(0.5, 12);
});

test('neighbours: the ten nearest vote, the nearest decides a tie, without codes there is no answer', () => {
  const row = (labels: number[]) => ({
    z: Float32Array.from(labels.flatMap((_, i) => [i, 0])),
    labels: Uint8Array.from(labels),
  });
  const mostly3 = askNeighbours({ z1: 0, z2: 0 }, row([3, 3, 8, 3, 3, 3, 8, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1]));
  expect(mostly3).toMatchObject({ digit: 3, votes: 8, asked: 10, radius: 9 });
  expect(mostly3?.counts).toEqual([0, 0, 0, 8, 0, 0, 0, 0, 2, 0]);
  expect(askNeighbours({ z1: -1, z2: 0 }, row([7, 2, 2, 7]))).toMatchObject({ digit: 7, votes: 2, asked: 4 });
  expect(askNeighbours({ z1: 0, z2: 0 }, row([]))).toBeUndefined();
});

test('grey pixels are those strictly between 0.1 and 0.9', () => {
  expect(greyShare([0, 0.1, 0.5, 0.11, 0.9, 1, 0.89, 0.95])).toBe(3 / 8);
});
