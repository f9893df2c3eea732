import { expect, test } from 'vitest';
import { CAPACITY, History, WALK, measuresOf, rowsOf } from './history';
import { makeFrame } from './test-frame';

test('after any number of frames it holds no more than its capacity, the first and the newest among them', () => {
  const history = new History();
  for (let step = 0; step <= 20_000; step++) {
    history.add(makeFrame({ step }));
    if (step % 97 !== 0) continue;
    const steps = history.column('step');
    expect(steps.length).toBeLessThan(CAPACITY);
    expect(steps.at(-1)).toBe(step);
  }
  const steps = history.column('step');
  expect(steps[0]).toBe(0);
  expect(steps.length).toBeGreaterThan(CAPACITY / 2 - 2);
  const gaps = new Set(steps.slice(1, -1).map((step, index) => step - (steps[index] ?? NaN)));
  expect(gaps.size).toBe(1);
  expect(history.walk).toHaveLength(WALK);
  history.clear();
  history.add(makeFrame({ step: 7 }));
  expect(history.column('step')).toEqual([7]);
  expect(history.walk).toHaveLength(1);
});

test('the walk is that of the very last pictures, though the charts have let many by', () => {
  const history = new History();
  for (let step = 0; step < 2500; step++)
    history.add(makeFrame({ step, generated: Float32Array.of(step, -step) }));
  expect(history.walk.map(([x]) => x)).toEqual(Array.from({ length: WALK }, (_, i) => 2500 - WALK + i));
});

test('the centre of the samples, the measures by name, the table for a file', () => {
  const history = new History();
  const frame = makeFrame({ generated: Float32Array.of(0, 1, 2, 5), js: 0.25, beganK: NaN });
  history.add(frame);
  expect(history.walk).toEqual([[1, 3]]);
  expect(measuresOf(frame)).toMatchObject({ js: 0.25, jsFloor: frame.jsFloor.mean, covered: 8, modes: 8 });
  expect(measuresOf(makeFrame({ covered: 0, modes: 0 }))['covered']).toBeNaN();
  expect(measuresOf(undefined)).toEqual({});
  const [head, row] = rowsOf([history]);
  expect(head?.slice(0, 3)).toEqual(['side', 'step', 'lossD']);
  expect(row?.[0]).toBe('A');
  expect(row).toHaveLength(head?.length ?? 0);
});
