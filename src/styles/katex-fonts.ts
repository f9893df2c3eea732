import type { Plugin } from 'vite';

/**
 * KaTeX's stylesheet as this site needs it: text is never hidden while a font loads, and of the three formats of
 * each face only woff2 is kept (every browser that runs this course reads it).
 */
export function trimKatexCss(css: string): string {
  return css
    .replaceAll('font-display:block', 'font-display:swap')
    .replace(/,url\(fonts\/[^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '');
}

/** Vite plugin: runs `trimKatexCss` over `katex.min.css`. */
export function katexFonts(): Plugin {
  return {
    name: 'course-katex-fonts',
    enforce: 'pre',
    transform(code, id) {
      return /katex(?:\.min)?\.css(?:\?.*)?$/.test(id) ? { code: trimKatexCss(code), map: null } : undefined;
    },
  };
}
