import { rangeOf, readValue, type Field, type Fields, type ParamsOf } from './fields';
import type { LinkIssue } from './url';

/** What `compare=` says when the page itself compares and the link does not. */
export const NO_COMPARISON = 'off';

interface Comparable<F extends Fields> {
  readonly fields: F;
  /** Settings that both sides have in common. */
  readonly common?: readonly (keyof F)[];
}

/**
 * The settings in which B differs from A, as a link says them: `loss:wassersteinGp,k:5`; empty when they are alike.
 * `undefined`: there is no B.
 */
export function writeDifference<F extends Fields>(
  { fields, common = [] }: Comparable<F>,
  a: ParamsOf<F>,
  b: ParamsOf<F> | undefined,
): string | undefined {
  return (
    b &&
    Object.keys(fields)
      .filter((key) => !common.includes(key) && a[key] !== b[key])
      .map((key) => `${key}:${String(b[key])}`)
      .join()
  );
}

/** The settings of B: those of A but for what the text names. What cannot be taken is as in A, and reported. */
export function readDifference<F extends Fields>(
  { fields, common = [] }: Comparable<F>,
  a: ParamsOf<F>,
  text: string,
  issues: LinkIssue[],
): ParamsOf<F> | undefined {
  if (text === NO_COMPARISON) return undefined;
  const b: Record<string, string | number> = { ...a };
  for (const part of text.split(',').filter((each) => each !== '')) {
    const at = part.indexOf(':');
    const name = at < 0 ? part : part.slice(0, at);
    const found = at < 0 ? '' : part.slice(at + 1);
    const key = `compare.${name}`;
    const field: Field | undefined =
      Object.hasOwn(fields, name) && !common.includes(name) ? fields[name] : undefined;
    const value = field && readValue(field, found);
    if (!field) issues.push({ kind: 'unknown', key });
    else if (value === undefined)
      issues.push({ kind: 'value', key, found, expected: rangeOf(field), used: String(a[name]) });
    else b[name] = value;
  }
  return b as ParamsOf<F>;
}
