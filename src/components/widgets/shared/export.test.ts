import { describe, expect, test } from 'vitest';
import { closeGaps, wrapWords, writeCsv, writeJson, writeSnippet } from './export';

describe('comma-separated values', () => {
  test('numbers as they are, what is not finite stays empty', () => {
    expect(
      writeCsv([
        ['step', 'loss'],
        [25, 1.3862943611198906],
        [50, NaN],
      ]),
    ).toBe('step,loss\r\n25,1.3862943611198906\r\n50,\r\n');
  });

  test('commas, quotes and line ends are quoted', () => {
    expect(writeCsv([['a,b', 'say "D"', 'two\nlines']])).toBe('"a,b","say ""D""","two\nlines"\r\n');
  });
});

test('JSON keeps what is infinite or no number', () => {
  expect(JSON.parse(writeJson({ kl: Infinity, js: 0.5, rows: [['x'], [NaN]] }))).toEqual({
    kl: 'Infinity',
    js: 0.5,
    rows: [['x'], ['NaN']],
  });
});

test('the snippet carries the address and the title unharmed', () => {
  const snippet = writeSnippet('https://x.org/gan/?gan.v=1&gan.hide=seed,loss#gan', 'a "toy" GAN');
  expect(snippet).toContain('src="https://x.org/gan/?gan.v=1&amp;gan.hide=seed,loss#gan"');
  expect(snippet).toContain('title="a &quot;toy&quot; GAN"');
});

test('lines below a picture break between words and lose none', () => {
  const context = { measureText: (text: string) => ({ width: 10 * text.length }) as TextMetrics };
  expect(wrapWords(context, 'one two three four', 80)).toEqual(['one two', 'three', 'four']);
  expect(wrapWords(context, 'https://example.org/a-long-address of it', 80)).toEqual([
    'https://example.org/a-long-address',
    'of it',
  ]);
  expect(wrapWords(context, 'short', 80)).toEqual(['short']);
});

test('what stands between two pictures is left out of the picture of both', () => {
  const boxes = [
    { top: 0, bottom: 100 },
    { top: 300, bottom: 400 },
    { top: 300, bottom: 350 },
    { top: 405, bottom: 500 },
  ];
  expect(closeGaps(boxes)).toEqual([0, 188, 188, 188]);
  expect(closeGaps([{ top: 50, bottom: 90 }])).toEqual([0]);
});
