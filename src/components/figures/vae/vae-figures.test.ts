import { expect, test } from 'vitest';
import { manifests } from '~/components/ui/model-manifests';
import { findBetaRuns } from './beta-runs';
import { findHoles, planes, spreadOf } from './code-planes';

test('random codes fall into holes of the autoencoder, three neighbour distances off; the VAE’s nearly fill the prior', () => {
  const [holes, filled] = [findHoles(planes.autoencoder, 'fitted'), findHoles(planes.variational, 'prior')];
  expect(holes.median).toBeGreaterThan(2.5);
  expect(filled.median).toBeLessThan(1.5);
  // The same law for both gives the same verdict.
  expect(findHoles(planes.variational, 'fitted').median).toBeLessThan(2);
});

test('means of the VAE’s codes are spread more widely than the prior', () => {
  for (const variance of spreadOf(planes.variational)) expect(variance).toBeGreaterThan(1.1);
});

test('the shipped VAEs of digits, by size and β, each with its coordinates', () => {
  const runs = findBetaRuns(manifests);
  expect(runs.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['vae-mnist-2d-beta-1', 'vae-mnist-16d-beta-1', 'vae-mnist-16d-beta-4']),
  );
  for (const { code, beta, klByCoordinate, metrics } of runs) {
    expect(beta).toBeGreaterThan(0);
    expect(klByCoordinate).toHaveLength(code);
    const sum = klByCoordinate.reduce((total, value) => total + value, 0);
    expect(Math.abs(sum - (metrics.get('test-kl') ?? NaN))).toBeLessThan(0.02 * code);
    expect((metrics.get('test-reconstruction') ?? NaN) - (metrics.get('test-kl') ?? NaN)).toBeCloseTo(metrics.get('test-elbo') ?? NaN, 1); // prettier-ignore
  }
  const keys = runs.map(({ code, beta }) => 1000 * code + beta);
  expect(keys).toEqual([...keys].sort((a, b) => a - b));
});
