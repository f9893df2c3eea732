import { expect, it } from 'vitest';
import {
  SECOND_TRIES,
  honest,
  readPlaywright,
  readVitest,
  slowest,
  summaryLine,
  tallyOf,
} from './reports.ts';

const vitest = readVitest({
  testResults: [
    {
      name: '/a/x.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'one', status: 'passed', duration: 5 },
        { fullName: 'two', status: 'failed', duration: 7 },
        { fullName: 'three', status: 'skipped' },
      ],
    },
    { name: '/a/does-not-load.test.ts', status: 'failed', assertionResults: [] },
  ],
});

/** A report of one test that passed, one that was skipped, and `flaky` that needed a second try. */
const playwrightWith = (flaky: number) =>
  readPlaywright({
    errors: [],
    suites: [
      {
        file: 'e2e/a.spec.ts',
        specs: [],
        suites: [
          {
            file: 'e2e/a.spec.ts',
            specs: [
              { title: 'p', tests: [{ status: 'expected', results: [{ duration: 30 }] }] },
              { title: 'r', tests: [{ status: 'skipped', results: [] }] },
              ...Array.from({ length: flaky }, (_, index) => ({
                title: `q${index}`,
                tests: [{ status: 'flaky' as const, results: [{ duration: 1 }, { duration: 2 }] }],
              })),
            ],
          },
        ],
      },
    ],
  });
const playwright = playwrightWith(1);

it('counts tests, and a file that does not load as a failure', () => {
  expect(vitest).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
});

it('counts nested suites, and names a test that needed a second try', () => {
  expect(playwright).toMatchObject({ passed: 2, failed: 0, skipped: 1, flaky: ['a.spec.ts › q0'] });
});

it('lets a few tests try twice, and calls all of them failed when they are more', () => {
  expect(playwrightWith(SECOND_TRIES)).toMatchObject({ passed: 1 + SECOND_TRIES, failed: 0 });
  expect(playwrightWith(SECOND_TRIES + 1)).toMatchObject({ passed: 1, failed: SECOND_TRIES + 1 });
});

it('does not let a crashed or empty runner pass', () => {
  expect(honest({ passed: 3, failed: 0, skipped: 0, tests: [] }, 1).failed).toBe(1);
  expect(honest({ passed: 0, failed: 0, skipped: 0, tests: [] }, 0).failed).toBe(1);
  expect(honest({ passed: 3, failed: 0, skipped: 0, tests: [] }, 0).failed).toBe(0);
});

it('adds everything up in one line', () => {
  expect(summaryLine([vitest, playwright, tallyOf(true), tallyOf(false)])).toBe('4 passed, 3 failed');
});

it('names the slowest tests', () => {
  expect(slowest([vitest, playwright], 2)).toEqual([
    { name: 'a.spec.ts › p', milliseconds: 30 },
    { name: 'x.test.ts › two', milliseconds: 7 },
  ]);
});
