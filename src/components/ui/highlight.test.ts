import { describe, expect, it } from 'vitest';
import { tokenize } from './highlight';

const code = `/** Not a 'string', not a return. */
export function of_<T>(value: T): string {
  const text = 'it\\'s // no comment'; // but this is
  return text.of + \`a \${value} return\`;
}`;

describe('tokenize', () => {
  const tokens = tokenize(code);
  const pick = (kind: string) => tokens.filter((token) => token.kind === kind).map((token) => token.text);

  it('loses no character', () => {
    expect(tokens.map((token) => token.text).join('')).toBe(code);
  });
  it('knows comments from strings, whichever contains the other', () => {
    expect(pick('comment')).toEqual(["/** Not a 'string', not a return. */", '// but this is']);
    expect(pick('string')).toEqual(["'it\\'s // no comment'", '`a ${value} return`']);
  });
  it('takes whole words for keywords, and no property of that name', () => {
    expect(pick('keyword')).toEqual(['export', 'function', 'const', 'return']);
  });
});
