import { expect, test } from 'vitest';
import { isDrawing, MAX_DRAWN } from '~/methods/toy-data/drawn';
import { cellAt, Drawing, pointOf } from './draw-points';

const centre = { column: 32, row: 32 };

test('cells and places in the plane belong together; what lies outside goes to the edge', () => {
  expect(cellAt(...pointOf(centre))).toEqual(centre);
  expect(cellAt(-9, 9)).toEqual({ column: 0, row: 63 });
});

test('points are added and taken away; what is drawn is what a link holds', () => {
  const two = new Drawing('').add(centre).add({ column: 0, row: 63 });
  expect(two.code).toBe('ggA_');
  expect(two.add(centre)).toBe(two);
  expect(two.toggle(centre).code).toBe('A_');
  expect(two.remove({ column: 1, row: 1 })).toBe(two);
  expect(two.points[1]).toEqual(pointOf({ column: 0, row: 63 }));
  expect(new Drawing('').points).toEqual([]);
});

test('letters are compared in pairs: the second of one and the first of the next are no point', () => {
  // 'Ag' + 'gA' holds 'gg' in its middle.
  const drawing = new Drawing('AggA');
  expect(drawing.has(centre)).toBe(false);
  expect(drawing.toggle(centre).count).toBe(3);
});

test('a full drawing takes no more', () => {
  let drawing = new Drawing('');
  for (let index = 0; index < MAX_DRAWN + 5; index++)
    drawing = drawing.add({ column: index % 64, row: Math.floor(index / 64) });
  expect(drawing.count).toBe(MAX_DRAWN);
  expect(drawing.isFull).toBe(true);
  expect(isDrawing(drawing.code)).toBe(true);
});
