import { expect, it } from 'vitest';
import { dropUnused, listClasses } from './unused-css';

const css = '.hero{color:red}.hero .title{color:blue}.used{color:red}.ours{color:red}h1{color:red}';

it('drops rules of classes that nothing on the site mentions, and only those it may drop', () => {
  const result = dropUnused(css, new Set(['hero', 'title', 'used']), '<p class="used title">');
  expect(result).not.toContain('hero');
  for (const kept of ['.used', '.ours', 'h1']) expect(result).toContain(kept);
});

it('lists class names and no decimal numbers', () => {
  expect([...listClasses('.a-b:where(.c){margin:.5em 1.25rem}.katex .mord{}')]).toEqual([
    'a-b',
    'c',
    'katex',
    'mord',
  ]);
});
