/** Highest valence of atoms that stand without brackets. Of aromatic ones too, whose bonds count 1: c1…c(=O)… has four. */
const VALENCES: Readonly<Record<string, number>> = {
  ...{ B: 3, C: 4, N: 3, O: 2, P: 5, S: 6, F: 1, Cl: 1, Br: 1, I: 1 },
  ...{ b: 3, c: 4, n: 3, o: 2, p: 5, s: 6 },
};

const ORDERS: Readonly<Record<string, number>> = { '-': 1, '/': 1, '\\': 1, ':': 1, '=': 2, '#': 3, $: 4 };

const TOKEN = /\[[^[\]]*\]|Br|Cl|[BCNOPSFI]|[bcnops]|%\d\d|\d|[-=#$:/\\]|[().]/y;
const BRACKET = /^\[\d*(?:[A-Z][a-z]?|[bcnops]|se|as)(?:@{0,2})(?:H\d?)?(?:[+-]\d+|\++|-+)?(?::\d+)?\]$/;

/** What a string of atoms turned out to be. */
export interface Checked {
  readonly valid: boolean;
  /** Why not; undefined where it is valid. For programmers, not for readers. */
  readonly reason?: string;
}

/** The state of reading. */
interface Reading {
  /** For each atom its highest valence (∞ in brackets) and the bonds it has. */
  readonly atoms: { limit: number; bonds: number }[];
  /** Ring numbers that are open: the atom and the bond's order, if it was said. */
  readonly rings: Map<string, { atom: number; order: number | undefined }>;
  readonly branches: number[];
  /** The atom that the next one is bound to, or −1. */
  last: number;
  /** The order that was said for the next bond. */
  order: number | undefined;
}

function bind(reading: Reading, one: number, other: number, order: number): void {
  reading.atoms[one]!.bonds += order;
  reading.atoms[other]!.bonds += order;
}

function readAtom(reading: Reading, token: string): string | undefined {
  if (token.startsWith('[') && !BRACKET.test(token)) return `no atom: ${token}`;
  const atom = reading.atoms.push({ limit: VALENCES[token] ?? Infinity, bonds: 0 }) - 1;
  if (reading.last >= 0) bind(reading, reading.last, atom, reading.order ?? 1);
  else if (reading.order !== undefined) return 'a bond without an atom before it';
  reading.last = atom;
  reading.order = undefined;
  return undefined;
}

function readRing(reading: Reading, token: string): string | undefined {
  if (reading.last < 0) return 'a ring number without an atom';
  const key = String(Number(token.replace('%', '')));
  const open = reading.rings.get(key);
  if (!open) reading.rings.set(key, { atom: reading.last, order: reading.order });
  else if (open.atom === reading.last) return `ring ${key} binds an atom to itself`;
  else if (open.order !== undefined && reading.order !== undefined && open.order !== reading.order)
    return `ring ${key} has two different bonds`;
  else {
    bind(reading, open.atom, reading.last, open.order ?? reading.order ?? 1);
    reading.rings.delete(key);
  }
  reading.order = undefined;
  return undefined;
}

function readMark(reading: Reading, token: string): string | undefined {
  if (token in ORDERS) {
    if (reading.order !== undefined) return 'two bonds in a row';
    reading.order = ORDERS[token];
    return undefined;
  }
  if (reading.order !== undefined) return `a bond before ${token}`;
  if (reading.last < 0) return `${token} without an atom before it`;
  if (token === '(') reading.branches.push(reading.last);
  else if (token === ')') {
    const root = reading.branches.pop();
    if (root === undefined) return 'a branch is closed that was not opened';
    reading.last = root;
  } else reading.last = -1;
  return undefined;
}

function read(reading: Reading, token: string): string | undefined {
  if (token in VALENCES || token.startsWith('[')) return readAtom(reading, token);
  return /\d$/.test(token) ? readRing(reading, token) : readMark(reading, token);
}

function judgeEnd({ atoms, rings, branches, last, order }: Reading): string | undefined {
  if (order !== undefined || last < 0) return 'it ends in the middle';
  if (branches.length) return 'a branch is not closed';
  if (rings.size) return `ring ${[...rings.keys()].join(', ')} is not closed`;
  const over = atoms.findIndex(({ limit, bonds }) => bonds > limit);
  return over < 0 ? undefined : `atom ${over} has ${atoms[over]!.bonds} bonds, more than its valence`;
}

/**
 * Whether a SMILES string can be read and gives no atom more bonds than its valence.
 *
 * **What valid means here**: grammar (atoms, bonds, branches, rings, brackets) and the highest valences of B 3, C 4, N 3, O 2, P 5, S 6, halogens 1 for
 * atoms without brackets. **Not** checked: atoms in brackets beyond their spelling, whether aromatic rings can be given double bonds,
 * stereochemistry, stability. So it accepts all that a chemistry toolkit accepts of common drug-like strings, and more: shares
 * of valid strings by it are **upper bounds** of MOSES's, which come from RDKit.
 * @param smiles one string
 * @see Weininger, "SMILES, a chemical language and information system", J. Chem. Inf. Comput. Sci. 28, 1988; OpenSMILES specification
 * @example checkSmiles('CC(=O)O').valid // true; of 'C(' and 'F=C' false
 */
export function checkSmiles(smiles: string): Checked {
  const reading: Reading = { atoms: [], rings: new Map(), branches: [], last: -1, order: undefined };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < smiles.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(smiles)?.[0];
    if (token === undefined) return { valid: false, reason: `cannot read from place ${at}` };
    const reason = read(reading, token);
    if (reason) return { valid: false, reason };
  }
  const reason = judgeEnd(reading);
  return reason ? { valid: false, reason } : { valid: true };
}
