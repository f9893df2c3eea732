import { expect, test } from 'vitest';
import { threefry2x32 } from './threefry';

const words = (key0: number, key1: number, counter0: number, counter1: number) =>
  [...threefry2x32(key0, key1, counter0, counter1, new Uint32Array(2))].map((word) =>
    word.toString(16).padStart(8, '0'),
  );

test("threefry2x32 with 20 rounds gives Random123's known answers", () => {
  expect(words(0, 0, 0, 0)).toEqual(['6b200159', '99ba4efe']);
  const ones = 0xffffffff;
  expect(words(ones, ones, ones, ones)).toEqual(['1cb996fc', 'bb002be7']);
  expect(words(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual(['c4923a9c', '483df7a0']);
});
