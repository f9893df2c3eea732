// `npm run measure:critics`: trains the three critics of the chapter on losses (clipped, penalised, spectral norm) and writes
// src/components/figures/gan-losses/critic-slopes.json. Some ten seconds.
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { createServer } from 'vite';

const FILE = 'src/components/figures/gan-losses/critic-slopes.json';

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '~': `${process.cwd()}/src` } },
});
try {
  const load = (path: string) => server.ssrLoadModule(path);
  const { reportCritics } = (await load(
    '/src/components/figures/gan-losses/critic-report.ts',
  )) as typeof import('../src/components/figures/gan-losses/critic-report.ts');
  const { openWasm } = (await load(
    '/src/runtime/executors/wasm/session.ts',
  )) as typeof import('../src/runtime/executors/wasm/session.ts');
  writeFileSync(
    FILE,
    await format(JSON.stringify(await reportCritics(openWasm)), { parser: 'json', printWidth: 110 }),
  );
} finally {
  await server.close();
}
