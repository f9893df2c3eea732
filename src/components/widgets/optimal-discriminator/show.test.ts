import { expect, test } from 'vitest';
import { pathOf } from '../shared/plot-path';
import { makeShow, showDifference, showQuantity } from '../shared/quantities';
import { judgesOf, rowNames } from './arrows';
import { compare } from './compare';
import { presets, type Params } from './optimal-discriminator.params';
import { optimalDiscriminatorText } from './optimal-discriminator.text';
import { straighten } from './straighten';
import { densityNames, judgeLines, judgeNames, quantitiesOf, rowsOf, sayParam } from './show';

// The numbers in view, digit by digit, against a calculation that shares no code with the figure: densities written out
// here, integrals by Simpson's rule on another grid.

const words = optimalDiscriminatorText.en;

/** What the reader reads, by its name. */
function readFigure(params: Params): Record<string, string> {
  const entries = quantitiesOf(compare(params), words).map((each) => [each.name, showQuantity(each, 'en')]);
  return Object.fromEntries(entries) as Record<string, string>;
}

const digits = (value: number) => new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
const nats = (value: number) => `${digits(value)} nats`;

function integrate(f: (x: number) => number, from = -14, to = 14, pieces = 40_000): number {
  const h = (to - from) / pieces;
  let sum = f(from) + f(to);
  for (let i = 1; i < pieces; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

const gaussian = (at: number, width: number) => (x: number) =>
  Math.exp(-(((x - at) / width) ** 2) / 2) / (width * Math.sqrt(2 * Math.PI));

/** p log(p/m), 0 where p is. */
const term = (p: number, m: number) => (p > 0 ? p * Math.log(p / m) : 0);
function jensenShannonOf(p: (x: number) => number, q: (x: number) => number): number {
  return integrate((x) => {
    const [a, b] = [p(x), q(x)];
    return (term(a, (a + b) / 2) + term(b, (a + b) / 2)) / 2;
  });
}

/** Mean of D* under the generator. */
const judgedOf = (p: (x: number) => number, q: (x: number) => number) =>
  integrate((x) => (q(x) > 0 ? (q(x) * p(x)) / (p(x) + q(x)) : 0));

test.each([
  ['the default', {}],
  ['near', { dataAt: -0.3, modelAt: 0.3 }],
  ['after a drag', { dataAt: -2, modelAt: -0.7 }],
  ['moved and wide', { dataAt: 0.5, modelAt: 2.1, dataWidth: 0.9, modelWidth: 0.9 }],
] as const)('%s: all nine numbers of Gaussians of one width, to the digits shown', (_, changed) => {
  const params: Params = { ...presets.apart, ...changed };
  const { dataAt, modelAt, dataWidth: width } = params;
  const delta = Math.abs(dataAt - modelAt);
  const [p, q] = [gaussian(dataAt, width), gaussian(modelAt, width)];
  const shown = readFigure(params);
  expect(shown[words.tableJs]).toBe(nats(jensenShannonOf(p, q)));
  // KL in closed form Δ²/2σ², the same both ways; W₁ = Δ.
  expect(shown[words.tableKlDataModel]).toBe(nats(delta ** 2 / (2 * width ** 2)));
  expect(shown[words.tableKlModelData]).toBe(nats(delta ** 2 / (2 * width ** 2)));
  expect(shown[words.tableW1]).toBe(digits(delta));
  // The densities cross in the middle: TV = 2Φ(Δ/2σ) − 1.
  const middle = (dataAt + modelAt) / 2;
  const [left, right] = dataAt < modelAt ? [p, q] : [q, p];
  expect(shown[words.tableTv]).toBe(digits(integrate((x) => left(x) - right(x), -14, middle)));
  // Both scores differ by Δ/σ² everywhere; the losses weigh it with D* and 1 − D*.
  const judged = judgedOf(p, q);
  const slope = delta / width ** 2;
  const small = (value: number) =>
    expect.stringContaining(digits(Number(value.toExponential().split('e')[0])));
  expect(shown[words.meanJudged]).toEqual(judged < 1e-3 ? small(judged) : digits(judged));
  expect(shown[words.meanMinimax]).toEqual(
    slope * judged < 1e-3 ? small(slope * judged) : digits(slope * judged),
  );
  expect(shown[words.meanNonSaturating]).toBe(digits(slope * (1 - judged)));
  expect(shown[words.meanCritic]).toBe('1');
});

test('the ends of the axis, the narrowest heaps: KL 8²/(2 · 0.3²) = 356, JS log 2, W₁ 8, pull 8/0.3² = 88.9', () => {
  const shown = readFigure({ ...presets.apart, dataAt: -4, modelAt: 4, dataWidth: 0.3, modelWidth: 0.3 });
  expect(shown[words.tableKlDataModel]).toBe('356 nats');
  expect(shown[words.tableKlModelData]).toBe('356 nats');
  expect(shown[words.tableJs]).toBe('0.693 nats');
  expect(shown[words.tableW1]).toBe('8');
  expect(shown[words.tableTv]).toBe('1');
  expect(shown[words.meanNonSaturating]).toBe('88.9');
});

test('far apart the saturating pull is tiny, and said so to its last digit: only D* that is 0 is shown as 0', () => {
  const show = makeShow('en');
  // At the centre D* is e to the power −Δ²/2σ² = −32, and the pull D*·Δ/σ² of it.
  const pull = compare(presets.apart).pulls[2]?.minimax ?? NaN;
  expect(pull / (-16 * Math.exp(-32))).toBeCloseTo(1, 6);
  expect(show(pull)).toBe('−2.03 · 10⁻¹³');
  // The mean lies between the heaps, at 10⁻²⁹ of the generator's mass: by Simpson's rule, from −2 to 2.
  const shown = readFigure({ ...presets.apart, dataAt: -4, modelAt: 4, dataWidth: 0.4, modelWidth: 0.4 });
  const [p, q] = [gaussian(-4, 0.4), gaussian(4, 0.4)];
  const judged = integrate((x) => (p(x) * q(x)) / (p(x) + q(x)), -2, 2);
  expect(judged).toBeLessThan(1e-20);
  expect(shown[words.meanJudged]).toBe(show(judged));
  expect(shown[words.meanMinimax]).toBe(show((8 / 0.4 ** 2) * judged));
});

test('beside a baseline of the same heaps, moved together, every difference reads 0', () => {
  const numbers = (params: Params) => quantitiesOf(compare(params), words);
  const [now, kept] = [presets.near, { ...presets.near, dataAt: 1.2, modelAt: 1.8 }].map(numbers);
  const said = (now ?? []).map(({ value }, i) => showDifference(value, kept?.[i]?.value ?? NaN, 'en'));
  expect(said).toEqual(said.map(() => '0'));
});

test('two widths: KL(p_d ‖ p_g) and KL(p_g ‖ p_d) are not exchanged', () => {
  const shown = readFigure({ ...presets.apart, dataAt: 0.5, modelAt: -0.5, dataWidth: 0.4, modelWidth: 0.9 });
  const kl = (s: number, t: number) => Math.log(t / s) + (s * s + 1) / (2 * t * t) - 0.5;
  expect(shown[words.tableKlDataModel]).toBe(nats(kl(0.4, 0.9)));
  expect(shown[words.tableKlModelData]).toBe(nats(kl(0.9, 0.4)));
  expect(shown[words.tableJs]).toBe(nats(jensenShannonOf(gaussian(0.5, 0.4), gaussian(-0.5, 0.9))));
});

test('half covered: two heaps of data, by quadrature', () => {
  const [left, right] = [gaussian(-1.6, 0.35), gaussian(1.6, 0.35)];
  const p = (x: number) => (left(x) + right(x)) / 2;
  const shown = readFigure(presets.half);
  expect(shown[words.tableJs]).toBe(nats(jensenShannonOf(p, left)));
  expect(shown[words.tableKlDataModel]).toBe(nats(integrate((x) => term(p(x), left(x)), -10, 10)));
  expect(shown[words.meanJudged]).toBe(digits(judgedOf(p, left)));
  // Half of the mass goes 3.2 to the right.
  expect(shown[words.tableW1]).toBe('1.6');
});

test('boxes: disjoint, and overlapping by a quarter', () => {
  const apart = readFigure(presets.disjoint);
  expect(apart).toMatchObject({
    [words.tableJs]: '0.693 nats',
    [words.tableKlDataModel]: '∞ nats',
    [words.tableKlModelData]: '∞ nats',
    [words.tableTv]: '1',
    [words.tableW1]: '4',
    [words.meanJudged]: '0',
    [words.meanMinimax]: '0',
    [words.meanNonSaturating]: '0',
    [words.meanCritic]: '1',
  });
  const side = Math.sqrt(12) * 0.5;
  const over = readFigure({ ...presets.disjoint, dataAt: 0, modelAt: 0.75 * side });
  expect(over[words.tableJs]).toBe(nats(0.75 * Math.LN2));
  expect(over[words.tableTv]).toBe('0.75');
  expect(over[words.meanJudged]).toBe('0.125');
  expect(over[words.tableW1]).toBe(digits(0.75 * side));
});

test('a baseline adds its curves to the picture and its columns to the file', () => {
  const [now, before] = [compare(presets.near), compare(presets.apart)];
  expect(judgeLines(now, undefined)).toHaveLength(2);
  expect(judgeLines(now, before).map(({ role }) => role)).toEqual(['quiet', 'quiet', 'judge', 'judge']);
  const [head, first] = rowsOf(now, before);
  expect(head).toHaveLength(9);
  expect(first?.[0]).toBeCloseTo(-4, 12);
  expect(first?.[1]).toBe(now.data[0]);
  expect(first?.[5]).toBe(before.data[0]);
  expect(rowsOf(now, undefined)[0]).toEqual(['x', 'p_d', 'p_g', 'D*', 'f']);
});

test('names stand within the axes and apart from each other', () => {
  for (const params of Object.values(presets)) {
    const now = compare(params);
    for (const [one, two] of [judgeNames(now, undefined, words), densityNames(now, 1, words)]) {
      expect(Math.abs(one?.x ?? NaN)).toBeLessThan(4);
      expect(Math.abs(two?.x ?? NaN)).toBeLessThan(4);
      const across = Math.abs((one?.x ?? NaN) - (two?.x ?? NaN));
      const along = Math.abs((one?.y ?? NaN) - (two?.y ?? NaN));
      expect(across > 0.8 || along > 0.09).toBe(true);
    }
  }
});

test('the baseline’s settings are told in words', () => {
  const say = sayParam(words, String);
  expect(say('modelWidth', 0.5)).toBe('σ of the generator 0.5');
  expect(say('shape', 'box')).toBe('shape of a heap box (ends at its edges)');
});

const rows = { minimax: 'mm', nonSaturating: 'ns', critic: 'w' };

test.each([
  ['the generator right of the data', { dataAt: -2, modelAt: 2 }, 'start'],
  ['left of it', { dataAt: 2, modelAt: -2 }, 'end'],
  ['in the middle, pulled to the left', { dataAt: -2, modelAt: 0 }, 'end'],
  ['in the middle, pulled to the right', { dataAt: 2, modelAt: 0 }, 'start'],
] as const)('%s: the rows’ names stand where no sample and no arrow is', (_, at, side) => {
  const { pulls } = compare({ ...presets.apart, ...at });
  const names = rowNames(rows, pulls);
  expect(names.map(({ text, align }) => [text, align])).toEqual(['mm', 'ns', 'w'].map((row) => [row, side]));
});

test('the thin judge of a row is the one of its loss: D* twice, then the critic', () => {
  const now = compare(presets.apart);
  const [minimax, nonSaturating, critic] = judgesOf(now);
  // D* is 1 at the data and 0 at the generator: at the top and at the bottom of its row.
  const [left, right] = [now.x.findIndex((x) => x >= -2), now.x.findIndex((x) => x >= 2)];
  expect([minimax?.ys[left], minimax?.ys[right]].map((y) => y?.toFixed(3))).toEqual(['2.900', '2.100']);
  expect([nonSaturating?.ys[left], nonSaturating?.ys[right]].map((y) => y?.toFixed(3))).toEqual([
    '1.900',
    '1.100',
  ]);
  // f falls by 1 for each unit, drawn as an eighth of the row's 0.8.
  expect((critic?.ys[left] ?? NaN) - (critic?.ys[right] ?? NaN)).toBeCloseTo(0.4, 6);
});

test('lines of fewer points are the same lines: nowhere off by more than a path’s rounding', () => {
  const now = compare(presets.apart);
  for (const line of judgeLines(now, compare(presets.half))) {
    const [few] = straighten([line], 1);
    const at = (x: number) => {
      const to = Math.max(
        1,
        Array.from(few?.xs ?? []).findIndex((each) => each >= x),
      );
      const [x0 = NaN, x1 = NaN] = [few?.xs[to - 1], few?.xs[to]];
      const [y0 = NaN, y1 = NaN] = [few?.ys[to - 1], few?.ys[to]];
      return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    };
    expect(few?.xs.length).toBeLessThan(line.xs.length / 2);
    for (const [i, x] of now.x.entries())
      expect(Math.abs(at(x) - (line.ys[i] ?? NaN))).toBeLessThanOrEqual(1 / 2000 + 1e-12);
  }
});

test('a line that is broken, as D* of boxes is between them, stays so', () => {
  const [line] = judgeLines(compare(presets.disjoint), undefined);
  const [few] = straighten(line ? [line] : [], 1);
  const drawn = (of: typeof few) =>
    pathOf(of?.xs ?? [], of?.ys ?? [], { domain: [-4, 4] }, { domain: [0, 1] });
  expect(drawn(line).match(/M/g)).toHaveLength(2);
  expect(drawn(few).match(/M/g)).toHaveLength(2);
  expect(drawn(few).length).toBeLessThan(drawn(line).length / 10);
});
