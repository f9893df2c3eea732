import { expect, test } from 'vitest';
import { posteriorOf } from '~/methods/bayes/posterior';
import { presets, type Params } from './bayes-room.params';
import { bayesRoomText } from './bayes-room.text';
import { answersNeeded, decide, overRatio } from './decide';
import { describe as say } from './describe';
import { mosaicOf, onAxis } from './show';

const room: Params = presets.room;

test('the posterior is prior times likelihood, made to sum to 1', () => {
  const { posterior, evidence } = decide(room);
  expect(evidence).toBeCloseTo(0.2 * 0.9 + 0.8 * 0.3, 12);
  expect(posterior).toBeCloseTo(0.18 / 0.42, 12);
});

test('against a prior of 0.8 the decision flips at a likelihood ratio of 4, whatever the likelihoods', () => {
  for (const b of [0.01, 0.1, 0.2, 0.24]) {
    expect(decide({ ...room, b, a: 4.1 * b }).guess).toBe('understands');
    expect(decide({ ...room, b, a: 3.9 * b }).guess).toBe('not');
    expect(decide({ ...room, b, a: 4 * b }).guess).toBe('tie');
    expect(decide({ ...room, b, a: 4 * b }).flipRatio).toBeCloseTo(4, 12);
  }
});

test('a posterior above one half and the decision are one thing while errors cost the same, not else', () => {
  expect(decide(presets.convinced)).toMatchObject({ guess: 'understands', flipPosterior: 0.5 });
  expect(decide(presets.convinced).posterior).toBeCloseTo(0.6, 12);
  const dear = decide({ ...presets.convinced, price: 3 });
  expect(dear.flipPosterior).toBeCloseTo(0.75, 12);
  expect(dear.flipRatio).toBeCloseTo(12, 12);
  expect(dear.guess).toBe('not');
});

test('with a phrase book nothing is learned, and no number of answers helps', () => {
  for (const answers of [1, 20])
    expect(decide({ ...presets.phrasebook, answers }).posterior).toBeCloseTo(0.2, 12);
  expect(answersNeeded(presets.phrasebook)).toBeUndefined();
});

test('two correct answers multiply their ratios, and two are what it takes', () => {
  const { ratio, guess, along } = decide(presets.again);
  expect(ratio).toBeCloseTo(9, 12);
  expect(guess).toBe('understands');
  expect(along[1]).toBeCloseTo(posteriorOf([0.8, 0.2], [0.09, 0.81])[1] ?? NaN, 12);
  expect(answersNeeded(room)).toBe(2);
  expect(decide({ ...room, answers: answersNeeded(presets.rare) ?? 0, prior: 0.01, b: 0.05 }).guess).toBe(
    'understands',
  );
});

test('the curve is Bayes’ rule, and the mosaic’s areas are its products', () => {
  const { log, posterior } = overRatio(0.2);
  const i = log.indexOf(1);
  expect(posterior[i]).toBeCloseTo(posteriorOf([0.8, 0.2], [0.05, 0.5])[1] ?? NaN, 12);
  expect(mosaicOf(room, decide(room).likelihoods)[0]).toMatchObject({ xs: [0, 0.2, 0.2], ys: [0.9, 0.9, 0] });
  expect(onAxis(1e9)).toBe(2);
});

test('ends of the prior do not break it', () => {
  expect(decide({ ...room, prior: 0 })).toMatchObject({ posterior: 0, flipRatio: Infinity, guess: 'not' });
  expect(decide({ ...room, prior: 1 })).toMatchObject({ posterior: 1, flipRatio: 0, guess: 'understands' });
  for (const prior of [0, 1]) expect(say({ ...room, prior }, bayesRoomText.en, 'en')).not.toContain('NaN');
});

test('the state is named in words', () => {
  expect(say(room, bayesRoomText.en, 'en')).toBe(
    'P(U) goes from 0.2 to 0.429. That is below 0.5: guess “he does not”. Likelihood ratio 3; the guess flips at 4. Answers of this kind in a row that it takes: 2.',
  );
  expect(say(presets.edge, bayesRoomText.en, 'en')).toContain('both guesses are equally good');
  expect(say(presets.phrasebook, bayesRoomText.ru, 'ru')).toContain('ничего не сообщает');
});

test('a loss next to 0 is what it is, not what rounding leaves of 1: twenty right answers of one who seldom errs', () => {
  const { losses } = decide({ ...presets.room, prior: 0.5, a: 0.99, b: 0.15, answers: 20 });
  const ratio = (0.15 / 0.99) ** 20;
  expect(losses[1] / (ratio / (1 + ratio))).toBeCloseTo(1, 9);
});
