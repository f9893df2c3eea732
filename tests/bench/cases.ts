import type { GanKind, GanSizes } from './gan-programs';

/** What is timed as one step. */
export interface BenchCase {
  readonly id: string;
  readonly title: string;
  readonly kind: GanKind;
  readonly sizes: GanSizes & { readonly rows: number };
  /** Both players' steps, or the critic's alone. */
  readonly players: 'both' | 'critic';
}

export const CASES: readonly BenchCase[] = [
  {
    id: 'gan-64',
    title: 'GAN 2-64-64, batch 256, Adam on both',
    kind: 'non-saturating',
    sizes: { hidden: [64, 64], batch: 256, rows: 10_000 },
    players: 'both',
  },
  {
    id: 'gan-lab',
    title: "GAN Lab's preset: 10 hidden units, batch 150",
    kind: 'non-saturating',
    sizes: { hidden: [10], batch: 150, rows: 10_000 },
    players: 'both',
  },
  {
    id: 'wgan-gp',
    title: 'WGAN-GP critic 2-64-64, batch 256 (second order)',
    kind: 'wgan-gp',
    sizes: { hidden: [64, 64], batch: 256, rows: 10_000 },
    players: 'critic',
  },
];
