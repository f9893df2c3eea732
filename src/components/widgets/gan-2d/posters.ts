import type { ImageMetadata } from 'astro';
import type { PresetName } from './gan-2d.params';

/** A run whose last picture stands in the figure before Run; written by `scripts/posters.mjs`. */
interface Shot {
  readonly seed: number;
  readonly preset: string;
  readonly step: number;
  /** What Run downloads, compressed. */
  readonly bytes: number;
}

const shots = import.meta.glob<Shot>('./poster*.json', { eager: true, import: 'default' });
const pictures = import.meta.glob<ImageMetadata>('./poster*.webp', { eager: true, import: 'default' });

/**
 * The poster of a preset: a stored run of that very preset where there is one, else the one of the ring (its text says
 * which run it is).
 * @returns the run, and the addresses of its pictures in both themes
 * @throws when a picture is missing beside its `poster….json`
 * @example posterOf('ebgan').shot.seed // 0
 */
export function posterOf(preset: PresetName): { shot: Shot; light: string; dark: string } {
  const own = `./poster-${preset}`;
  const stem = shots[`${own}.json`] ? own : './poster';
  const shot = shots[`${stem}.json`];
  const light = pictures[`${stem}.webp`];
  const dark = pictures[`${stem}-dark.webp`];
  if (!shot || !light || !dark)
    throw new Error(
      `gan-2d: expected ${stem}.json, .webp and -dark.webp, found one missing; run scripts/posters.mjs`,
    );
  return { shot, light: light.src, dark: dark.src };
}
