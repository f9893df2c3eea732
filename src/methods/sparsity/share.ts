import { checkCount } from './masks';

/** @throws RangeError unless there is one finite claim ≥ 0 for each room. */
function checkClaims(claims: ArrayLike<number>, room: readonly number[]): void {
  if (claims.length !== room.length)
    throw new RangeError(`shareOut: ${claims.length} claims, but room in ${room.length} layers`);
  Array.from(claims).forEach((claim, layer) => {
    if (!(claim >= 0 && claim < Infinity))
      throw new RangeError(
        `shareOut: the claim of layer ${layer} must be at least 0 and finite, found ${claim}`,
      );
  });
}

/** The exact shares min(room, λ · claim) with sum `total`; where claims are used up, the room left counts as the claim. */
function exactShares(total: number, claims: ArrayLike<number>, room: readonly number[]): number[] {
  const shares = room.map(() => 0);
  let open = room.map((_, layer) => layer).filter((layer) => (room[layer] ?? 0) > 0);
  let left = total;
  while (left > 0 && open.length > 0) {
    const claimed = open.some((layer) => (claims[layer] ?? 0) > 0);
    const claimOf = (layer: number) => (claimed ? claims[layer] : room[layer]) ?? 0;
    const sum = open.reduce((all, layer) => all + claimOf(layer), 0);
    const per = left / sum;
    const full = open.filter((layer) => per * claimOf(layer) >= (room[layer] ?? 0));
    if (full.length === 0) {
      for (const layer of open) shares[layer] = per * claimOf(layer);
      return shares;
    }
    for (const layer of full) {
      shares[layer] = room[layer] ?? 0;
      left -= room[layer] ?? 0;
    }
    open = open.filter((layer) => !full.includes(layer));
  }
  return shares;
}

/**
 * Shares `total` connections out to layers in proportion to their claims, none more than it has room for. What a full layer cannot take goes to the others by their
 * claims; layers without a claim get only what no other can take, in proportion to their room.
 *
 * Whole numbers: each share is rounded down, and what is then missing goes to the largest remainders, of equal ones to the earlier layer. The sum is exactly `total`.
 * @param total a whole number 0 … sum of the room
 * @param claims ≥ 0, one for each layer
 * @param room places free in each layer
 * @throws RangeError if the lengths differ, a claim is negative or not finite, or there is not room enough.
 * @example shareOut(10, [1, 3, 1], [10, 4, 10]) // [3, 4, 3]
 */
export function shareOut(total: number, claims: ArrayLike<number>, room: readonly number[]): number[] {
  checkClaims(claims, room);
  checkCount('shareOut', total, room.reduce((all, places) => all + places, 0)); // prettier-ignore
  const exact = exactShares(total, claims, room);
  // 3 · (1/3) may lie a last digit below 1.
  const shares = exact.map((share, layer) => Math.min(room[layer] ?? 0, Math.floor(share + 1e-9)));
  let missing = total - shares.reduce((all, share) => all + share, 0);
  const order = exact
    .map((share, layer) => ({ layer, rest: share - (shares[layer] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.layer - b.layer);
  for (let i = 0; missing > 0; i = (i + 1) % order.length) {
    const layer = order[i]?.layer ?? 0;
    if ((shares[layer] ?? 0) >= (room[layer] ?? 0)) continue;
    shares[layer] = (shares[layer] ?? 0) + 1;
    missing--;
  }
  return shares;
}
