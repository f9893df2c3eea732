import type { DeviceWish } from '~/runtime/loop';
import { rangeOf, readValue, type Field, type Fields, type NumberField, type ParamsOf } from './fields';

/** Seeds are the whole numbers that a 32-bit generator takes. */
export const seedField: NumberField = {
  kind: 'number',
  min: 0,
  max: 2 ** 32 - 1,
  default: 0,
  integer: true,
  logarithmic: false,
};

export const deviceWishes = [
  'auto',
  'wasm',
  'tfjs-webgpu',
  'tfjs-wasm',
  'reference',
] as const satisfies readonly DeviceWish[];
const deviceField: Field = { kind: 'choice', options: deviceWishes, default: 'auto' };

/** Everything that a link restores. */
export interface Experiment<F extends Fields> {
  readonly params: ParamsOf<F>;
  readonly seed: number;
  readonly device: DeviceWish;
  /** Names of controls that are not shown, as a lecturer asked. */
  readonly hide: readonly string[];
}

/** What a link says that cannot be taken. The page shows each; nothing is dropped in silence. */
export type LinkIssue =
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly found: string;
      readonly expected: string;
      readonly used: string;
    }
  | { readonly kind: 'unknown'; readonly key: string }
  | { readonly kind: 'version'; readonly found: string; readonly expected: string };

export interface LinkFormat<F extends Fields> {
  /** The widget's id on its page; its keys begin with `id.` */
  readonly id: string;
  /** Rises when the meaning of a key changes. */
  readonly version: number;
  readonly fields: F;
  /** What may stand in `hide` besides the names of fields. */
  readonly hideable?: readonly string[];
}

/** `compare` (two settings side by side) is reserved: it is neither read nor called unknown. */
const RESERVED = ['v', 'seed', 'device', 'hide', 'compare'];

/**
 * Writes an experiment into a query, keeping what belongs to others. Only what differs from `base` (the page's own
 * setting) is written, beside the format's version: `?gan.v=1&gan.loss=wassersteinGp&gan.seed=5`.
 */
export function writeLink<F extends Fields>(
  format: LinkFormat<F>,
  base: Experiment<F>,
  now: Experiment<F>,
  query: URLSearchParams,
): URLSearchParams {
  const prefix = `${format.id}.`;
  const written = new URLSearchParams([...query].filter(([key]) => !key.startsWith(prefix)));
  const values: [string, string][] = [];
  for (const key of Object.keys(format.fields))
    if (now.params[key] !== base.params[key]) values.push([key, String(now.params[key])]);
  if (now.seed !== base.seed) values.push(['seed', String(now.seed)]);
  if (now.device !== base.device) values.push(['device', now.device]);
  if (now.hide.join() !== base.hide.join()) values.push(['hide', now.hide.join()]);
  if (values.length > 0) written.set(`${prefix}v`, String(format.version));
  for (const [key, value] of values) written.set(prefix + key, value);
  return written;
}

/** Reads an experiment from a query. What is absent or cannot be taken is as in `base`; the latter is reported. */
export function readLink<F extends Fields>(
  format: LinkFormat<F>,
  base: Experiment<F>,
  query: URLSearchParams,
): { experiment: Experiment<F>; issues: LinkIssue[] } {
  const issues: LinkIssue[] = [];
  const own = new Map<string, string>();
  for (const [key, value] of query)
    if (key.startsWith(`${format.id}.`)) own.set(key.slice(format.id.length + 1), value);

  const version = own.get('v');
  if (version !== undefined && version !== String(format.version))
    issues.push({ kind: 'version', found: version, expected: String(format.version) });

  const take = (key: string, field: Field, used: string | number): string | number => {
    const found = own.get(key);
    if (found === undefined) return used;
    const value = readValue(field, found);
    if (value === undefined)
      issues.push({ kind: 'value', key, found, expected: rangeOf(field), used: String(used) });
    return value ?? used;
  };
  const params: Record<string, string | number> = {};
  for (const [key, field] of Object.entries(format.fields))
    params[key] = take(key, field, base.params[key] as never);
  const seed = take('seed', seedField, base.seed) as number;
  const device = take('device', deviceField, base.device) as DeviceWish;
  const hide = readHide(format, own.get('hide'), base.hide, issues);
  for (const key of own.keys())
    if (!Object.hasOwn(format.fields, key) && !RESERVED.includes(key)) issues.push({ kind: 'unknown', key });
  return { experiment: { params: params as ParamsOf<F>, seed, device, hide }, issues };
}

function readHide<F extends Fields>(
  format: LinkFormat<F>,
  found: string | undefined,
  base: readonly string[],
  issues: LinkIssue[],
): readonly string[] {
  if (found === undefined) return base;
  const known = [...Object.keys(format.fields), ...(format.hideable ?? []), 'seed', 'device', 'preset'];
  const names = found.split(',').filter((name) => name !== '');
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > 0)
    issues.push({
      kind: 'value',
      key: 'hide',
      found: strange.join(),
      expected: known.join(' | '),
      used: names.filter((name) => known.includes(name)).join(),
    });
  return names.filter((name) => known.includes(name));
}
