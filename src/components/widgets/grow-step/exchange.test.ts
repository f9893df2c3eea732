import { describe as group, expect, it } from 'vitest';
import { logSoftmax, matmul, mean, multiply, sum } from '~/autodiff/ops';
import { evaluateGradient, numbersOf } from '~/runtime/evaluate';
import { curvesOf, exchangeOf, GRID, isExchange, judge, stateOf, weightAt, type Exchange } from './exchange';
import { describe, quantitiesOf } from './describe';
import { fields, LETTERS, PLACES, presets, ROWS, STAGES, type Params } from './grow-step.params';
import { growStepText } from './grow-step.text';
import { ACTIVE, gradientOf, lossOf, makeLayer } from './tiny-layer';

const found = (params: Params): Exchange => {
  const exchange = exchangeOf(params);
  if (!isExchange(exchange)) throw new Error('expected room');
  return exchange;
};

group('the tiny layer', () => {
  it('has the gradient of automatic differentiation and of finite differences', () => {
    const { weights, batch } = makeLayer(4);
    const gradient = gradientOf(weights, batch);
    const y = batch.labels.map((label) => Array.from({ length: ROWS }, (_, row) => Number(row === label)));
    const [byW] = evaluateGradient(
      (w, x, labels) => mean(multiply(sum(multiply(logSoftmax(matmul(x, w, { transposeB: true }), 1), labels), [1]), -1)),
      [{ shape: [4, 5], values: weights }, batch.x.map((row) => [...row]), y],
    ); // prettier-ignore
    numbersOf(byW!).forEach((value, place) => { expect(gradient[place]).toBeCloseTo(value, 12); }); // prettier-ignore
    for (let place = 0; place < PLACES; place++) {
      const shifted = (by: number) => weights.map((w, at) => (at === place ? w + by : w));
      const slope = (lossOf(shifted(1e-5), batch) - lossOf(shifted(-1e-5), batch)) / 2e-5;
      expect(gradient[place]).toBeCloseTo(slope, 8);
    }
  });

  it('has an input that is always 0: gradient 0, never grown by RigL', () => {
    for (let seed = 0; seed < 10; seed++) {
      const { result, gradient } = found({ ...presets.rigl, seed });
      for (let row = 0; row < ROWS; row++) expect(gradient[5 * row + 4]).toBe(0);
      expect(result.fresh.some((place) => place % 5 === 4)).toBe(false);
    }
  });
});

group('the exchange', () => {
  it('growing changes nothing, dropping may, a step lowers', () => {
    const { losses, count, result } = found(presets.rigl);
    expect(count).toBe(4);
    expect(losses.grow === losses.drop || result.fresh.length < result.grown.length).toBe(true);
    const strict = found({ ...presets.rigl, regrowth: 'zero' });
    expect(strict.losses.grow).toBe(strict.losses.drop);
    expect(losses.step).toBeLessThan(losses.grow);
    expect(result.mask.reduce((all, entry) => all + entry, 0)).toBe(ACTIVE);
  });

  it('promises to first order what a small step would give', () => {
    // With nothing to come back the new connections alone make the difference.
    const { losses, promised } = found({ ...presets.never, fraction: 0.3 });
    const gained = losses.without - losses.step;
    expect(promised).toBeGreaterThan(0);
    expect(gained).toBeGreaterThan(0.3 * promised);
    expect(gained).toBeLessThan(1.1 * promised);
  });

  it('by gradient lowers the loss at least as much as by lot, at most shares of most seeds', () => {
    let better = 0;
    for (let seed = 0; seed < 20; seed++)
      if (found({ ...presets.rigl, seed }).losses.step <= found({ ...presets.set, seed }).losses.step)
        better++;
    expect(better).toBeGreaterThan(15);
  });

  it('without room says so, and nothing else is lost', () => {
    const none = exchangeOf({ ...presets.never, fraction: 1, seed: 1 });
    expect(isExchange(none)).toBe(true);
    const curves = curvesOf(presets.rigl);
    expect(curves.drop).toHaveLength(GRID.length);
    expect(curves.drop[0]).toBe(curves.drop.at(0));
  });

  it('gives nothing away before its stage', () => {
    const exchange = found(presets.rigl);
    for (let place = 0; place < PLACES; place++) {
      const states = STAGES.map((stage) => stateOf(exchange, place, stage));
      expect(['none', 'there']).toContain(states[0]);
      expect(['grown', 'regrown']).not.toContain(states[2]);
      expect(weightAt(exchange, place, 'start')).toBe(exchange.layer.weights[place]);
    }
    for (const place of exchange.result.fresh) {
      expect(stateOf(exchange, place, 'grow')).toMatch(/grown/);
      expect(weightAt(exchange, place, 'grow')).toBe(0);
      expect(weightAt(exchange, place, 'step')).not.toBe(0);
    }
  });

  it('judges a guess', () => {
    const exchange = found(presets.rigl);
    const right = exchange.result.grown.map((place) => LETTERS[place]).join('');
    expect(judge(exchange, right)).toEqual({ marks: right.length, right: right.length });
    expect(judge(exchange, '')).toEqual({ marks: 0, right: 0 });
    expect(fields.guess.accepts('abc')).toBe(true);
    expect(fields.guess.accepts('aa')).toBe(false);
    expect(fields.guess.accepts('z')).toBe(false);
  });
});

group('words', () => {
  it('follow the stage, in singular, plural and none', () => {
    const say = (params: Params, locale: 'en' | 'ru' = 'en') =>
      describe(exchangeOf(params), params, growStepText[locale], locale);
    expect(say(presets.start)).toContain('10 connections');
    expect(say({ ...presets.start, stage: 'drop', fraction: 0.1 })).toContain('1 connection is dropped');
    expect(say({ ...presets.start, stage: 'drop' })).toContain('4 connections are dropped');
    expect(say({ ...presets.start, stage: 'grow', fraction: 0 })).toContain('Nothing is exchanged');
    expect(say({ ...presets.start, stage: 'drop', fraction: 0.1 }, 'ru')).toContain('Убрана 1 связь');
    expect(say({ ...presets.start, stage: 'drop' }, 'ru')).toContain('Убраны 4 связи');
    expect(say({ ...presets.start, stage: 'grow', guess: 'ab' })).toMatch(/Of your 2 guesses \d/);
    expect(say(presets.rigl)).toContain('promised');
    expect(quantitiesOf(exchangeOf(presets.rigl), presets.rigl, growStepText.en).length).toBe(4);
    expect(quantitiesOf(exchangeOf(presets.start), presets.start, growStepText.en).length).toBe(1);
  });
});
