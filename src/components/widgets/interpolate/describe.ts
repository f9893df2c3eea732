import type { Frame } from './interpolate.frame';

/**
 * What a frame measures. `third…`: the classifier's share at t of a digit that neither end is, 0 where it sees one of them;
 * `grey…`, `sure…`, `strays…`: means over the middles of all pairs so far, absent before the first.
 */
export function measuresOf(frame: Frame | undefined): Record<string, number> {
  if (!frame) return {};
  const name = (way: string) => `${way[0]?.toUpperCase() ?? ''}${way.slice(1)}`;
  const here = frame.rows.map(({ way, seenHere: { digit, share } }): [string, number] => [
    `third${name(way)}`,
    frame.labels.includes(digit) ? 0 : share,
  ]);
  const crowd = frame.crowd.flatMap(({ way, sure, third, grey }): [string, number][] => [
    [`sure${name(way)}`, sure],
    [`strays${name(way)}`, third],
    [`grey${name(way)}`, grey],
  ]);
  return Object.fromEntries([...here, ...crowd]);
}
