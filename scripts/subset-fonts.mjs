// Cuts the faces of the site down to the letters that a page of this course has. Writes src/styles/fonts/, which is
// committed: run it (`npm run fonts`) after an update of the packages named below.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subset from 'subset-font';

const serif = 'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4';
const katex = 'node_modules/katex/dist/fonts/KaTeX';
const upright = { wght: { min: 400, max: 700 } };
const regular = { wght: 400 };

/** Unicode ranges as CSS writes them → the characters in them. */
function expand(ranges) {
  return ranges
    .split(/,\s*/)
    .flatMap((range) => {
      const [from, to = from] = range.replace('U+', '').split('-');
      const start = parseInt(from, 16);
      return Array.from({ length: parseInt(to, 16) - start + 1 }, (_, index) => start + index);
    })
    .map((code) => String.fromCodePoint(code))
    .join('');
}

// The ranges stand in fonts.css and katex-fonts.ts too, as `unicode-range`.
const basic =
  'U+20-7E, U+A0, U+A7, U+AB, U+B0-B3, U+B7, U+BB-BD, U+D7, U+E4, U+E8-E9, U+F6, U+FC, U+2011-2014, U+2018-2019, U+201C-201D, U+2026, U+2192, U+2212';
const latin = 'U+A1-FF, U+131, U+152-153, U+2010-205F, U+20AC, U+2122';
const cyrillic = 'U+401, U+410-44F, U+451, U+2116';

const faces = [
  ['serif-basic', `${serif}-latin-wght-normal`, basic, upright],
  ['serif-latin', `${serif}-latin-wght-normal`, latin, upright],
  ['serif-cyrillic', `${serif}-cyrillic-wght-normal`, cyrillic, upright],
  ['serif-basic-italic', `${serif}-latin-wght-italic`, basic, regular],
  ['serif-cyrillic-italic', `${serif}-cyrillic-wght-italic`, cyrillic, regular],
  [
    'katex-main',
    `${katex}_Main-Regular`,
    'U+20-7E, U+A0, U+AC, U+B1, U+B7, U+D7, U+F7, U+2C9, U+2D9, U+391-3A9, U+200B, U+2013-2026, U+2032, U+20D7, U+2113, U+2190-21D5, U+2200-22EF, U+2308-230B, U+27E8-27FC, U+E020',
  ],
  ['katex-math', `${katex}_Math-Italic`, 'U+20-7E, U+3B1-3F5'],
  ['katex-blackboard', `${katex}_AMS-Regular`, 'U+41-5A'],
];

await mkdir('src/styles/fonts', { recursive: true });
for (const [name, source, ranges, variationAxes] of faces) {
  const font = await subset(await readFile(`${source}.woff2`), expand(ranges), {
    targetFormat: 'woff2',
    ...(variationAxes && { variationAxes }),
  });
  await writeFile(`src/styles/fonts/${name}.woff2`, font);
  console.log(`${name}.woff2  ${(font.length / 1024).toFixed(1)} KiB`);
}
