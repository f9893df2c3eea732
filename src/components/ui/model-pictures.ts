import type { ImageMetadata } from 'astro';

/** The pictures of scripts/model-pictures.ts by model id. */
export const pictures: ReadonlyMap<string, ImageMetadata> = new Map(
  Object.entries(
    import.meta.glob<ImageMetadata>('./model-pictures/*.avif', { eager: true, import: 'default' }),
  ).map(([path, picture]) => [path.replace(/^.*\/|\.avif$/g, ''), picture]),
);
