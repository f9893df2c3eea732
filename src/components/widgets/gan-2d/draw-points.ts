import { decodePoints, encodePoints, isDrawing, LATTICE, MAX_DRAWN } from '~/methods/toy-data/drawn';
import type { Point } from '~/methods/toy-data/ring';
import { HALF_SIDE } from './gan-2d.frame';

/** A cell of the lattice on which points are drawn. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** Two letters a cell, as in a link: the drawing itself is a list of them. */
function codeOf(cell: Cell): string {
  return encodePoints([pointOf(cell)]);
}

/** The centre of a cell in the plane. */
export function pointOf({ column, row }: Cell): Point {
  const at = (index: number) => HALF_SIDE * ((2 * index + 1) / LATTICE - 1);
  return [at(column), at(row)];
}

/** The cell of a place in the plane; beyond the square, the nearest one. */
export function cellAt(x: number, y: number): Cell {
  const cell = (value: number) =>
    Math.min(LATTICE - 1, Math.max(0, Math.floor((value / HALF_SIDE + 1) * (LATTICE / 2))));
  return { column: cell(x), row: cell(y) };
}

/** A drawing while it is made: an empty one is allowed, which no link can hold. */
export class Drawing {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }

  get points(): readonly Point[] {
    return isDrawing(this.code) ? decodePoints(this.code) : [];
  }

  get count(): number {
    return this.code.length / 2;
  }

  get isFull(): boolean {
    return this.count >= MAX_DRAWN;
  }

  has(cell: Cell): boolean {
    return this.#find(cell) >= 0;
  }

  /** With this point too; the same drawing if it is there, or there is no room. */
  add(cell: Cell): Drawing {
    return this.has(cell) || this.isFull ? this : new Drawing(this.code + codeOf(cell));
  }

  remove(cell: Cell): Drawing {
    const at = this.#find(cell);
    return at < 0 ? this : new Drawing(this.code.slice(0, at) + this.code.slice(at + 2));
  }

  toggle(cell: Cell): Drawing {
    return this.has(cell) ? this.remove(cell) : this.add(cell);
  }

  #find(cell: Cell): number {
    const wanted = codeOf(cell);
    for (let at = 0; at < this.code.length; at += 2) if (this.code.startsWith(wanted, at)) return at;
    return -1;
  }
}
