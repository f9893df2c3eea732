/**
 * The settings of a widget, declared once: the loop checks them, the controls take their ranges from them and the URL
 * is read and written by them.
 */
export interface ChoiceField<Option extends string = string> {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly default: Option;
}

export interface NumberField {
  readonly kind: 'number';
  /** Both ends belong to the range. */
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly integer: boolean;
  /** The slider moves in equal ratios instead of equal steps; `min` is above 0. */
  readonly logarithmic: boolean;
}

/** A short text that stands for something made by hand, such as a drawing. */
export interface CodeField {
  readonly kind: 'code';
  readonly default: string;
  /** What it takes, in symbols, for a message. */
  readonly shape: string;
  /** Whether a text means something. */
  readonly accepts: (text: string) => boolean;
}

export type Field = ChoiceField | NumberField | CodeField;
export type Fields = Readonly<Record<string, Field>>;
export type ParamsOf<F extends Fields> = {
  readonly [Key in keyof F]: F[Key] extends ChoiceField<infer Option>
    ? Option
    : F[Key] extends CodeField
      ? string
      : number;
};

/** `choice(['ring', 'moons'])`: the first is the default. */
export function choice<const Option extends string>(
  options: readonly [Option, ...Option[]],
): ChoiceField<Option> {
  return { kind: 'choice', options, default: options[0] };
}

/** `number({ min: 1, max: 8, default: 1, integer: true })` */
export function number(
  field: Pick<NumberField, 'min' | 'max' | 'default'> & { integer?: boolean; logarithmic?: boolean },
): NumberField {
  return { integer: false, logarithmic: false, ...field, kind: 'number' };
}

/** `code({ accepts: isDrawing, shape: '[A-Za-z0-9_-]', default: 'gggg' })` */
export function code(field: Pick<CodeField, 'accepts' | 'shape' | 'default'>): CodeField {
  return { ...field, kind: 'code' };
}

export function defaultsOf<F extends Fields>(fields: F): ParamsOf<F> {
  const pairs = Object.entries(fields).map(([key, field]) => [key, field.default]);
  return Object.fromEntries(pairs) as ParamsOf<F>;
}

/** Whether the field takes this value. */
export function accepts(field: Field, value: unknown): boolean {
  if (field.kind === 'choice') return field.options.some((option) => option === value);
  if (field.kind === 'code') return typeof value === 'string' && field.accepts(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= field.min && value <= field.max && (!field.integer || Number.isInteger(value));
}

/** The value that a text means, or `undefined` if the field does not take it. Hexadecimal and blanks are refused. */
export function readValue(field: Field, text: string): string | number | undefined {
  if (field.kind !== 'number') return accepts(field, text) ? text : undefined;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return accepts(field, value) ? value : undefined;
}

/** What a field takes, for a message: `ring | moons`, `0.00001 … 1`. Symbols only, so it reads in every language. */
export function rangeOf(field: Field): string {
  if (field.kind === 'choice') return field.options.join(' | ');
  if (field.kind === 'code') return field.shape;
  return `${field.min} … ${field.max}${field.integer ? ', ∈ ℤ' : ''}`;
}

/** @throws RangeError naming the first setting that is missing or out of its range, what it may be and what it is. */
export function checkParams<F extends Fields>(fields: F, params: ParamsOf<F>): void {
  for (const [key, field] of Object.entries(fields)) {
    const value: unknown = params[key];
    if (accepts(field, value)) continue;
    const found = typeof value === 'string' ? `"${value}"` : String(value);
    throw new RangeError(`${key}: expected ${rangeOf(field)}, found ${found}`);
  }
}

/** Position of a value on a slider that runs from 0 to 1. */
export function toSlider(field: NumberField, value: number): number {
  const scale = field.logarithmic ? Math.log : (x: number) => x;
  return (scale(value) - scale(field.min)) / (scale(field.max) - scale(field.min));
}

/** The value at a slider's position (0 … 1), rounded to two digits or to a whole number, inside the range. */
export function fromSlider(field: NumberField, position: number): number {
  const { min, max } = field;
  const raw = field.logarithmic ? min * (max / min) ** position : min + (max - min) * position;
  const rounded = field.integer ? Math.round(raw) : Number(raw.toPrecision(2));
  return Math.min(max, Math.max(min, rounded));
}

/** The name of the preset that these settings are; `undefined` if they are the reader's own. */
export function presetOf<Name extends string>(
  presets: Readonly<Record<Name, Readonly<Record<string, string | number>>>>,
  params: Readonly<Record<string, string | number>>,
): Name | undefined {
  const names = Object.keys(presets) as Name[];
  return names.find((name) => Object.keys(params).every((key) => presets[name][key] === params[key]));
}
