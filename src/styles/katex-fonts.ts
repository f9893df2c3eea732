import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Faces of which most formulas need only a part: the part is its own file and wins where it has the letter. */
const parts = [
  {
    full: 'KaTeX_Main-Regular',
    part: 'katex-main',
    range:
      'U+20-7E,U+A0,U+AC,U+B1,U+B7,U+D7,U+F7,U+2C9,U+2D9,U+391-3A9,U+200B,U+2013-2026,U+2032,U+20D7,U+2113,U+2190-21D5,U+2200-22EF,U+2308-230B,U+27E8-27FC,U+E020',
  },
  { full: 'KaTeX_Math-Italic', part: 'katex-math', range: 'U+20-7E,U+3B1-3F5' },
  { full: 'KaTeX_AMS-Regular', part: 'katex-blackboard', range: 'U+41-5A' },
];

/**
 * KaTeX's stylesheet as this site needs it: text is never hidden while a font loads, of the three formats of each face
 * only woff2 is kept (every browser that runs this course reads it), and the three large faces are split.
 * @param fonts path of `src/styles/fonts` as seen from the stylesheet
 */
export function trimKatexCss(css: string, fonts: string): string {
  const faces = /@font-face\{[^}]*\}/g;
  return css
    .replaceAll('font-display:block', 'font-display:swap')
    .replace(/,url\(fonts\/[^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
    .replace(faces, (face) => {
      const split = parts.find(({ full }) => face.includes(`fonts/${full}.woff2`));
      if (!split) return face;
      const part = face.replace(`fonts/${split.full}`, `${fonts}/${split.part}`);
      return face + part.replace(/\}$/, `;unicode-range:${split.range}}`);
    });
}

/** Vite plugin: runs `trimKatexCss` over `katex.min.css`. */
export function katexFonts(): Plugin {
  const folder = fileURLToPath(new URL('./fonts', import.meta.url));
  return {
    name: 'course-katex-fonts',
    enforce: 'pre',
    transform(code, id) {
      const file = id.replace(/\?.*$/, '');
      if (!file.endsWith('/katex.min.css')) return undefined;
      return { code: trimKatexCss(code, relative(dirname(file), folder)), map: null };
    },
  };
}
