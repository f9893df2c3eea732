import { describe, expect, test } from 'vitest';
import {
  alternatingStep,
  extragradientStep,
  penalizedStep,
  simultaneousStep,
  type Place,
} from '~/methods/game-dynamics/bilinear';
import { rules, rulesOf, type Rule } from './bilinear-game.loop';
import { HALF_SIDE, presets, type Params } from './bilinear-game.params';
import { bilinearGameText } from './bilinear-game.text';
import { LINE, ROOM, SAMPLE } from './layout';
import { placeNames, settledSteps, type Box } from './name-places';

const move: Readonly<Record<Rule, (at: Place, params: Params) => Place>> = {
  simultaneous: (at, { rate }) => simultaneousStep(at, rate),
  alternating: (at, { rate }) => alternatingStep(at, rate),
  extragradient: (at, { rate }) => extragradientStep(at, rate),
  penalized: (at, { rate, weight }) => penalizedStep(at, rate, weight),
};

const roomOf = (side: number): Box => ({
  ...{ left: ROOM.left, right: side - ROOM.right },
  ...{ top: ROOM.top, bottom: side - ROOM.bottom },
});

/** The names of a run after so many steps, on a square picture of this side. */
function nameRun(params: Params, steps: number, side: number, locale: 'en' | 'ru') {
  const room = roomOf(side);
  const toPixels = ({ x, y }: Place) => [
    room.left + ((x + HALF_SIDE) / (2 * HALF_SIDE)) * (room.right - room.left),
    room.bottom - ((y + HALF_SIDE) / (2 * HALF_SIDE)) * (room.bottom - room.top),
  ];
  const orbits = rulesOf(params.show).map((rule) => {
    const points: number[] = [];
    let at: Place = { x: params.x0, y: params.y0 };
    for (let step = 0; step <= steps && Math.hypot(at.x, at.y) <= 1000; step++) {
      points.push(...toPixels(at));
      at = move[rule](at, params);
    }
    const width = 8.6 * bilinearGameText[locale][`short_${rule}`].length + SAMPLE;
    return { points, width, height: LINE };
  });
  const around = (at: Place, half: number): Box => {
    const [px = NaN, py = NaN] = toPixels(at);
    return { left: px - half, right: px + half, top: py - half, bottom: py + half };
  };
  const marks = [around({ x: 0, y: 0 }, 7), around({ x: params.x0, y: params.y0 }, 10)];
  const boxes = placeNames(orbits, room, marks).map(({ x, y }, i): Box => {
    const { width, height } = orbits[i]!;
    return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  });
  return { orbits, room, marks, boxes };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a line goes through a box, looked at every half pixel. */
function crosses(points: readonly number[], box: Box): boolean {
  for (let i = 2; i < points.length; i += 2) {
    const [fromX = NaN, fromY = NaN, toX = NaN, toY = NaN] = points.slice(i - 2, i + 2);
    const pieces = Math.min(2000, Math.ceil(2 * Math.hypot(toX - fromX, toY - fromY)));
    for (let k = 0; k <= pieces; k++) {
      const x = fromX + (k / pieces) * (toX - fromX);
      const y = fromY + (k / pieces) * (toY - fromY);
      if (overlap(box, { left: x, right: x, top: y, bottom: y })) return true;
    }
  }
  return false;
}

const starts = [
  [1.2, 0],
  [0, 0],
  [-2.5, 2.5],
  [0.1, -0.3],
  [-2, -0.1],
] as const;

describe('names of orbits', () => {
  test.each([288, 480])(
    'stand in the plot and on no mark nor name, whatever the settings, at %i px',
    (side) => {
      for (const rate of [0.01, 0.2, 1.9])
        for (const [x0, y0] of starts)
          for (const show of ['three', ...rules] as const)
            for (const steps of [1, 256]) {
              const { room, marks, boxes } = nameRun(
                { ...{ rate, x0, y0, show }, weight: 1, steps },
                steps,
                side,
                'ru',
              );
              boxes.forEach((box, i) => {
                const told = `η ${rate}, (${x0}, ${y0}), ${show}, ${steps} steps: ${JSON.stringify(box)}`;
                expect(box.left - room.left, told).toBeGreaterThanOrEqual(3);
                expect(room.right - box.right, told).toBeGreaterThanOrEqual(3);
                expect(box.top - room.top, told).toBeGreaterThanOrEqual(3);
                expect(room.bottom - box.bottom, told).toBeGreaterThanOrEqual(3);
                expect(
                  [...marks, ...boxes.slice(0, i)].some((other) => overlap(box, other)),
                  told,
                ).toBe(false);
              });
            }
    },
  );

  test.each([274, 320, 480])('cover no line of another rule at the end of a preset, at %i px', (side) => {
    // On a telephone the zigzag of bold steps leaves no such room.
    for (const name of side > 400 ? (['three', 'bold'] as const) : (['three'] as const))
      for (const locale of ['en', 'ru'] as const) {
        const { orbits, boxes } = nameRun(presets[name], settledSteps(presets[name].steps), side, locale);
        boxes.forEach((box, own) => {
          const covered = orbits.filter(({ points }, other) => other !== own && crosses(points, box));
          expect(covered.length, `${name}, ${locale}, name ${own}`).toBe(0);
        });
      }
  });

  test('a name is near its own line where there is room', () => {
    const room = roomOf(320);
    const [place] = placeNames([{ points: [60, 100, 140, 100], width: 60, height: 16 }], room, []);
    // Half the name, and no more than a line's height beyond.
    expect(place!.x).toBeGreaterThan(60 - 30 - LINE);
    expect(place!.x).toBeLessThan(140 + 30 + LINE);
    expect(Math.abs(place!.y - 100)).toBeLessThan(8 + LINE);
  });

  test('a name wider than the plot stands in its middle', () => {
    const [place] = placeNames([{ points: [60, 100], width: 400, height: 16 }], roomOf(160), []);
    expect(place!.x).toBe((ROOM.left + 160 - ROOM.right) / 2);
  });

  test('names stand still from one power of two to the next', () => {
    expect([0, 1, 2, 3, 4, 255, 256, 300].map(settledSteps)).toEqual([0, 1, 2, 2, 4, 128, 256, 256]);
  });
});
