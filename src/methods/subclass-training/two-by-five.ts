import type { Pictures, PictureSet } from '~/methods/sparse-training/pictures';

/**
 * The same pictures with two classes instead of C: the first half of the labels, and the second.
 * @param set C classes, C even
 * @throws RangeError if C is odd
 * @see Müller, Kornblith and Hinton, "Subclass distillation", 2020 (arXiv 2002.03936): CIFAR-2×5 is made of CIFAR-10 like this
 */
export function halves(set: PictureSet): PictureSet {
  if (set.classes % 2 !== 0)
    throw new RangeError(`halves: expected an even number of classes, found ${set.classes}`);
  const relabel = (pictures: Pictures): Pictures => ({
    ...pictures,
    labels: pictures.labels.map((label) => Number(label >= set.classes / 2)),
  });
  return { ...set, classes: 2, train: relabel(set.train), test: relabel(set.test) };
}

/**
 * The same set with only the first training pictures; the test pictures stay.
 * @param count 1 … all
 * @throws RangeError if there are not as many
 */
export function firstPictures(set: PictureSet, count: number): PictureSet {
  const { train, pixels } = set;
  if (!Number.isInteger(count) || count < 1 || count > train.count)
    throw new RangeError(
      `firstPictures: expected a whole number in 1 … ${train.count} of pictures, found ${count}`,
    );
  return {
    ...set,
    train: {
      count,
      pictures: train.pictures.subarray(0, count * pixels),
      labels: train.labels.subarray(0, count),
    },
  };
}
