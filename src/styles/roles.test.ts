import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Triple = readonly [number, number, number];

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const roles = ['data', 'model', 'judge', 'gradient'] as const;

/** A colour of one theme, linear RGB in 0 … 1. */
function readColour(block: string, name: string): Triple {
  const hex = new RegExp(`--${name}:\\s*#([0-9a-f]{6});`).exec(block)?.[1];
  if (hex === undefined) throw new Error(`theme.css has no --${name} as #rrggbb`);
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2 contrast ratio. */
function contrast(a: Triple, b: Triple): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const apply = (rows: readonly Triple[], [r, g, b]: Triple) =>
  rows.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Triple;

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB. */
const eyes: Record<string, readonly Triple[]> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIELAB under D65. */
function toLab(colour: Triple): Triple {
  const clipped = colour.map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple;
  const toXyz: readonly Triple[] = [
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
  ];
  const [x, y, z] = apply(toXyz, clipped);
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const [dark = '', light = ''] = css.split(/:root\[data-theme='light'\]/);
describe.each([
  ['dark', dark],
  ['light', light],
])('%s theme', (_theme, block) => {
  const paper = readColour(block, 'sl-color-black');
  const colourOf = (role: string) => readColour(block, `role-${role}`);

  it.each(roles)('%s reads as text on the page', (role) => {
    expect(contrast(colourOf(role), paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['sl-color-gray-2', 'sl-color-gray-3', 'sl-color-white'])(
    '%s reads as text on the page',
    (name) => {
      expect(contrast(readColour(block, name), paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(Object.keys(eyes))('roles are told apart with %s', (eye) => {
    for (const [index, one] of roles.entries())
      for (const other of roles.slice(index + 1)) {
        const see = (role: string) => toLab(apply(eyes[eye] ?? [], colourOf(role)));
        const apart = distance(see(one), see(other));
        expect(apart, `${one} and ${other}: ${apart.toFixed(1)}`).toBeGreaterThan(20);
      }
  });
});
