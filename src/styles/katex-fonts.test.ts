import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trimKatexCss } from './katex-fonts';

const css = trimKatexCss(readFileSync('node_modules/katex/dist/katex.min.css', 'utf8'), '../fonts');

it('never hides text and keeps one format of each face', () => {
  expect(css).not.toContain('font-display:block');
  expect(css).not.toMatch(/\.ttf|\.woff\)/);
  expect(css).toContain('fonts/KaTeX_Size2-Regular.woff2');
});

it('puts the split faces after the full ones, with their ranges', () => {
  for (const [full, part] of [
    ['KaTeX_Main-Regular', 'katex-main'],
    ['KaTeX_Math-Italic', 'katex-math'],
    ['KaTeX_AMS-Regular', 'katex-blackboard'],
  ] as const) {
    expect(css.indexOf(`fonts/${full}.woff2`)).toBeGreaterThan(0);
    expect(css.indexOf(`../fonts/${part}.woff2`)).toBeGreaterThan(css.indexOf(`fonts/${full}.woff2`));
  }
  expect(css.match(/unicode-range/g)).toHaveLength(3);
});
