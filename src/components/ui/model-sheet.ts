import type { ModelManifest } from '~/schemas/model';

/** What the picture on a model's card shows (made by scripts/model-pictures.ts). */
export type SheetKind = 'grid' | 'samples' | 'fitted-grid' | 'fitted' | 'restored' | 'asked';

/** By its id and its inputs; undefined: the model does not draw digits. */
export function kindOf({ id, inputs }: Pick<ModelManifest, 'id' | 'inputs'>): SheetKind | undefined {
  const [code] = inputs;
  if (code?.name !== 'z') return undefined;
  if (id.startsWith('aae')) return 'asked';
  // Its figure on the same page shows the plane.
  if (id === 'vae-digits') return undefined;
  if (id.startsWith('denoiser')) return 'restored';
  const plane = code.shape[1] === 2;
  if (id.startsWith('vae')) return plane ? 'grid' : 'samples';
  return plane ? 'fitted-grid' : 'fitted';
}
