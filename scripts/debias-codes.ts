// Writes what the widget `debias` looks at: two uneven collections of MNIST test digits, their codes by the shipped VAE of 16 numbers,
// and their pictures (a few seconds):
//   node scripts/debias-codes.ts
// tests/models/debias-codes.test.ts compares both with the shipped encoder and the test set.
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { encodeCollections, paintTiles } from './debias-collections.ts';

const FOLDER = 'src/components/widgets/debias';
const collections = await encodeCollections();
writeFileSync(`${FOLDER}/codes.json`, `${JSON.stringify(collections)}\n`);
const { data, width, height } = paintTiles(collections);
const { size } = await sharp(data, { raw: { width, height, channels: 1 } })
  .avif({ quality: 40, effort: 6, chromaSubsampling: '4:2:0' })
  .toFile(`${FOLDER}/digits.avif`);
console.log(
  `${Object.values(collections)
    .map(({ tests }) => tests.length)
    .join(' + ')} digits, ${size} bytes of pictures`,
);
