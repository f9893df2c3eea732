import type { Manifests } from '~/components/ui/model-manifests';

/** One trained VAE of digits, as its manifest says. */
export interface BetaRun {
  readonly id: string;
  /** Numbers of the code. */
  readonly code: number;
  readonly beta: number;
  /** Metrics by name. */
  readonly metrics: ReadonlyMap<string, number>;
  /** KL of each coordinate, nats, from the largest; empty where the manifest does not have them. */
  readonly klByCoordinate: readonly number[];
}

/** "0-25" is 0.25: a point cannot stand in the name of a folder's model. */
const betaOf = (text: string) => Number(text.replace('-', '.'));

/** All VAEs of digits that are shipped, by size of the code, then by β: one that is trained later comes in by itself. */
export function findBetaRuns(manifests: Manifests): BetaRun[] {
  const runs = [...manifests.values()].flatMap((manifest): BetaRun[] => {
    const [, code, beta] = /^vae-mnist-(\d+)d-beta-([\d-]+)$/.exec(manifest.id) ?? [];
    if (code === undefined || beta === undefined) return [];
    const metrics = new Map(Object.entries(manifest.metrics).map(([name, { value }]) => [name, value]));
    const klByCoordinate = [...metrics]
      .filter(([name]) => /^test-kl-\d+$/.test(name))
      .map(([, value]) => value)
      .sort((a, b) => b - a);
    return [{ id: manifest.id, code: Number(code), beta: betaOf(beta), metrics, klByCoordinate }];
  });
  return runs.sort((a, b) => a.code - b.code || a.beta - b.beta);
}
