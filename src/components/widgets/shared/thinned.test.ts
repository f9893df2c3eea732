import { expect, test } from 'vitest';
import { Thinned } from './thinned';

test('small room: what is kept after each row is the even ones of a growing stride, and the newest', () => {
  for (const capacity of [4, 5, 8]) {
    const kept = new Thinned(['step', 'square'], capacity);
    for (let step = 0; step < 100; step += 1) {
      kept.add({ step, square: step * step });
      const steps = kept.column('step');
      expect(steps).toHaveLength(kept.length);
      expect(steps.length).toBeLessThan(capacity + 1);
      expect(steps[0]).toBe(0);
      expect(steps.at(-1)).toBe(step);
      const stride = steps[1] ?? 1;
      expect(steps.slice(0, -1)).toEqual(steps.slice(0, -1).map((_, row) => row * stride));
      expect(kept.column('square')).toEqual(steps.map((each) => each * each));
    }
  }
});
