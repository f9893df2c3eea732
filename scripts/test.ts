// `npm test`: every stage, then one line with all counts. A stage that fails does not stop the ones that do not need it.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  SECOND_TRIES,
  honest,
  readPlaywright,
  readVitest,
  slowest,
  summaryLine,
  tallyOf,
  type Tally,
} from './testing/reports.ts';

const RESULTS = 'test-results';
const VITEST_JSON = join(RESULTS, 'vitest.json');
const PLAYWRIGHT_JSON = join(RESULTS, 'playwright.json');

interface Stage {
  readonly name: string;
  readonly command: string;
  /** Stages that must have passed before. */
  readonly needs?: readonly string[];
  /** Reads the runner's own report; without it the stage counts as one. */
  readonly read?: () => Tally;
  /** Its output is worth reading also when it passes. */
  readonly loud?: true;
}

const read = (path: string): never => JSON.parse(readFileSync(path, 'utf8')) as never;

const STAGES: readonly Stage[] = [
  { name: 'kernels', command: 'node scripts/build-kernels.mjs' },
  { name: 'format', command: 'prettier --check . --log-level warn' },
  { name: 'generated types', command: 'astro sync' },
  { name: 'types of TypeScript', command: 'tsc --noEmit' },
  { name: 'types of Astro', command: 'astro check --minimumSeverity warning' },
  { name: 'types of Svelte', command: 'svelte-check --fail-on-warnings --tsconfig ./tsconfig.json' },
  { name: 'lint', command: 'eslint . --max-warnings 0' },
  {
    name: 'unit tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${VITEST_JSON}`,
    needs: ['kernels'],
    read: () => readVitest(read(VITEST_JSON)),
  },
  { name: 'build', command: 'astro build', needs: ['kernels'] },
  { name: 'build under a path', command: 'node scripts/build-sub.ts', needs: ['kernels'] },
  {
    name: 'browser tests',
    command: 'playwright test',
    needs: ['build', 'build under a path'],
    read: () => readPlaywright(read(PLAYWRIGHT_JSON)),
    loud: true,
  },
];

interface Outcome {
  readonly stage: Stage;
  readonly tally: Tally;
  readonly seconds: number;
}

function run(command: string): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    PATH: [join(process.cwd(), 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    PLAYWRIGHT_JSON,
    ASTRO_TELEMETRY_DISABLED: '1',
    FORCE_COLOR: '0',
  };
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

function tally(stage: Stage, code: number): Tally {
  if (stage.read === undefined) return tallyOf(code === 0);
  try {
    return honest(stage.read(), code);
  } catch (error) {
    console.log(`  no report of "${stage.name}": ${String(error)}`);
    return tallyOf(false);
  }
}

async function runStage(stage: Stage, before: readonly Outcome[]): Promise<Outcome> {
  const missing = stage.needs?.find((name) =>
    before.some((outcome) => outcome.stage.name === name && outcome.tally.failed > 0),
  );
  if (missing !== undefined) {
    console.log(`✗ ${stage.name}: not run, because "${missing}" failed`);
    return { stage, tally: tallyOf(false), seconds: 0 };
  }
  const start = performance.now();
  const { code, output } = await run(stage.command);
  const seconds = (performance.now() - start) / 1000;
  const found = tally(stage, code);
  console.log(`${found.failed > 0 ? '✗' : '✓'} ${stage.name} (${seconds.toFixed(1)} s): ${describe(found)}`);
  if (found.failed > 0 || stage.loud) console.log(output.replaceAll(/^/gm, '    '));
  return { stage, tally: found, seconds };
}

const describe = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

function report(outcomes: readonly Outcome[]): void {
  const flaky = outcomes.flatMap((outcome) => outcome.tally.flaky ?? []);
  if (flaky.length > 0)
    console.log(`\nPassed on a second try only (${flaky.length}, at most ${SECOND_TRIES} are let through)`);
  for (const name of flaky) console.log(`    ${name}`);
  console.log('\nTime per stage');
  for (const { stage, seconds, tally: found } of outcomes)
    console.log(`${seconds.toFixed(1).padStart(8)} s  ${stage.name}: ${describe(found)}`);
  console.log('\nSlowest tests');
  for (const { name, milliseconds } of slowest(
    outcomes.map((outcome) => outcome.tally),
    10,
  ))
    console.log(`${(milliseconds / 1000).toFixed(1).padStart(8)} s  ${name}`);
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const outcomes: Outcome[] = [];
for (const stage of STAGES) outcomes.push(await runStage(stage, outcomes));
report(outcomes);
console.log(`\n${summaryLine(outcomes.map((outcome) => outcome.tally))}`);
process.exitCode = outcomes.some((outcome) => outcome.tally.failed > 0) ? 1 : 0;
