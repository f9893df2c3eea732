import { describe, expect, test } from 'vitest';
import { drawChart, rangeOfValues, type Chart } from './chart';
import { FONT, niceTicks, type Pen } from './plots';

/** Ranges of every size and place, from the first steps of a run to its last. */
const ranges = [
  ...Array.from({ length: 1000 }, (_, i) => [0, 100 + 7 * i] as const),
  ...Array.from({ length: 60 }, (_, i) => [0, 1e-9 * 1.9 ** i] as const),
  ...Array.from({ length: 60 }, (_, i) => [-1e-6 * 1.7 ** i, 3e-7 * 1.9 ** i] as const),
  ...Array.from({ length: 200 }, (_, i) => [0.97 * i, 0.97 * i + 1.31] as const),
];

describe('ticks', () => {
  test.each([1, 2, 3, 4, 5, 8])(
    'at least two, round, distinct and inside, when about %i are asked',
    (count) => {
      for (const [min, max] of ranges) {
        const ticks = niceTicks(min, max, count);
        const told = `${min} to ${max}: ${ticks.join()}`;
        expect(new Set(ticks).size, told).toBeGreaterThanOrEqual(2);
        expect(ticks.length, told).toBeLessThanOrEqual(2 * count + 3);
        const slack = 1e-8 * (max - min);
        expect(
          ticks.every((tick) => tick >= min - slack && tick <= max + slack),
          told,
        ).toBe(true);
        const step = ticks[1]! - ticks[0]!;
        expect(['1', '2', '5'], told).toContain(step.toExponential(3).replace(/\.?0*e.*/, ''));
      }
    },
  );

  test('one step smaller where the wanted one leaves a single tick', () => {
    expect(niceTicks(0, 410, 2)).toEqual([0, 200, 400]);
    expect(niceTicks(0, 100, 2)).toEqual([0, 50, 100]);
    expect(niceTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  test('an empty range has its lower end', () => {
    expect(niceTicks(3, 3, 4)).toEqual([3]);
    expect(niceTicks(-1, Infinity, 4)).toEqual([-1]);
  });
});

/** A pen that notes its words; a letter is eight pixels wide. */
function makePen(width: number, height: number) {
  const words: { text: string; x: number; y: number; font: string; align: CanvasTextAlign }[] = [];
  const state = { font: '', textAlign: 'left' as CanvasTextAlign };
  const context = new Proxy(state, {
    get: (_, name) => {
      if (name === 'measureText') return (text: string) => ({ width: 8 * text.length });
      if (name === 'fillText')
        return (text: string, x: number, y: number) =>
          words.push({ text, x, y, font: state.font, align: state.textAlign });
      return name in state ? state[name as keyof typeof state] : () => undefined;
    },
  });
  const grey = [128, 128, 128] as const;
  const palette = new Proxy({}, { get: () => grey }) as Pen['palette'];
  return { pen: { context: context as unknown as CanvasRenderingContext2D, width, height, palette }, words };
}

describe('a chart by step', () => {
  const chart = (last: number, values: readonly number[]): Chart => ({
    title: 'loss, nats',
    stepTitle: 'step',
    steps: values.map((_, i) => i),
    series: [{ name: 'G', values, colour: [0, 0, 0] }],
    domain: rangeOfValues(values),
    last,
    empty: 'nothing yet',
    showStep: String,
  });

  test('names two ticks or more on both axes at any step count, on a telephone and beside text', () => {
    for (const [width, height] of [
      [296, 144],
      [320, 170],
      [700, 265],
    ] as const)
      for (let last = 0; last < 3000; last += 13)
        for (const values of [
          [0, 0],
          [0, 0.004],
          [-4.1, 4.1],
          [0.69, 1.4],
          [0, 41],
        ]) {
          const { pen, words } = makePen(width, height);
          drawChart(pen, chart(last, values));
          const told = `${width} px, ${last} steps, ${values.join()}`;
          expect(
            words.filter(({ align, text }) => align === 'right' && text !== 'G').length,
            told,
          ).toBeGreaterThan(1);
          const below = words.filter(({ align, text }) => align === 'center' && text !== 'step');
          expect(below.length, told).toBeGreaterThan(1);
          expect(words.every(({ font }) => font.includes(FONT))).toBe(true);
        }
  });

  test('a name lies on its line nowhere, not where the line ends at the edge of the plot either', () => {
    for (const [from, to] of [
      [1, 0],
      [0.2, -0.7],
      [0, 0.7],
      [0, -3],
    ] as const) {
      const { pen, words } = makePen(320, 170);
      const values = [from, to];
      const domain = rangeOfValues(values);
      drawChart(pen, chart(500, values));
      const name = words.find(({ text }) => text === 'G');
      const end = 130 - ((to - domain[0]) / (domain[1] - domain[0])) * (130 - 26);
      expect(Math.abs((name?.y ?? NaN) - end), `${from} to ${to}`).toBeGreaterThanOrEqual(9);
    }
  });

  test('the numbers of the upright axis are never cut, however large', () => {
    for (const largest of [1, 40, 12_345, 3_456_789]) {
      const { pen, words } = makePen(320, 170);
      drawChart(pen, chart(500, [0, -largest]));
      for (const { text, x, align } of words)
        if (align === 'right' && text !== 'G') expect(x - 8 * text.length, text).toBeGreaterThanOrEqual(0);
    }
  });
});

test('letters on a canvas have 14 pixels at least', () => {
  expect(parseFloat(FONT)).toBeGreaterThanOrEqual(14);
});
