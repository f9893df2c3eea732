// `npm run measure:gan-chapter`: runs of the GAN widget's own loop that the chapter's text quotes and no preset shows,
// into src/components/figures/gan/chapter-runs.json. About ten minutes on one core; name rows after `--` to measure only
// those again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const FILE = 'src/components/figures/gan/chapter-runs.json';

interface Row {
  readonly row: string;
}

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '~': `${process.cwd()}/src` } },
});
try {
  const { runOnce } = (await server.ssrLoadModule(
    '/src/components/widgets/gan-2d/gan-2d.measure.ts',
  )) as typeof import('../src/components/widgets/gan-2d/gan-2d.measure.ts');
  const { chapterSettings } = (await server.ssrLoadModule(
    '/src/components/figures/gan/chapter-runs.ts',
  )) as typeof import('../src/components/figures/gan/chapter-runs.ts');
  const names = Object.keys(chapterSettings) as (keyof typeof chapterSettings)[];
  const asked = process.argv.slice(2);
  const strange = asked.filter((name) => !names.some((row) => row === name));
  if (strange.length > 0)
    throw new RangeError(`measure:gan-chapter: expected ${names.join(' | ')}, found ${strange.join(', ')}`);
  const known = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { rows: Row[] }).rows : [];
  const rows: Row[] = [];
  for (const row of names) {
    const before = known.find((stored) => stored.row === row);
    if (before && asked.length > 0 && !asked.includes(row)) {
      rows.push(before);
      continue;
    }
    const { params, seeds } = chapterSettings[row];
    const runs = [];
    for (const seed of seeds) {
      const { modes, modesMost, close, firstAll, js, jsFloor, pull, reason } = await runOnce(seed, params);
      runs.push({ seed, reason, modes, modesMost, close, firstAll, js, jsFloor, pull });
    }
    process.stderr.write(`${row}: ${JSON.stringify(runs)}\n`);
    rows.push({ row, ...{ steps: params.steps, runs } });
  }
  const report = { command: 'npm run measure:gan-chapter', executor: 'wasm', rows };
  writeFileSync(FILE, `${JSON.stringify(report, undefined, 2)}\n`);
} finally {
  await server.close();
}
