/** The data sets of a GAN in the plane; `drawn` is the reader's own drawing. All lie inside |x|, |y| ≤ 3. */
export const DATA_SETS = ['ring', 'moons', 'grid', 'spiral', 'line', 'checkerboard', 'drawn'] as const;
export type DataName = (typeof DATA_SETS)[number];
