import { describe, expect, it } from 'vitest';
import { withBase } from './base';

describe('withBase', () => {
  it('prefixes a root-relative path, whichever way the base is written', () => {
    for (const base of ['/course', '/course/'])
      expect(withBase('/gan/#loss', base)).toBe('/course/gan/#loss');
  });
  it('leaves everything alone at the root', () => {
    expect(withBase('/gan/', '/')).toBe('/gan/');
  });
  it('leaves full URLs, protocol-relative URLs, anchors and relative paths alone', () => {
    for (const url of ['https://example.org/a', '//example.org/a', '#eq-value', '../vae/', 'mailto:a@b.c'])
      expect(withBase(url, '/course/')).toBe(url);
  });
  it('does not prefix twice, but is not fooled by a page whose name begins like the base', () => {
    expect(withBase('/course/gan/', '/course/')).toBe('/course/gan/');
    expect(withBase('/courses/', '/course/')).toBe('/course/courses/');
  });
});
