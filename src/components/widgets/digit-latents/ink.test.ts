import { describe, expect, test } from 'vitest';
import { isDrawing, MAX_POINTS, readInk, readStrokes, writeStrokes } from './ink';
import { EXAMPLES } from './examples';

const line = writeStrokes([
  [
    { column: 4, row: 2 },
    { column: 4, row: 50 },
  ],
]);

describe('the text of a drawing', () => {
  test('strokes come back as they were', () => {
    const strokes = [
      [{ column: 0, row: 63 }],
      [
        { column: 31, row: 7 },
        { column: 62, row: 1 },
      ],
    ];
    expect(readStrokes(writeStrokes(strokes))).toEqual(strokes);
    expect(readStrokes('')).toEqual([]);
    expect(writeStrokes([[], []])).toBe('');
  });

  test.each(['A', 'AAA', '.AA', 'AA.', 'AA..BB', 'A!', 'AA'.repeat(MAX_POINTS + 1)])(
    '%s is refused',
    (text) => {
      expect(isDrawing(text)).toBe(false);
      expect(() => readStrokes(text)).toThrow(/drawing: expected/);
    },
  );

  test('examples are drawings', () => {
    for (const text of Object.values(EXAMPLES)) expect(isDrawing(text)).toBe(true);
  });
});

describe('the picture', () => {
  test('a blank sheet is no picture', () => {
    expect(readInk('')).toBeUndefined();
  });

  test('wherever and however large it is drawn, ink is centred and the line is 18 pixels and two half widths long', () => {
    const picture = readInk(line)!;
    expect(picture).toHaveLength(784);
    expect([Math.min(...picture), Math.max(...picture)]).toEqual([0, 1]);
    const rows = Array.from({ length: 28 }, (_, row) => Math.max(...picture.slice(row * 28, row * 28 + 28)));
    const inked = rows.filter((ink) => ink >= 0.5).length;
    expect(inked).toBeGreaterThanOrEqual(19);
    expect(inked).toBeLessThanOrEqual(21);
    let [sum, across, down] = [0, 0, 0];
    picture.forEach((ink, i) => {
      sum += ink;
      across += ink * (i % 28);
      down += ink * Math.floor(i / 28);
    });
    expect(across / sum).toBeCloseTo(13.5, 1);
    expect(down / sum).toBeCloseTo(13.5, 1);
  });

  test('moved on the sheet it is the same picture', () => {
    const moved = writeStrokes(
      readStrokes(line).map((s) => s.map(({ column, row }) => ({ column: column + 40, row: row + 9 }))),
    );
    expect(readInk(moved)).toEqual(readInk(line));
  });
});
