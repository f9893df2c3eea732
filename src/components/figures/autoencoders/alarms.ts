import { decodeByComponents, encodeByComponents, principalComponents } from '~/methods/pca/pca';
import { createRng } from '~/methods/rng/create-rng';
import { areaUnderRoc, rocCurve } from '~/methods/roc/roc';
import { longCloud } from './linear-run';

/** Two kinds of anomaly: pushed off the line, and on the line far beyond the data. */
export type Kind = 'off' | 'along';

const COUNT = 200;

/** The linear autoencoder of one number that training ends at, and unseen points of the same law. */
export const components = principalComponents(longCloud(1), 1);
export const normal = longCloud(2);

const [direction] = components.directions;
const [dx = 1, dy = 0] = direction ?? [];

/** Normal points moved by 2 across the line, or along it by 8. */
export function anomalies(kind: Kind): number[][] {
  const rng = createRng(kind === 'off' ? 31 : 32);
  return longCloud(3)
    .slice(0, COUNT)
    .map(([x = 0, y = 0]) => {
      const sign = rng.uniform() < 0.5 ? -1 : 1;
      return kind === 'off' ? [x - 2 * sign * dy, y + 2 * sign * dx] : [x + 8 * sign * dx, y + 8 * sign * dy];
    });
}

/** |x − x̂|², the reconstruction error. */
export function reconstructionScore(x: readonly number[]): number {
  const back = decodeByComponents(components, encodeByComponents(components, x));
  return x.reduce((sum, value, j) => sum + (value - back[j]!) ** 2, 0);
}

const all = principalComponents(longCloud(1));
/** Squared length after whitening: twice −log density of the fitted normal, up to a constant. It looks at the code too. */
export function densityScore(x: readonly number[]): number {
  return encodeByComponents(all, x).reduce((sum, z, i) => sum + (z * z) / all.variances[i]!, 0);
}

/** Area under the ROC curve of a score against a kind of anomaly. */
export function areaOf(score: (x: readonly number[]) => number, kind: Kind): number {
  return areaUnderRoc(normal.map(score), anomalies(kind).map(score));
}

/** Hits at a given share of false alarms, by the reconstruction error. */
export function hitsAt(falseAlarms: number, kind: Kind): number {
  const curve = rocCurve(normal.map(reconstructionScore), anomalies(kind).map(reconstructionScore));
  return curve.findLast((point) => point.falsePositiveRate <= falseAlarms)?.truePositiveRate ?? 0;
}
