import { expect, test } from 'vitest';
import { showQuantity } from '../shared/quantities';
import type { LossName } from './curves';
import { generatorLossText } from './generator-loss.text';
import { draw, names, quantitiesOf, rowsOf, shownBy } from './show';
import { presets } from './generator-loss.params';

const words = generatorLossText.en;

/**
 * What PyTorch 2.13 says, to three digits: D, then loss and slope of binary_cross_entropy_with_logits(a, 1), of
 * −binary_cross_entropy_with_logits(a, 0), of mse_loss(a, 1) and of −a, by torch.autograd in float64; then the ratio of the
 * first two slopes.
 */
const torch: Readonly<Record<string, readonly string[]>> = {
  '-4': ['0.018', '4.02', '−0.982', '−0.0181', '−0.018', '25', '−10', '4', '−1', '54.6'],
  '8': ['1', '3.35 · 10⁻⁴', '−3.35 · 10⁻⁴', '−8', '−1', '49', '14', '−8', '−1', '3.35 · 10⁻⁴'],
  '-8': ['3.35 · 10⁻⁴', '8', '−1', '−3.35 · 10⁻⁴', '−3.35 · 10⁻⁴', '81', '−18', '8', '−1', '2,980'],
  '1.7': ['0.846', '0.168', '−0.154', '−1.87', '−0.846', '0.49', '1.4', '−1.7', '−1', '0.183'],
};

test.each(Object.keys(torch))('at a = %s every number in view is PyTorch’s, to the digits shown', (a) => {
  const shown = quantitiesOf(Number(a), names, words).map((each) => showQuantity(each, 'en'));
  expect(shown).toEqual(torch[a]);
});

test('only the losses that are switched on are in view, by name', () => {
  expect(shownBy(presets.rejected)).toEqual(['nonSaturating', 'minimax']);
  expect(shownBy(presets.all)).toHaveLength(4);
  const of = quantitiesOf(0, shownBy(presets.rejected), words).map(({ name }) => name);
  expect(of).toHaveLength(6);
  expect(new Set(of).size).toBe(6);
});

test('a baseline is a second point on each curve, grey and below the present one', () => {
  const shown: LossName[] = ['nonSaturating', 'minimax'];
  const { points, marks, lines } = draw('slope', shown, -4, 2, words);
  expect(points.map(({ x, role }) => [x, role])).toEqual([
    [2, 'quiet'],
    [2, 'quiet'],
    [-4, 'gradient'],
    [-4, 'gradient'],
  ]);
  expect(points[0]?.y).toBeCloseTo(-1 / (1 + Math.exp(2)), 12);
  expect(marks.map(({ x }) => x)).toEqual([2, -4]);
  expect(lines).toHaveLength(2);
  expect(draw('slope', shown, -4, undefined, words).points).toHaveLength(2);
});

test('the file has a column for each curve', () => {
  const [head, ...rows] = rowsOf(['minimax']);
  expect(head).toEqual(['a', 'minimax loss', 'minimax slope']);
  expect(rows).toHaveLength(81);
  expect(rows[40]?.[0]).toBe(0);
  expect(rows[40]?.[1]).toBeCloseTo(-Math.LN2, 12);
  expect(rows[40]?.[2]).toBeCloseTo(-0.5, 12);
});
