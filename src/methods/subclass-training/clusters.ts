/**
 * How often each class met each cluster: row-major [classes, clusters].
 * @param labels the true class of each example
 * @param found the cluster of each example
 * @throws RangeError if the lengths differ or a number is out of range
 * @example contingency([0, 0, 1], [2, 2, 0], 2, 3) // [0, 0, 2, 1, 0, 0]
 */
export function contingency(
  labels: ArrayLike<number>,
  found: ArrayLike<number>,
  classes: number,
  clusters: number,
): Uint32Array {
  if (labels.length !== found.length)
    throw new RangeError(`contingency: ${labels.length} labels, but ${found.length} clusters`);
  const table = new Uint32Array(classes * clusters);
  for (let at = 0; at < labels.length; at++) {
    const [label = NaN, cluster = NaN] = [labels[at], found[at]];
    if (!(label >= 0 && label < classes && cluster >= 0 && cluster < clusters))
      throw new RangeError(`contingency: class ${label} and cluster ${cluster} of example ${at} do not fit`);
    table[label * clusters + cluster]! += 1;
  }
  return table;
}

/**
 * Purity of clusters: the share of examples that belong to the commonest class of their cluster, $\frac1n \sum_k \max_c n_{ck}$.
 *
 * 1 if no cluster mixes classes. Never below the share of the commonest class, and with more clusters it can only be higher by chance: with one cluster for
 * each example it is 1 whatever the clusters mean.
 * @param table counts, row-major [classes, clusters]
 * @returns in (0, 1]; NaN if there are no examples
 * @throws RangeError if the table is no multiple of `clusters`
 * @see Manning, Raghavan and Schütze, "Introduction to information retrieval", 2008, section 16.3
 * @example purity([3, 1, 0, 4], 2) // 7/8
 */
export function purity(table: ArrayLike<number>, clusters: number): number {
  if (!Number.isInteger(clusters) || clusters < 1 || table.length % clusters !== 0)
    throw new RangeError(`purity: ${table.length} counts are no table of ${clusters} clusters`);
  let [right, all] = [0, 0];
  for (let cluster = 0; cluster < clusters; cluster++) {
    let most = 0;
    for (let at = cluster; at < table.length; at += clusters) {
      most = Math.max(most, table[at] ?? 0);
      all += table[at] ?? 0;
    }
    right += most;
  }
  return right / all;
}

/**
 * How many clusters hold at least a share of all examples.
 * @param table counts, row-major [classes, clusters]
 * @param least share, default 0.01
 * @example clustersInUse([50, 0, 1, 49], 2) // 2
 */
export function clustersInUse(table: ArrayLike<number>, clusters: number, least = 0.01): number {
  const sizes = new Float64Array(clusters);
  for (let at = 0; at < table.length; at++) sizes[at % clusters]! += table[at] ?? 0;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.filter((size) => all > 0 && size >= least * all).length;
}
