// `npm run bench [-- --json] [--quick] [--node] [--browser] [--parity]`: times the executors beside TF.js and, where
// PYTHON (default python3) has PyTorch, beside that; in Node and in Chromium. --json prints JSON alone. --parity
// instead prints how far every executor in Chromium is from the reference (tests/e2e/executors.spec.ts judges it).
import { createServer } from 'vite';
import type * as Checks from '../tests/bench/checks.ts';
import type { Result } from '../tests/bench/contender.ts';
import { SOFTWARE_GPU } from '../tests/bench/extent.ts';
import { NODE_CONFIG, withHarness } from '../tests/bench/harness.ts';
import type * as InNode from '../tests/bench/in-node.ts';
import { table } from '../tests/bench/table.ts';

const flags = new Set(process.argv.slice(2));
const json = flags.has('--json');
const everywhere = !flags.has('--node') && !flags.has('--browser');
const port = Number(process.env['BENCH_PORT'] ?? 4402);
const python = process.env['PYTHON'] ?? 'python3';
const timing = flags.has('--quick') ? { slice: 200, repeats: 3 } : { slice: 1000, repeats: 5 };

/** Loads a module of the repository into this process, as Vite resolves it. */
async function inNode<T>(path: string, use: (module: never) => Promise<T>): Promise<T> {
  const server = await createServer(NODE_CONFIG);
  try {
    return await use((await server.ssrLoadModule(path)) as never);
  } finally {
    await server.close();
  }
}

async function bench(): Promise<void> {
  const results: Record<string, Result[]> = {};
  if (everywhere || flags.has('--node'))
    results['Node'] = await inNode('/tests/bench/in-node.ts', (module: typeof InNode) =>
      module.benchInNode(timing, python),
    );
  if (everywhere || flags.has('--browser'))
    results['Chromium'] = await withHarness(port, (page) =>
      page.evaluate((task) => ask(task), { name: 'bench', ...timing } as const),
    );
  console.log(json ? JSON.stringify({ timing, results }, null, 2) : table(results));
}

async function parity(): Promise<void> {
  const here = await inNode('/tests/bench/checks.ts', (module: typeof Checks) => module.fingerprint());
  await withHarness(port, async (page) => {
    const there = await page.evaluate(() => ask({ name: 'fingerprint' }));
    console.log(`fingerprint of wasm after 20 steps: Node ${here}, Chromium ${there}`);
    for (const executor of ['wasm', 'tfjs-wasm', 'tfjs-webgpu'] as const) {
      const extent = executor === 'tfjs-webgpu' ? SOFTWARE_GPU : {};
      const found = await page.evaluate((task) => ask(task), {
        name: 'deviations',
        executor,
        extent,
      } as const);
      const worst = [...found].sort((a, b) => b.error - a.error).slice(0, 5);
      console.log(`${executor}: ${found.length} checks, largest deviations`);
      for (const { name, error } of worst) console.log(`  ${name.padEnd(20)} ${error.toExponential(1)}`);
    }
  });
}

await (flags.has('--parity') ? parity() : bench());
