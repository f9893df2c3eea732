import { describe as group, expect, test } from 'vitest';
import { expectedBest } from '~/methods/metrics/best-of';
import { LOSSES } from '~/methods/toy-gan/options';
import { defaults, presetOf, presets, type Params, type PresetName } from './are-gans-equal.params';
import { describe } from './describe';
import { duelOf, sayDuel } from './duel';
import { axisOf, dotsOf, partAtRim, shareOn, spreadLabels } from './draw';
import { figureText } from './figure.text';
import { gather } from './gather';
import { recorded, recordedOutcomes } from './recorded';
import { budgetsUpTo, compareAt, scoreOf, summarise, type Outcome } from './summarise';
import type { Trial } from './trial';

const floor = Array.from({ length: 30 }, (_, i) => 0.05 + i / 1000);
const scale = { floor: { mean: 0.0645, deviation: 0.009, values: floor }, nothing: 1.2 };
const outcome = (loss: Outcome['loss'], w1: number, covered = 0): Outcome => ({
  loss,
  w1,
  covered,
  live: false,
});
/** Two losses that draw level at the best of many, two that never do; the others as the first. */
const outcomes = LOSSES.flatMap((loss) =>
  Array.from({ length: 20 }, (_, i) =>
    outcome(loss, loss === 'began' || loss === 'ebgan' ? 0.8 + i / 100 : 0.1 + i / 40, i % 2 === 0 ? 8 : 3),
  ),
);

group('summarise', () => {
  test('a distance beyond that of a single point counts as that; a diverged trial too', () => {
    expect(scoreOf(0.3, scale)).toBe(0.3);
    expect(scoreOf(7, scale)).toBe(1.2);
    expect(scoreOf(NaN, scale)).toBe(1.2);
    expect(scoreOf(Infinity, scale)).toBe(1.2);
  });

  test('one row for each loss that has trials', () => {
    const rows = summarise(
      [outcome('hinge', 0.5, 8), outcome('hinge', NaN), outcome('hinge', 0.1, 8)],
      scale,
      8,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      loss: 'hinge',
      trials: 3,
      best: 0.1,
      median: 0.5,
      lost: 1,
      allModes: 2 / 3,
    });
    expect(rows[0]?.expected[0]).toBeCloseTo((0.5 + 1.2 + 0.1) / 3, 12);
    expect(rows[0]?.expected.at(-1)).toBe(0.1);
    expect(summarise([outcome('hinge', 0.5)], scale, 0)[0]?.allModes).toBeNaN();
  });

  test('with an even number of trials the median is the mean of the two in the middle', () => {
    const four = [0.1, 0.2, 0.4, 0.9].map((w1) => outcome('hinge', w1));
    expect(summarise(four, scale, 8)[0]?.median).toBeCloseTo(0.3, 12);
  });

  test('budgets rise from 1 to the number of trials', () => {
    expect(budgetsUpTo(1)).toEqual([1]);
    expect(budgetsUpTo(60)[0]).toBe(1);
    expect(budgetsUpTo(60).at(-1)).toBe(60);
    expect(budgetsUpTo(60)).toEqual([...new Set(budgetsUpTo(60))].sort((a, b) => a - b));
  });

  test('which losses are level with the first at a budget: their ranges of the best overlap', () => {
    const verdict = compareAt(summarise(outcomes, scale, 8), 10);
    expect(verdict?.level).toHaveLength(7);
    expect(verdict?.level).not.toContain('began');
    expect(compareAt(summarise(outcomes, scale, 8), 21)).toBeUndefined();
    expect(compareAt(summarise(outcomes.slice(20), scale, 8), 1)).toBeUndefined();
  });
});

group('what the stored run found', () => {
  const rows = summarise(recordedOutcomes, recorded.scale, 8);
  const gapAt = (n: number) => {
    const values = rows
      .filter(({ loss }) => !BEHIND.includes(loss))
      .map(({ stored }) => expectedBest(stored, n));
    return Math.max(...values) / Math.min(...values);
  };
  /** The three that do not catch up on the ring. */
  const BEHIND: readonly Outcome['loss'][] = ['leastSquares', 'ebgan', 'began'];

  test('with ten trials of each seven losses overlap; least squares, EBGAN and BEGAN stay behind', () => {
    const verdict = compareAt(rows, 10);
    expect(verdict?.level.toSorted()).toEqual(
      LOSSES.filter((loss) => loss !== verdict?.first.loss && !BEHIND.includes(loss)).toSorted(),
    );
  });

  test('among those seven the gap between the first and the last narrows from one trial to ten', () => {
    expect(gapAt(1)).toBeGreaterThan(1.7);
    expect(gapAt(10)).toBeLessThan(1.25);
  });

  test('which loss is first hangs on the budget', () => {
    expect(compareAt(rows, 1)?.first.loss).not.toBe(compareAt(rows, 10)?.first.loss);
    expect(compareAt(rows, 10)?.first.loss).not.toBe(compareAt(rows, 30)?.first.loss);
  });

  test('even the best of all stays above what new data in the place of samples would have at that budget', () => {
    for (const { stored, best } of rows)
      expect(best).toBeGreaterThan(expectedBest(recorded.scale.floor.values, stored.length));
  });
});

group('in words', () => {
  const say = (of: readonly Outcome[]) => describe(summarise(of, scale, 8), scale, figureText.en, 'en');

  test('names the ends at a budget of one and of ten, and who keeps up', () => {
    expect(say(outcomes)).toContain('200 trials.');
    expect(say(outcomes)).toContain('(minimax)');
    // The floor is told twice, each time as what it is.
    expect(say(outcomes)).toContain('is 0.065 on average');
    const best = expectedBest(floor, 10).toPrecision(2);
    expect(say(outcomes)).toContain(`the floor’s own best of 10 is ${best}`);
    expect(say(outcomes)).toMatch(/not with .*EBGAN.*BEGAN/);
  });

  test('says so while there are too few', () => {
    expect(say(outcomes.slice(0, 3))).toBe('3 trials so far, not yet two of every loss.');
  });
});

group('one loss against another', () => {
  const rows = summarise(outcomes, scale, 8);
  const duel = (highlight: Params['highlight'], against: Params['against'] = 'none') =>
    duelOf(rows, { highlight, against });

  test('the other is the chosen one, else the best of the rest; none if nothing stands out or trials lack', () => {
    expect(duel('none')).toBeUndefined();
    expect(duel('hinge', 'began')).toMatchObject({ loss: 'hinge', against: 'began' });
    expect(duel('began')?.against).toBe('minimax');
    expect(duel('hinge', 'hinge')?.against).toBe('minimax');
    const one = summarise([outcome('hinge', 0.4), outcome('began', 0.5)], scale, 8);
    expect(duelOf(one, { highlight: 'hinge', against: 'began' })).toBeUndefined();
  });

  test('gap, its spread and the chance: equal trials are level, BEGAN 0.7 behind at one trial', () => {
    const level = duel('hinge', 'minimax');
    expect(level).toMatchObject({ one: { gap: 0 }, many: { n: 10, gap: 0 } });
    expect(level?.one.chance).toBeCloseTo(1 / 2, 12);
    // The standard error of a mean of 20 trials 1/40 apart: √(399/12)/40/√20, of two together √2 as much.
    expect(level?.one.spread).toBeCloseTo(Math.sqrt(399 / 12 / 20 / 800), 1);
    const behind = duel('began', 'minimax');
    expect(behind?.one.gap).toBeCloseTo(0.895 - 0.3375, 12);
    expect(behind?.many.chance).toBeLessThan(0.01);
  });

  test('in words, in both languages', () => {
    const say = (locale: 'en' | 'ru') =>
      sayDuel(duel('began', 'minimax')!, 10_000, figureText[locale], locale);
    expect(say('en')).toMatch(
      /^Highlighted: BEGAN against minimax, 10,000 gradient steps .* 0\.9 − 0\.34 = \+0\.56 ± 0\.0\d/,
    );
    expect(say('ru')).toMatch(/^Выделено: BEGAN против минимакс, по 10.000 шагов .* = \+0,56 ± 0,0\d/);
  });
});

group('the presets, by the stored trials that they show', () => {
  const rows = summarise(recordedOutcomes, recorded.scale, 8);
  const duelIn = (preset: PresetName) => duelOf(rows, presets[preset]);

  test('caughtUp: behind by more than two of its spreads with one trial, by a tenth of that gap or so with ten', () => {
    const duel = duelIn('caughtUp');
    expect(duel?.one.gap).toBeGreaterThan(2 * (duel?.one.spread ?? NaN));
    expect(duel?.many.gap).toBeLessThan(0.15 * (duel?.one.gap ?? NaN));
  });

  test('leftBehind: the better one of ten is BEGAN’s in less than one pair of a hundred', () => {
    const duel = duelIn('leftBehind');
    expect(duel?.many.gap).toBeGreaterThan(4 * (duel?.many.spread ?? NaN));
    expect(duel?.many.chance).toBeLessThan(0.01);
  });

  test('settings are recognised as their preset', () => {
    for (const name of Object.keys(presets) as PresetName[])
      expect(presetOf({ ...presets[name] })).toBe(name);
    expect(presetOf({ ...defaults, trials: 77 })).toBeUndefined();
  });
});

group('pictures', () => {
  const axis = axisOf(scale, []);

  test('the axis is logarithmic and holds floor and ceiling; only 0, which no logarithm has, stands at its end', () => {
    expect(shareOn(axis, 0.05)).toBeGreaterThan(0);
    expect(shareOn(axis, 1.2)).toBeLessThan(1);
    expect(shareOn(axis, 0.2) - shareOn(axis, 0.1)).toBeCloseTo(shareOn(axis, 0.4) - shareOn(axis, 0.2), 12);
    expect(shareOn(axis, 0)).toBe(0);
    expect(axis.ticks.every((tick) => tick > axis.domain[0] && tick < axis.domain[1])).toBe(true);
    expect(dotsOf([axis.domain[1], axis.domain[0]], axis)).toMatch(/^m0 \d+h0m1000 \d+h0$/);
  });

  test('no distance is cut off: a trial below the floor stretches the axis, one beyond a single point counts as that', () => {
    const rows = summarise([outcome('hinge', 0.01), outcome('hinge', 9), outcome('began', NaN)], scale, 8);
    const wide = axisOf(scale, rows);
    for (const score of rows.flatMap(({ stored }) => stored)) {
      expect(shareOn(wide, score)).toBeGreaterThan(0);
      expect(shareOn(wide, score)).toBeLessThan(1);
    }
    expect(wide.domain[0]).toBeCloseTo(0.009, 12);
  });

  test('trials no better than a single point are counted at the rim, the others drawn', () => {
    const [hinge] = summarise(
      [0.3, 1.2, 7, NaN].map((w1) => outcome('hinge', w1)),
      scale,
      8,
    );
    expect(partAtRim(hinge?.stored ?? [], scale)).toEqual({ placed: [0.3], atRim: 3 });
    for (const row of summarise(recordedOutcomes, recorded.scale, 8))
      expect(partAtRim(row.stored, recorded.scale).atRim).toBe(row.lost);
  });

  test('names at the ends of lines keep their order and their distance', () => {
    const labels = spreadLabels({ a: 0.99, b: 0.98, c: 0.5, d: 1, e: 0.01 }, 0.1);
    expect(labels.map(({ name }) => name)).toEqual(['e', 'c', 'b', 'a', 'd']);
    labels.slice(1).forEach(({ at }, i) => expect(at - (labels[i]?.at ?? 0)).toBeGreaterThan(0.1 - 1e-12));
    expect(labels.every(({ at }) => at >= 0.05 - 1e-12 && at <= 0.95 + 1e-12)).toBe(true);
    expect(labels.find(({ name }) => name === 'c')?.at).toBe(0.5);
  });
});

group('stored trials and new ones', () => {
  const trial = (index: number, w1: number, covered: number) =>
    ({ index, loss: LOSSES[index % 10], w1, covered, drawn: {} }) as unknown as Trial;
  const [w1 = NaN, covered = NaN] = [recordedOutcomes[0]?.w1, recordedOutcomes[0]?.covered];

  test('of another seed are counted together', () => {
    const all = gather([trial(0, 0.5, 3)], recorded.seed + 1, defaults, recorded, recordedOutcomes);
    expect(all.outcomes).toHaveLength(recordedOutcomes.length + 1);
    expect(all.outcomes.filter(({ live }) => live)).toHaveLength(1);
    expect(all.repeated).toBeUndefined();
  });

  test('of the stored seed are counted once and compared to the last bit', () => {
    const made = [trial(0, w1, covered), trial(1, 0.5, 3)];
    const all = gather(made, recorded.seed, defaults, recorded, recordedOutcomes);
    expect(all.outcomes).toHaveLength(recordedOutcomes.length);
    expect(all.repeated).toEqual({ same: 1, made: 2 });
  });

  test('of other data or another length stand alone', () => {
    const all = gather([trial(0, 0.5, 3)], 9, { ...defaults, data: 'grid' }, recorded, recordedOutcomes);
    expect(all).toMatchObject({ withStored: false, outcomes: { length: 1 } });
  });
});
