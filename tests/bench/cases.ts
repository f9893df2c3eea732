import type { ConvSizes } from './conv-programs.ts';
import type { GanKind, GanSizes } from './gan-programs.ts';
import type { SparseBenchSizes } from './sparse-programs.ts';
import type { VaeBenchSizes } from './vae-programs.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

/** A GAN of multi-layer perceptrons in the plane. */
export interface PlaneCase extends Named {
  readonly kind: GanKind;
  readonly sizes: GanSizes & { readonly rows: number };
  /** Both players' steps, or the critic's alone. */
  readonly players: 'both' | 'critic';
}

/** The critic of a GAN of convolutions. */
export interface ImageCase extends Named {
  readonly kind: 'convolutions';
  readonly sizes: ConvSizes;
}

/** A variational autoencoder of multi-layer perceptrons. */
export interface VaeCase extends Named {
  readonly kind: 'vae';
  readonly sizes: VaeBenchSizes;
}

/** A classifier that lacks some of its connections. */
export interface SparseCase extends Named {
  readonly kind: 'sparse';
  readonly sizes: SparseBenchSizes;
}

/** What is timed as one step. */
export type BenchCase = PlaneCase | ImageCase | VaeCase | SparseCase;

/** LeNet-300-100 at these sparsities; PyTorch beside them is always the dense one. */
const SPARSITIES = [0, 0.5, 0.8, 0.9, 0.95, 0.99] as const;

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
  {
    id: 'conv-16',
    title: 'Convolutional critic, 16 × 16, 16 and 32 channels, batch 32',
    kind: 'convolutions',
    sizes: { side: 16, channels: 16, batch: 32, rows: 500 },
  },
  {
    id: 'conv-28',
    title: 'Convolutional critic, 28 × 28, 32 and 64 channels, batch 32',
    kind: 'convolutions',
    sizes: { side: 28, channels: 32, batch: 32, rows: 500 },
  },
  {
    id: 'vae-train',
    title: 'VAE 196-128-128-2-128-128-196, batch 128 (the widget vae-train)',
    kind: 'vae',
    sizes: { pixels: 196, hidden: 128, code: 2, batch: 128, rows: 8192 },
  },
  ...SPARSITIES.map((sparsity): SparseCase => ({
    id: `lenet-${Math.round(100 * sparsity)}`,
    title: `LeNet-300-100 with ${Math.round(100 * sparsity)}% of its weights left out, batch 100, momentum (PyTorch: all weights)`,
    kind: 'sparse',
    sizes: { batch: 100, sparsity },
  })),
];
