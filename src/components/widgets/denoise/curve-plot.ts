import type { PlotLabel, PlotLine, PlotPoint, Role } from '../shared/plot-path';
import { strengthsOf, type CurvePoint, type Errors, type Frame } from './denoise.frame';
import { fields, KINDS, STRENGTH, TRAINED, type Kind } from './denoise.params';
import type { DenoiseWords } from './denoise.text';

/** Whose errors are drawn, from the back to the front. */
export const CURVES = ['noisy', 'autoencoder', 'denoiser'] as const satisfies readonly (keyof Errors)[];

const ROLES: Readonly<Record<keyof Errors, Role>> = {
  noisy: 'data',
  denoiser: 'model',
  autoencoder: 'gradient',
};
const DASHES: Partial<Record<keyof Errors, string>> = { noisy: '6 4', autoencoder: '2 3' };

/** The upper end of the scale of errors, unless more was measured. */
const TOP: Readonly<Record<Kind, number>> = { gaussian: 0.4, erased: 0.12 };

export const topOf = (kind: Kind, curve: readonly CurvePoint[], here: Errors | undefined): number =>
  Math.max(TOP[kind], ...curve.map(({ noisy }) => noisy), ...(here ? CURVES.map((name) => here[name]) : []));

export const linesOf = (curve: readonly CurvePoint[]): PlotLine[] =>
  CURVES.map((name) => ({
    xs: curve.map(({ strength }) => strength),
    ys: curve.map((point) => point[name]),
    role: ROLES[name],
    width: name === 'denoiser' ? 3 : 2,
    ...(DASHES[name] ? { dash: DASHES[name] } : {}),
  }));

/** The digit of the pictures among the means. */
export const pointsOf = ({ errors, strength }: Frame): PlotPoint[] =>
  CURVES.map((name) => ({ x: strength, y: errors[name], role: ROLES[name] }));

const MARKS = { noisy: 'noisy', autoencoder: 'plain', denoiser: 'denoiserMark' } as const;

interface Place {
  /** Share of the axis. */
  readonly at: number;
  /** Share of the height above the line; negative: below. */
  readonly above?: number;
  /** Share of the height, wherever the line is. */
  readonly level?: number;
  readonly align: 'start' | 'end';
}

/** Where there is room beside each line. */
const PLACES: Readonly<Record<Kind, Readonly<Record<keyof Errors, Place>>>> = {
  gaussian: {
    noisy: { at: 0.6, above: 0.07, align: 'end' },
    autoencoder: { at: 0.995, above: 0.07, align: 'end' },
    denoiser: { at: 0.995, above: -0.07, align: 'end' },
  },
  erased: {
    noisy: { at: 0.33, above: 0.07, align: 'end' },
    autoencoder: { at: 0.6, above: -0.06, align: 'start' },
    denoiser: { at: 0.99, level: 0.05, align: 'end' },
  },
};

/** Names of the lines that have come as far as their name, of the level and of the mark. */
export function labelsOf(
  kind: Kind,
  { curve, meanDigit }: { readonly curve: readonly CurvePoint[]; readonly meanDigit: number | undefined },
  top: number,
  words: DenoiseWords,
): PlotLabel[] {
  const { max } = fields[STRENGTH[kind]];
  const names = CURVES.flatMap((name): PlotLabel[] => {
    const { at, above = 0, level, align } = PLACES[kind][name];
    const point = curve[Math.round(at * (strengthsOf(kind).length - 1))];
    if (!point) return [];
    return [
      {
        x: at * max,
        y: level === undefined ? point[name] + above * top : level * top,
        text: words[MARKS[name]],
        role: ROLES[name],
        align,
      },
    ];
  });
  const trained = { x: TRAINED[kind], y: 0.95 * top, text: words.trainedMark, role: 'quiet' } as const;
  const left = KINDS.indexOf(kind) === 0;
  const level: PlotLabel[] =
    meanDigit === undefined
      ? []
      : [
          {
            x: left ? 0.995 * max : 0.01 * max,
            y: meanDigit + 0.055 * top,
            text: words.meanDigit,
            role: 'quiet',
            align: left ? 'end' : 'start',
          },
        ];
  return [
    ...names,
    ...level,
    { ...trained, text: left ? ` ${trained.text}` : `${trained.text} `, align: left ? 'start' : 'end' },
  ];
}
