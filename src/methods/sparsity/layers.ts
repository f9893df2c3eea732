import { showShape, type Shape } from '~/autodiff/graph';

/** A layer whose weights may be masked. Biases and normalisation are not counted: they stay dense. */
export interface SparseLayer {
  /** For messages and pictures. */
  readonly name: string;
  /** [inputs, outputs] of a fully connected layer, [rows, columns, inputs, outputs] of a convolution's kernel. */
  readonly shape: Shape;
  /** How often each weight is used for one example: 1 (the default) if fully connected, output rows × columns of a convolution. */
  readonly positions?: number;
}

/**
 * Guards a sparsity S, the share of weights that are zero.
 * @throws RangeError unless 0 ≤ S < 1: at 1 nothing would be left.
 */
export function checkSparsity(name: string, sparsity: number): void {
  if (!(sparsity >= 0 && sparsity < 1))
    throw new RangeError(`${name}: sparsity must be in [0, 1), found ${sparsity}`);
}

/**
 * The number of weights of a layer, dense.
 * @throws RangeError unless the shape has 2 or 4 whole sizes ≥ 1 and `positions` is a whole number ≥ 1.
 * @example weightCount({ name: 'fc1', shape: [784, 300] }) // 235200
 */
export function weightCount({ name, shape, positions = 1 }: SparseLayer): number {
  if (
    (shape.length !== 2 && shape.length !== 4) ||
    !shape.every((size) => Number.isInteger(size) && size > 0)
  )
    throw new RangeError(
      `layer ${name}: the shape must be [inputs, outputs] or [rows, columns, inputs, outputs] of whole numbers ≥ 1, found ${showShape(shape)}`,
    );
  if (!Number.isInteger(positions) || positions < 1)
    throw new RangeError(`layer ${name}: positions must be a whole number of at least 1, found ${positions}`);
  return shape.reduce((product, size) => product * size, 1);
}

/** Weights of all layers, dense. `weightTotal(lenet300100()) === 266200` */
export function weightTotal(layers: readonly SparseLayer[]): number {
  return layers.reduce((total, layer) => total + weightCount(layer), 0);
}

/** LeNet-300-100 on 28 × 28 pictures: 266,200 weights. */
export function lenet300100(): SparseLayer[] {
  return [
    { name: 'fc1', shape: [784, 300] },
    { name: 'fc2', shape: [300, 100] },
    { name: 'fc3', shape: [100, 10] },
  ];
}

/** Blocks, inner channels and side of the output of ResNet-50's four stages. */
const STAGES = [[3, 64, 56], [4, 128, 28], [6, 256, 14], [3, 512, 7]] as const; // prettier-ignore

/**
 * ResNet-50 on 224 × 224 pictures: 53 convolutions and the classifier, 25,502,912 weights.
 *
 * Convention: the stride of a stage stands in the 3 × 3 convolution of its first block ("v1.5", as in PyTorch and in the code that
 * RigL was measured with), so that the 1 × 1 before it still works at the larger side.
 * @see He, Zhang, Ren and Sun, "Deep residual learning for image recognition", CVPR 2016, Table 1
 */
export function resnet50(): SparseLayer[] {
  const layers: SparseLayer[] = [{ name: 'conv1', shape: [7, 7, 3, 64], positions: 112 * 112 }];
  let channels = 64;
  STAGES.forEach(([blocks, inner, side], stage) => {
    for (let block = 0; block < blocks; block++) {
      const name = `stage${stage + 1}.${block}`;
      const before = block === 0 && stage > 0 ? 2 * side : side;
      const positions = side * side;
      layers.push({ name: `${name}.conv1`, shape: [1, 1, channels, inner], positions: before * before });
      layers.push({ name: `${name}.conv2`, shape: [3, 3, inner, inner], positions });
      layers.push({ name: `${name}.conv3`, shape: [1, 1, inner, 4 * inner], positions });
      if (block === 0)
        layers.push({ name: `${name}.shortcut`, shape: [1, 1, channels, 4 * inner], positions });
      channels = 4 * inner;
    }
  });
  return [...layers, { name: 'fc', shape: [2048, 1000] }];
}

/**
 * A small convolutional network on 28 × 28 pictures, 46,608 weights: two convolutions of 5 × 5 without padding, each followed by a 2 × 2 pooling, and two fully
 * connected layers. Its convolutions hold under a third of the weights and take most of the operations.
 */
export function smallConvNet(): SparseLayer[] {
  return [
    { name: 'conv1', shape: [5, 5, 1, 16], positions: 24 * 24 },
    { name: 'conv2', shape: [5, 5, 16, 32], positions: 8 * 8 },
    { name: 'fc1', shape: [512, 64] },
    { name: 'fc2', shape: [64, 10] },
  ];
}
