import type { Frame } from './digit-latents.frame';

/**
 * What a frame measures: for the first model (`A`) and the second (`B`) `nearest…` distance to the nearest test code, `radius…`
 * to the tenth, `grey…` share of grey pixels, `change…` mean change of a pixel by the traversal.
 */
export function measuresOf(frame: Frame | undefined): Record<string, number> {
  const planes = (frame?.planes ?? []).flatMap(({ here: { neighbourhood: n, grey } }, i) => {
    const letter = 'AB'[i] ?? '';
    const distances: [string, number][] = n
      ? [
          [`nearest${letter}`, n.least],
          [`radius${letter}`, n.radius],
        ]
      : [];
    return [...distances, [`grey${letter}`, grey] as [string, number]];
  });
  const rows = (frame?.rows ?? []).map(({ change }, i): [string, number] => [
    `change${'AB'[i] ?? ''}`,
    change,
  ]);
  return Object.fromEntries([...planes, ...rows]);
}
