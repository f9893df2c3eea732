import { describe, expect, test } from 'vitest';
import golden from './golden.json';
import {
  covarianceOfRows,
  decodeByComponents,
  encodeByComponents,
  meanOfRows,
  principalComponents,
} from './pca';

const expectSame = (found: readonly (readonly number[])[], expected: readonly (readonly number[])[]) => {
  expect(found.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  found.forEach((row, i) =>
    row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]?.[j] ?? NaN, 10)),
  );
};

describe.each(golden.cases)('$points.length points', (each) => {
  test('covariance, directions, variances, codes are PyTorch’s', () => {
    expectSame(covarianceOfRows(each.points, 1), each.covariance);
    const found = principalComponents(each.points);
    expectSame(found.directions, each.directions);
    expectSame([found.variances, found.shares], [each.variances, each.shares]);
    const two = principalComponents(each.points, 2);
    const codes = each.points.map((x) => encodeByComponents(two, x));
    expectSame(codes, each.codes);
    expectSame(codes.map((z) => decodeByComponents(two, z)), each.reconstructed); // prettier-ignore
  });

  test('codes are uncorrelated; the mean squared error of k directions is the variance left out', () => {
    const all = principalComponents(each.points);
    const spread = covarianceOfRows(each.points.map((x) => encodeByComponents(all, x)));
    spread.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(i === j ? all.variances[i]! : 0, 10))); // prettier-ignore
    const one = principalComponents(each.points, 1);
    const error = each.points.reduce((sum, x) => {
      const back = decodeByComponents(one, encodeByComponents(one, x));
      return sum + x.reduce((part, value, j) => part + (value - back[j]!) ** 2, 0) / each.points.length;
    }, 0);
    expect(error).toBeCloseTo(all.variances.slice(1).reduce((a, b) => a + b), 10); // prettier-ignore
  });
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  expect(meanOfRows([[1, 2], [3, 6]])).toEqual([2, 4]); // prettier-ignore
  expect([covarianceOfRows([[1], [3]]), covarianceOfRows([[1], [3]], 1)]).toEqual([[[1]], [[2]]]);
  const line = principalComponents([[-1, -1], [1, 1]], 1); // prettier-ignore
  expectSame(line.directions, [[Math.SQRT1_2, Math.SQRT1_2]]);
  expect(encodeByComponents(line, [1, 1])[0]).toBeCloseTo(Math.SQRT2, 14);
  expectSame([decodeByComponents(line, [0])], [[0, 0]]);
  expect(() => principalComponents([[1], [1]])).toThrow(/all points are equal/);
  expect(() => principalComponents([[1], [2]], 2)).toThrow(/in 1 … 1, found 2/);
  expect(() => encodeByComponents(line, [1])).toThrow(/2 values, found 1/);
  expect(() => covarianceOfRows([[1]], 1)).toThrow(/more than 1 points/);
});
