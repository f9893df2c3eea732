import { describe, expect, it } from 'vitest';
import { firstSentence, parseDoc, renderDocLine, renderDocText, splitDoc } from './doc-comment';
import { listFunctions, methodNames } from './method-source';

const code = `/**
 * A loss: $L_D$ of \`x\`, and
 * its **sign**.
 *
 * $$L = \\frac1n \\sum_i
 *   x_i$$
 *
 * Convention: a < b.
 * @param x data, [batch, 1],
 *   or any shape
 * @param options.fuse - for tests
 * @returns scalar
 */
export function loss(x: Node): Node {
  return mean(x); /* kept */
}`;

describe('splitDoc and parseDoc', () => {
  it('part the comment from the code', () => {
    const { comment, body } = splitDoc(code);
    expect(comment.endsWith('*/')).toBe(true);
    expect(body.startsWith('export function loss')).toBe(true);
    expect(splitDoc(body)).toEqual({ comment: '', body });
  });
  it('read text and tags, over lines too', () => {
    const { text, tags } = parseDoc(splitDoc(code).comment);
    expect(text.startsWith('A loss')).toBe(true);
    expect(tags).toEqual([
      { tag: 'param', name: 'x', text: 'data, [batch, 1],\n  or any shape' },
      { tag: 'param', name: 'options.fuse', text: 'for tests' },
      { tag: 'returns', text: 'scalar' },
    ]);
  });
  it('read a comment of one line', () => {
    expect(parseDoc('/** λ of the paper. */')).toEqual({ text: 'λ of the paper.', tags: [] });
  });
});

describe('renderDocText', () => {
  it('sets formulas, code and paragraphs, and escapes the rest', () => {
    const html = renderDocText(parseDoc(splitDoc(code).comment).text, 'loss.ts');
    expect(html.match(/<p>/g)).toHaveLength(2);
    expect(html).toContain('class="katex-display"');
    expect(html).toContain('<code>x</code>, and its <strong>sign</strong>');
    expect(html).toContain('a &#60; b');
    expect(html).not.toContain('$');
  });
  it('names the file of bad TeX', () => {
    expect(() => renderDocLine('$\\frac{1$', 'loss.ts')).toThrow('loss.ts');
  });
});

it('the first sentence stands for the whole', () => {
  expect(firstSentence('The loss of D, to be\nminimised: low on data. More.')).toBe(
    'The loss of D, to be minimised.',
  );
});

describe.each(methodNames)('every function of %s', (method) => {
  it.each(listFunctions(method).map((found) => [found.name, found] as const))('%s reads', (_, found) => {
    const { text, tags } = parseDoc(splitDoc(found.code).comment);
    expect(text, `${found.file}: ${found.name} has no doc comment`).not.toBe('');
    for (const each of [text, ...tags.map((tag) => tag.text)])
      expect(() => renderDocText(each, found.file)).not.toThrow();
  });
});
