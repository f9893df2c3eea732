/**
 * Moves names that would lie on one another apart along one axis, as little as possible: the least $\sum_i (p_i - w_i)^2$ over
 * places $p$ in the order of the wanted ones $w$, neighbours at least `gap` from each other. With $q_i = p_i - i\,\text{gap}$
 * that is isotonic regression, solved by pooling adjacent violators (Ayer et al. 1955).
 * @param wanted pixels, in any order; a name whose place is not finite is put at `low`
 * @param gap pixels between neighbours, ≥ 0
 * @param low least place
 * @param high greatest place; if all do not fit between the two, the last ones go beyond it
 * @returns a place for each name, in the order of `wanted`
 * @example keepApart([50, 52, 90], 10, 0, 100) // [46, 56, 90]
 */
export function keepApart(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const sound = wanted.map((place) => (Number.isFinite(place) ? place : low));
  const order = sound.map((_, index) => index).sort((a, b) => sound[a]! - sound[b]! || a - b);
  const pools: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { sum: sound[index]! - rank * gap, count: 1 };
    for (let before = pools.at(-1); before && meanOf(before) > meanOf(pool); before = pools.at(-1)) {
      pools.pop();
      pool = { sum: before.sum + pool.sum, count: before.count + pool.count };
    }
    pools.push(pool);
  });
  const highest = Math.max(low, high - (wanted.length - 1) * gap);
  const places = Array.from(wanted, () => low);
  const levels = pools.flatMap((pool) => Array.from({ length: pool.count }, () => meanOf(pool)));
  levels.forEach((level, rank) => {
    places[order[rank]!] = Math.max(low, Math.min(highest, level)) + rank * gap;
  });
  return places;
}

const meanOf = ({ sum, count }: { readonly sum: number; readonly count: number }): number => sum / count;
