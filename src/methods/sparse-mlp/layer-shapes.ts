import type { SparseLayer } from '~/methods/sparsity/layers';

/** A convolution of stride 1 without padding, then ReLU, then the largest of each 2 × 2. */
export interface Convolution {
  /** Side k of the kernel. */
  readonly size: number;
  /** Output channels. */
  readonly channels: number;
}

/** What a network is made of, before any weight. */
export interface Architecture {
  /** Features: the pixels (of a square picture with one channel, if there are convolutions), hidden layers, classes. */
  readonly sizes: readonly number[];
  /** Before the fully connected layers; default: none. */
  readonly convolutions?: readonly Convolution[] | undefined;
}

/** Where a convolution's windows lie. Channels are the slowest index of an image, then rows, then columns. */
export interface Windows {
  /** k */
  readonly size: number;
  /** Side of the square input and its channels. */
  readonly side: number;
  readonly channels: number;
  /** Side of the output before it is halved. */
  readonly positions: number;
}

/** A layer as a matrix [outputs, inputs]; a convolution's inputs are those of one window, channel by channel, row by row. */
export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
  readonly windows?: Windows;
}

/**
 * The layers of an architecture.
 * @throws RangeError if pixels are no square or a convolution does not fit its input
 * @example layerShapes({ sizes: [784, 300, 10] }) // 300 × 784 and 10 × 300
 */
export function layerShapes({ sizes, convolutions = [] }: Architecture): LayerShape[] {
  const shapes: LayerShape[] = [];
  let [features = 0] = sizes;
  let [side, channels] = [Math.sqrt(features), 1];
  if (convolutions.length > 0 && !Number.isInteger(side))
    throw new RangeError(`layers: convolutions need a square picture, found ${features} pixels`);
  for (const { size, channels: outputs } of convolutions) {
    const positions = side - size + 1;
    if (!Number.isInteger(size) || size < 1 || positions < 2 || positions % 2 !== 0)
      throw new RangeError(
        `layers: a kernel of side ${size} on a side of ${side} must leave an even number of places, found ${positions}`,
      );
    if (!Number.isInteger(outputs) || outputs < 1)
      throw new RangeError(`layers: channels must be a whole number of at least 1, found ${outputs}`);
    shapes.push({ inputs: size * size * channels, outputs, windows: { size, side, channels, positions } });
    [side, channels] = [positions / 2, outputs];
    features = side * side * channels;
  }
  for (const outputs of sizes.slice(1)) {
    shapes.push({ inputs: features, outputs });
    features = outputs;
  }
  return shapes;
}

/** The same for counting: conv1, conv2, …, fc1, fc2, … with how often each weight is used. */
export function countedLayers(architecture: Architecture): SparseLayer[] {
  const before = architecture.convolutions?.length ?? 0;
  return layerShapes(architecture).map(({ inputs, outputs, windows }, at) =>
    windows
      ? {
          name: `conv${at + 1}`,
          shape: [windows.size, windows.size, windows.channels, outputs],
          positions: windows.positions ** 2,
        }
      : { name: `fc${at - before + 1}`, shape: [inputs, outputs] },
  );
}

/**
 * Which feature of an image each window sees: row numbers of [channels × side × side, …] for each input of the kernel at each position, [inputs × positions²].
 * @example windowRows({ size: 2, side: 3, channels: 1, positions: 2 }) // [0, 1, 3, 4, 1, 2, 4, 5, …]
 */
export function windowRows({ size, side, channels, positions }: Windows): Float32Array {
  const rows = new Float32Array(size * size * channels * positions * positions);
  let at = 0;
  for (let channel = 0; channel < channels; channel++)
    for (let down = 0; down < size; down++)
      for (let across = 0; across < size; across++)
        for (let row = 0; row < positions; row++)
          for (let column = 0; column < positions; column++)
            rows[at++] = channel * side * side + (row + down) * side + column + across;
  return rows;
}
