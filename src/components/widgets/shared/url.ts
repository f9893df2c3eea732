import type { DeviceWish } from '~/runtime/loop';
import { NO_COMPARISON, readDifference, writeDifference } from './compare-link';
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
  /** What the figure shows, of the widget's `views`. */
  readonly view?: readonly string[];
  /** The settings of a second side that runs in step, on the same seed and device. */
  readonly compare?: ParamsOf<F> | undefined;
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
  /** What may stand in `view`: parts of the figure that the reader shows or hides. */
  readonly views?: readonly string[];
  /** Present: two settings can be compared. They have these in common: how often one looks, when to stop. */
  readonly common?: readonly (keyof F)[];
}

/** `embed`: the page shows this figure alone (embed.ts). */
const RESERVED = ['v', 'seed', 'device', 'hide', 'embed'];

/** A query as a reader likes to see it: the marks that a query may hold as they are stay as they are. */
export function queryText(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

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
  const shownOf = ({ view = format.views }: Experiment<F>) => view?.join();
  if (format.views && shownOf(now) !== shownOf(base)) values.push(['view', now.view?.join() ?? '']);
  const difference = writeDifference(format, now.params, now.compare);
  // B is told as it differs from A: when A has moved away from the page's own, so has what the page says of B.
  const moved =
    base.compare && Object.keys(format.fields).some((key) => now.params[key] !== base.params[key]);
  if (moved || difference !== writeDifference(format, base.params, base.compare))
    values.push(['compare', difference ?? NO_COMPARISON]);
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
  const { fields, hideable = [], views, common } = format;
  const names = (key: string, used: readonly string[], known: readonly string[]) =>
    readNames(key, own.get(key), used, known, issues);
  const controls = [...Object.keys(fields), ...hideable, 'seed', 'device', 'preset'];
  const hide = names('hide', base.hide, controls);
  const view = views && names('view', base.view ?? views, views);
  const a = params as ParamsOf<F>;
  const text = common && own.get('compare');
  const compare = text === undefined ? base.compare : readDifference(format, a, text, issues);
  const known = [...Object.keys(fields), ...RESERVED, views && 'view', common && 'compare'];
  for (const key of own.keys()) if (!known.includes(key)) issues.push({ kind: 'unknown', key });
  return {
    experiment: { params: a, seed, device, hide, ...(view && { view }), ...(compare && { compare }) },
    issues,
  };
}

/** A list of names; a strange one is reported, the others are taken. */
function readNames(
  key: string,
  found: string | undefined,
  base: readonly string[],
  known: readonly string[],
  issues: LinkIssue[],
): readonly string[] {
  if (found === undefined) return base;
  const names = found.split(',').filter((name) => name !== '');
  const taken = names.filter((name) => known.includes(name));
  if (taken.length < names.length)
    issues.push({
      kind: 'value',
      key,
      found: names.filter((name) => !known.includes(name)).join(),
      expected: known.join(' | '),
      used: taken.join(),
    });
  return taken;
}
