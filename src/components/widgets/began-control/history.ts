import { SIDES } from '../shared/compare';
import type { Rows } from '../shared/export';
import type { Measures } from '../shared/reading';
import type { Frame } from './began-control.loop';

/** What the charts keep of a frame. */
export interface Entry {
  readonly step: number;
  readonly real: number;
  readonly fake: number;
  readonly k: number;
  readonly convergence: number;
}

/** More entries than a chart has pixels help nobody: beyond this every other one is dropped, and later ones too. */
const MOST = 800;
/** Frames over which a state is told: a single one jumps about. */
const RECENT = 10;

/** The frames of one side so far, thinned evenly; and the latest few in full. */
export class History {
  entries: Entry[] = [];
  #latest: Entry[] = [];
  #stride = 1;
  #seen = 0;

  add({ step, real, fake, k, convergence }: Frame): void {
    const entry = { step, real, fake, k, convergence };
    this.#latest = [...this.#latest.slice(1 - RECENT), entry];
    if (this.#seen % this.#stride === 0) this.entries.push(entry);
    this.#seen += 1;
    if (this.entries.length <= MOST) return;
    this.entries = this.entries.filter((_, i) => i % 2 === 0);
    this.#stride *= 2;
  }

  clear(): void {
    this.entries = [];
    this.#latest = [];
    this.#stride = 1;
    this.#seen = 0;
  }

  /** M when it was first measured; NaN before. */
  get firstM(): number {
    return this.entries.find(({ step }) => step > 0)?.convergence ?? NaN;
  }

  /** Means of the latest frames after the first; undefined before there is one. */
  recent(): { readonly real: number; readonly fake: number; readonly frames: number } | undefined {
    const trained = this.#latest.filter(({ step }) => step > 0);
    if (trained.length === 0) return undefined;
    const mean = (key: 'real' | 'fake') =>
      trained.reduce((sum, entry) => sum + entry[key], 0) / trained.length;
    return { real: mean('real'), fake: mean('fake'), frames: trained.length };
  }
}

/** The history of each side as a table for a file. */
export function rowsOf(histories: readonly History[]): Rows {
  const names = ['step', 'real', 'fake', 'k', 'convergence'] as const;
  const rows = histories.flatMap(({ entries }, side) =>
    entries.map((entry) => [SIDES[side] ?? '', ...names.map((name) => entry[name])]),
  );
  return [['side', ...names], ...rows];
}

/** What the page may ask of a frame, by name: k, M, both errors and their ratio, W₁ and its floor (mean). */
export function measuresOf(frame: Frame | undefined): Measures {
  if (!frame) return {};
  const { k, convergence, real, fake, w1, w1Floor } = frame;
  return { k, convergence, real, fake, ratio: fake / real, w1, w1Floor: w1Floor.mean };
}
