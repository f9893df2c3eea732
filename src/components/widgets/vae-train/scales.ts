import type { History } from './history';

/** The chart of R ends here, in nats: untrained networks are far above, and what matters happens below. */
export const R_CUT = 60;
/** It never shows less than this. */
const R_LOW = 38;

/** The range of R for all sides. */
export function domainOfR(histories: readonly History[]): [number, number] {
  const least = Math.min(R_LOW, ...histories.flatMap((history) => history.column('reconstruction')));
  return [Math.floor(least - 1), R_CUT];
}

/** The range of KL for all sides: from 0 to above the largest sum. */
export function domainOfKl(histories: readonly History[]): [number, number] {
  const most = Math.max(1, ...histories.flatMap((history) => history.column('kl')));
  return [0, 1.08 * most];
}
