import { expect, it } from 'vitest';
import { shuffleByText } from './shuffle.ts';

it('gives each item once, the same order each time, and never the order it was given', () => {
  for (const length of [2, 3, 4, 5, 8])
    for (const text of ['gan-x', 'gan-y', 'gan-loop-order', 'vae-kl']) {
      const order = shuffleByText(length, text);
      expect(order).toEqual(shuffleByText(length, text));
      expect(order.toSorted()).toEqual(Array.from({ length }, (_, i) => i));
      expect(order).not.toEqual(Array.from({ length }, (_, i) => i));
    }
});

it('puts the first item in each place about equally often', () => {
  const places = [0, 0, 0, 0];
  for (let i = 0; i < 400; i++) {
    const place = shuffleByText(4, `question-${String(i)}`).indexOf(0);
    places[place] = (places[place] ?? 0) + 1;
  }
  for (const count of places) expect(count).toBeGreaterThan(60);
});
