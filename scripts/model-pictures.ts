// Writes what the models' cards show from their shipped files, pictures and strings (one core, half a minute):
//   node scripts/model-pictures.ts
// Run it again after a model has changed; tests/models/model-pictures.test.ts fails until then.
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { createServer } from 'vite';

const FOLDER = 'src/components/ui/model-pictures';
const STRINGS = 'src/components/ui/model-strings';
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '~': `${process.cwd()}/src` } },
});
try {
  const { makeSheet, paint } = (await server.ssrLoadModule(
    '/scripts/model-sheet.ts',
  )) as typeof import('./model-sheet.ts');
  const { writesStrings, writeStrings } = (await server.ssrLoadModule(
    '/scripts/model-strings.ts',
  )) as typeof import('./model-strings.ts');
  const { kindOf } = (await server.ssrLoadModule(
    '/src/components/ui/model-sheet.ts',
  )) as typeof import('../src/components/ui/model-sheet.ts');
  const { manifests } = (await server.ssrLoadModule(
    '/src/components/ui/model-manifests.ts',
  )) as typeof import('../src/components/ui/model-manifests.ts');
  for (const manifest of manifests.values()) {
    if (writesStrings(manifest)) {
      const written = await writeStrings(manifest);
      writeFileSync(`${STRINGS}/${manifest.id}.json`, `${JSON.stringify(written, null, 2)}\n`);
      console.log(`${manifest.id}: ${written.length} strings`);
    }
    if (!kindOf(manifest)) continue;
    const { data, width, height } = paint(await makeSheet(manifest), 8);
    const { size } = await sharp(data, { raw: { width, height, channels: 1 } })
      .avif({ quality: 35, effort: 6, chromaSubsampling: '4:2:0' })
      .toFile(`${FOLDER}/${manifest.id}.avif`);
    console.log(`${manifest.id}: ${size} bytes`);
  }
} finally {
  await server.close();
}
