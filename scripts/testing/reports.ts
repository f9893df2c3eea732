/** What one runner found. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly tests: readonly TimedTest[];
  /** Names of the tests that passed on a second try only. */
  readonly flaky?: readonly string[];
}

/**
 * How many tests of a whole run may need a second try: one in several hundred meets a moment in which a shared machine gives
 * the browser no time. More than these point to a race in the program or in a test, and then all of them count as failed.
 */
export const SECOND_TRIES = 2;

export interface TimedTest {
  readonly name: string;
  readonly milliseconds: number;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly duration?: number | null;
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly file: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly duration: number }[];
    }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  /** Errors outside any test: a file that does not load, a server that does not start. */
  readonly errors: readonly unknown[];
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Counts of Vitest's JSON report. A file that did not load has no tests and counts as one failure. */
export function readVitest(report: VitestReport): Tally {
  const all = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: baseName(name) })),
  );
  const count = (...states: string[]): number => all.filter(({ status }) => states.includes(status)).length;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((t) => t.status === 'failed'),
  );
  return {
    passed: count('passed'),
    failed: count('failed') + broken.length,
    skipped: count('pending', 'skipped', 'todo', 'disabled'),
    tests: all.map(({ file, fullName, duration }) => ({
      name: `${file} › ${fullName}`,
      milliseconds: duration ?? 0,
    })),
  };
}

/** Counts of Playwright's JSON report. Tests that needed a second try are named; beyond `SECOND_TRIES` of them they have failed. */
export function readPlaywright(report: PlaywrightReport): Tally {
  const flatten = (suite: PlaywrightSuite): PlaywrightSuite['specs'][number][] => [
    ...suite.specs.map((spec) => ({ ...spec, title: `${baseName(suite.file)} › ${spec.title}` })),
    ...(suite.suites ?? []).flatMap(flatten),
  ];
  const all = report.suites
    .flatMap(flatten)
    .flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
  const count = (...states: string[]): number => all.filter(({ status }) => states.includes(status)).length;
  const flaky = all.filter(({ status }) => status === 'flaky').map(({ title }) => title);
  const forgiven = flaky.length <= SECOND_TRIES ? flaky.length : 0;
  return {
    passed: count('expected') + forgiven,
    failed: count('unexpected') + flaky.length - forgiven + report.errors.length,
    skipped: count('skipped'),
    flaky,
    tests: all.map(({ title, results }) => ({
      name: title,
      milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
    })),
  };
}

/** A stage without tests of its own counts as one. */
export const tallyOf = (ok: boolean): Tally => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  tests: [],
});

/** A runner that fails must show a failure, and one that ran nothing has not passed. */
export function honest(tally: Tally, exitCode: number): Tally {
  const silent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}

/** The slowest tests, slowest first. */
export const slowest = (tallies: readonly Tally[], count: number): TimedTest[] =>
  tallies
    .flatMap(({ tests }) => tests)
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, count);

/** The last line that every run of the tests ends with. */
export const summaryLine = (tallies: readonly Pick<Tally, 'passed' | 'failed'>[]): string => {
  const sum = (key: 'passed' | 'failed'): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
};
