import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presets } from '~/components/widgets/gan-2d/gan-2d.params';

const WIDGET = new URL('../../src/components/widgets/gan-2d/', import.meta.url);
const DOCS = new URL('../../src/content/docs/', import.meta.url);
const PAGES = ['index', 'gan', 'gan-losses', 'gan-energies', 'ru/index'];

/** The attributes of each `<Gan2d … />` of a page. */
const figuresOf = (page: string) =>
  [...readFileSync(new URL(`${page}.mdx`, DOCS), 'utf8').matchAll(/<Gan2d\b([^>]*)\/>/g)].map(
    ([, attributes = '']) => ({
      preset: /preset="(\w+)"/.exec(attributes)?.[1] ?? 'ring',
      seed: /seed=\{(\d+)\}/.exec(attributes)?.[1],
    }),
  );

describe.each(PAGES)('the figure of %s opens with a stored run of itself', (page) => {
  const figures = figuresOf(page);
  it('has one', () => {
    expect(figures).toHaveLength(1);
  });
  it.each(figures)('preset $preset', ({ preset, seed }) => {
    expect(Object.keys(presets)).toContain(preset);
    const stem = preset === 'ring' ? 'poster' : `poster-${preset}`;
    const shot = JSON.parse(readFileSync(new URL(`${stem}.json`, WIDGET), 'utf8')) as {
      preset: string;
      seed: number;
    };
    expect(shot.preset).toBe(preset);
    if (seed !== undefined) expect(shot.seed).toBe(Number(seed));
    for (const picture of [`${stem}.webp`, `${stem}-dark.webp`]) {
      expect(existsSync(new URL(picture, WIDGET)), picture).toBe(true);
      expect(statSync(new URL(picture, WIDGET)).size, picture).toBeLessThanOrEqual(9000);
    }
  });
});
