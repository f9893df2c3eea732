import { expect, it } from 'vitest';
import type { PagefindData } from './pagefind.ts';
import { rankHits, type Hit } from './rank.ts';

const page = (url: string, title = url, meta = {}): PagefindData => ({
  url,
  excerpt: '',
  meta: { title, ...meta },
  sub_results: [],
});
const hit = (data: PagefindData, count: number, score = 1): Hit => ({ data, count, score });
const urls = (hits: readonly Hit[]) => hits.map(({ data }) => data.url);

it('puts what has more of the words, and rarer ones, first', () => {
  const [both, rare, common] = [page('/both'), page('/rare'), page('/common')];
  const often = [hit(both, 3), hit(common, 3), hit(page('/d'), 3)];
  const found = rankHits([[hit(both, 1), hit(rare, 1)], often], [['q'], ['z']]);
  expect(urls(found).slice(0, 2)).toEqual(['/both', '/rare']);
});

it('prefers a word of the title', () => {
  const found = rankHits(
    [[hit(page('/x', 'other'), 2), hit(page('/y', 'Optimal critics'), 2)]],
    [['critic']],
  );
  expect(urls(found)[0]).toBe('/y');
});

it('counts a translation half and a list of terms little', () => {
  const found = rankHits([[hit(page('/asked'), 1)], [hit(page('/translated'), 1)]], [['q'], ['r']], 1);
  expect(urls(found)).toEqual(['/asked', '/translated']);
  const lists = rankHits(
    [[hit(page('/list', 'list', { weight: '0.4' }), 2), hit(page('/chapter'), 2)]],
    [['a']],
  );
  expect(urls(lists)).toEqual(['/chapter', '/list']);
});

it('leaves out what has little of what was asked', () => {
  const best = page('/best', 'a b c');
  const found = rankHits(
    [[hit(best, 1)], [hit(best, 1)], [hit(best, 1)], [hit(best, 9), hit(page('/chance'), 9)]],
    [['a'], ['b'], ['c'], ['d']],
  );
  expect(urls(found)).toEqual(['/best']);
});
