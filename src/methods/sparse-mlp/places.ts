/**
 * Numbers of the entries of a mask, and back: what a sparse layer holds, beside what methods read.
 * @param dense row-major numbers of the whole layer
 * @param mask as long; 1 where an entry is
 * @param capacity length of the result; behind the last entry stand zeros
 * @throws RangeError if the lengths differ or there are more entries than room
 * @example gatherEntries([5, 6, 7], Uint8Array.of(1, 0, 1), 3) // [5, 7, 0]
 */
export function gatherEntries(
  dense: ArrayLike<number>,
  mask: Uint8Array,
  capacity: number,
): Float32Array<ArrayBuffer> {
  checkLength('gatherEntries', dense, mask);
  const entries = new Float32Array(capacity);
  let entry = 0;
  mask.forEach((active, place) => {
    if (active === 0) return;
    if (entry < capacity) entries[entry] = dense[place] ?? NaN;
    entry += 1;
  });
  if (entry > capacity)
    throw new RangeError(`gatherEntries: ${entry} entries do not fit into room for ${capacity}`);
  return entries;
}

/**
 * The whole layer of its entries: 0 where the mask has none.
 * @throws RangeError if there are fewer numbers than entries
 * @example spreadEntries([5, 7, 0], Uint8Array.of(1, 0, 1)) // [5, 0, 7]
 */
export function spreadEntries(entries: ArrayLike<number>, mask: Uint8Array): Float32Array<ArrayBuffer> {
  const dense = new Float32Array(mask.length);
  let entry = 0;
  mask.forEach((active, place) => {
    if (active === 0) return;
    if (entry >= entries.length)
      throw new RangeError(`spreadEntries: expected a number for each entry, found ${entries.length} in all`);
    dense[place] = entries[entry] ?? NaN;
    entry += 1;
  });
  return dense;
}

function checkLength(name: string, dense: ArrayLike<number>, mask: Uint8Array): void {
  if (dense.length !== mask.length)
    throw new RangeError(`${name}: the mask has ${mask.length} entries, but the layer ${dense.length}`);
}
