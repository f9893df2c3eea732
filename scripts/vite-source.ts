// The course's own modules in a script: Vite reads them as the site does.
import { readFileSync } from 'node:fs';
import { createServer } from 'vite';

type Load = <Module>(path: string) => Promise<Module>;

/** Runs `use` with a loader of modules under /src; the server ends with it. */
export async function withSource<Result>(use: (load: Load) => Promise<Result>): Promise<Result> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { '~': `${process.cwd()}/src` } },
  });
  try {
    return await use(async <Module>(path: string) => (await server.ssrLoadModule(path)) as Module);
  } finally {
    await server.close();
  }
}

/** The shipped training pictures of Fashion-MNIST and what their manifest calls them. */
export async function readClothes(load: Load) {
  const { inflate, readPack } = await load<typeof import('../src/components/widgets/shared/picture-pack.ts')>(
    '/src/components/widgets/shared/picture-pack.ts',
  );
  const manifest = JSON.parse(readFileSync('public/data/fashion-28/data.json', 'utf8')) as Parameters<
    typeof readPack
  >[1] & { file: { path: string }; data: { name: string } };
  const packed = new Uint8Array(readFileSync(`public/data/fashion-28/${manifest.file.path}`));
  return { data: readPack(await inflate(packed, manifest.id), manifest), name: manifest.data.name };
}
