import type { ModelName, Params } from './digit-latents.params';

type Size = Params['size'];

/** `vae-digits` has two numbers only; with sixteen the VAE of β = 1 stands for it. */
const standIn = (name: ModelName, size: Size): ModelName =>
  name === 'vae-digits' && size === '16' ? 'vae-1' : name;

/** The folder of a model. */
export function idOf(asked: ModelName, size: Size): string {
  const name = standIn(asked, size);
  if (name === 'ae') return `autoencoder-mnist-${size}d`;
  if (name === 'vae-digits') return name;
  return `vae-mnist-${size}d-beta-${name.slice('vae-'.length).replace('.', '-')}`;
}

/** The models that settings ask for: one, or two that differ. */
export function chosenModels({ model, against, size }: Params): ModelName[] {
  const first = standIn(model, size);
  const second = against === 'none' ? first : standIn(against, size);
  return second === first ? [first] : [first, second];
}

/** Their folders. */
export const chosenIds = (params: Params): string[] =>
  chosenModels(params).map((name) => idOf(name, params.size));
