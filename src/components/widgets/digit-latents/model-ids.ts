import type { ModelName, Params } from './digit-latents.params';

/** The folder of a model. `vae-digits` has two numbers only; with sixteen the VAE of β = 1 stands for it. */
export function idOf(name: ModelName, size: Params['size']): string {
  if (name === 'ae') return `autoencoder-mnist-${size}d`;
  if (name === 'vae-digits') return size === '2' ? 'vae-digits' : idOf('vae-1', size);
  return `vae-mnist-${size}d-beta-${name.slice('vae-'.length).replace('.', '-')}`;
}

/** The models that settings ask for: one, or two that differ. */
export function chosenModels({ model, against, size }: Params): ModelName[] {
  const second = against === 'none' || idOf(against, size) === idOf(model, size) ? [] : [against];
  return [model, ...second];
}

/** Their folders. */
export const chosenIds = (params: Params): string[] =>
  chosenModels(params).map((name) => idOf(name, params.size));
