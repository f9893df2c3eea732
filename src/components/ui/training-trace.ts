import type { ModelManifest } from '~/schemas/model';

type Log = ModelManifest['training']['log'];

/** Chief numbers of a log, the first that is there is drawn. */
const CHIEF = ['elbo', 'reconstruction', 'loss'];

export interface Trace {
  /** Of the number, as the log names it. */
  readonly name: string;
  readonly first: { readonly step: number; readonly value: number };
  readonly last: { readonly step: number; readonly value: number };
  /** "x,y x,y …" of a polyline: steps from 0 to the last over `width`, values from the least to the greatest over `height`, upwards. */
  readonly points: string;
}

/**
 * The curve of a training log, as it was logged: nothing is smoothed.
 * @throws Error if the log is empty or has none of the chief numbers
 */
export function traceOf(log: Log, width: number, height: number): Trace {
  const name = CHIEF.find((each) => log.every((entry) => each in entry));
  const read = log.map((entry) => ({ step: entry['step'] ?? NaN, value: entry[name ?? ''] ?? NaN }));
  const [first, last] = [read[0], read.at(-1)];
  if (name === undefined || !first || !last)
    throw new Error(
      `training log: expected ${CHIEF.join(' or ')} in every entry, found ${JSON.stringify(log[0])}`,
    );
  const values = read.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const point = ({ step, value }: { step: number; value: number }) => {
    const up = high > low ? (value - low) / (high - low) : 0.5;
    return `${((width * step) / last.step).toFixed(1)},${(height * (1 - up)).toFixed(1)}`;
  };
  return { name, first, last, points: read.map(point).join(' ') };
}
