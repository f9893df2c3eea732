/** What of all is compared with the reference: on a slow device a part of it. */
export interface Extent {
  /** At most so many cases of an operation (default all). */
  readonly cases?: number;
  /** Which representative programs (default all). */
  readonly programs?: readonly string[];
}

/** For a GPU in software, which makes every shader anew: some cases of each operation, first and second order. */
export const SOFTWARE_GPU: Extent = {
  cases: 3,
  programs: ['toy GAN, began', 'toy GAN, wassersteinGp', 'convolutional critic with gradient penalty'],
};
