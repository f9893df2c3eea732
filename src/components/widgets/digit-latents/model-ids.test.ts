import { expect, test } from 'vitest';
import { presets } from './digit-latents.params';
import { chosenIds, chosenModels } from './model-ids';

test('one model, or two that differ', () => {
  expect(chosenIds(presets.walk)).toEqual(['vae-digits']);
  expect(chosenIds(presets.hole)).toEqual(['autoencoder-mnist-2d', 'vae-mnist-2d-beta-1']);
  expect(chosenIds(presets.betas)).toEqual(['vae-mnist-2d-beta-0-25', 'vae-mnist-2d-beta-16']);
  expect(chosenIds({ ...presets.hole, against: 'ae' })).toEqual(['autoencoder-mnist-2d']);
});

test('the wide VAE has no sixteen numbers: the VAE of β = 1 stands for it, under its own name', () => {
  expect(chosenModels({ ...presets.walk, size: '16', against: 'vae-1' })).toEqual(['vae-1']);
  expect(chosenIds({ ...presets.walk, size: '16' })).toEqual(['vae-mnist-16d-beta-1']);
});
