import { expect, it } from 'vitest';
import { correctWord, countEdits, spellAcross } from './spelling.ts';

it.each([
  ['critic', 'critic', 0],
  ['critc', 'critic', 1],
  ['cirtic', 'critic', 1],
  ['diverjance', 'divergence', 2],
  ['', 'ab', 2],
  ['generator', 'critic', 3],
])('%s to %s takes %i', (from, to, edits) => {
  expect(countEdits(from, to, 2)).toBe(edits);
});

const words = { generator: 300, generated: 40, critic: 90, loss: 200, losses: 80, дискриминатор: 50 };

it('mends one or two slips, by the length of the word', () => {
  expect(correctWord('genrator', words)).toBe('generator');
  expect(correctWord('gennerater', words)).toBe('generator');
  expect(correctWord('critik', words)).toBe('critic');
  expect(correctWord('дискреминатр', words)).toBe('дискриминатор');
});

it('leaves alone what is on the site, begins a word of it, or is too short or too far', () => {
  for (const word of ['generator', 'gener', 'los', 'lo', 'krittik', 'zzqxj'])
    expect(correctWord(word, words), word).toBeUndefined();
});

it.each([
  ['reparameterization', 'reparameterisation'],
  ['reparameterisation', 'reparameterization'],
  ['regularized', 'regularised'],
  ['optimizer', 'optimiser'],
  ['behavior', 'behaviour'],
  ['colour', 'color'],
  ['noise', undefined],
  ['noises', undefined],
  ['size', undefined],
  ['critic', undefined],
])('%s is across the ocean %s', (word, across) => {
  expect(spellAcross(word)).toBe(across);
});
