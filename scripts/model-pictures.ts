// Writes the pictures on the cards of the digit models from their shipped files (one core, half a minute):
//   node scripts/model-pictures.ts
// Run it again after a model has changed; tests/models/model-pictures.test.ts fails until then.
import sharp from 'sharp';
import { createServer } from 'vite';

const FOLDER = 'src/components/ui/model-pictures';
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
  const { kindOf } = (await server.ssrLoadModule(
    '/src/components/ui/model-sheet.ts',
  )) as typeof import('../src/components/ui/model-sheet.ts');
  const { manifests } = (await server.ssrLoadModule(
    '/src/components/ui/model-manifests.ts',
  )) as typeof import('../src/components/ui/model-manifests.ts');
  for (const manifest of manifests.values()) {
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
