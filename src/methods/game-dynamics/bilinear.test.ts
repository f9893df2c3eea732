import { expect, test } from 'vitest';
import {
  alternatingStep,
  extragradientStep,
  penalizedStep,
  simultaneousStep,
  spectralRadius,
  type GameStep,
  type Place,
} from './bilinear';
import golden from './golden.json';

const norm = ({ x, y }: Place) => Math.hypot(x, y);
const START: Place = { x: 0.7, y: -1.1 };
const RATES = [0.01, 0.2, 0.7, 1, 1.5, 1.9];

function orbit(step: GameStep, rate: number, steps: number): Place[] {
  const places = [START];
  for (let i = 0; i < steps; i++) places.push(step(places.at(-1) ?? START, rate));
  return places;
}

const penalized =
  (weight: number): GameStep =>
  (at, rate) =>
    penalizedStep(at, rate, weight);

const STEPS: Record<string, GameStep> = {
  simultaneous: simultaneousStep,
  alternating: alternatingStep,
  extragradient: extragradientStep,
  penalized: penalized(golden.weight),
};

test.each(Object.entries(golden.orbits))(
  '%s steps are those of PyTorch’s autograd on V = xy',
  (name, { values }) => {
    const step = STEPS[name];
    if (!step) throw new Error(`no step named ${name}`);
    let at: Place = golden.start;
    for (let i = 0; i < values.length; i += 2) {
      at = step(at, golden.rate);
      expect(at.x).toBeCloseTo(values[i] ?? NaN, 13);
      expect(at.y).toBeCloseTo(values[i + 1] ?? NaN, 13);
    }
  },
);

test.each(RATES)(
  'η = %f: a simultaneous step takes the state √(1 + η²) times as far from the equilibrium',
  (rate) => {
    const places = orbit(simultaneousStep, rate, 20);
    for (let i = 1; i < places.length; i++)
      expect(norm(places[i]!) / norm(places[i - 1]!)).toBeCloseTo(Math.sqrt(1 + rate ** 2), 12);
    expect(spectralRadius(simultaneousStep, rate)).toBeCloseTo(Math.sqrt(1 + rate ** 2), 12);
  },
);

test.each(RATES)(
  'η = %f: alternating steps stay on the ellipse x² − ηxy + y², eigenvalues on the unit circle',
  (rate) => {
    const level = ({ x, y }: Place) => x * x - rate * x * y + y * y;
    for (const place of orbit(alternatingStep, rate, 10_000))
      expect(level(place)).toBeCloseTo(level(START), 8);
    expect(spectralRadius(alternatingStep, rate)).toBeCloseTo(1, 12);
  },
);

test('beyond η = 2 alternating steps fly off too', () => {
  expect(spectralRadius(alternatingStep, 2.1)).toBeGreaterThan(1.5);
});

test.each(RATES)('η = %f: an extragradient step changes the distance by √(1 − η² + η⁴)', (rate) => {
  const factor = Math.sqrt(1 - rate ** 2 + rate ** 4);
  const places = orbit(extragradientStep, rate, 10);
  for (let i = 1; i < places.length; i++)
    expect(norm(places[i]!) / norm(places[i - 1]!)).toBeCloseTo(factor, 12);
  expect(spectralRadius(extragradientStep, rate)).toBeCloseTo(factor, 12);
  expect(factor < 1).toBe(rate < 1);
});

test('a zero-centred penalty brings the game to rest for η < γ, by √(1 − ηγ + η²) a step', () => {
  expect(spectralRadius(penalized(1), 0.2)).toBeCloseTo(Math.sqrt(1 - 0.2 + 0.04), 12);
  expect(norm(orbit(penalized(1), 0.2, 400).at(-1)!)).toBeLessThan(1e-12);
  expect(spectralRadius(penalized(0.1), 0.2)).toBeGreaterThan(1);
  expect(penalizedStep(START, 0.3, 0)).toEqual(simultaneousStep(START, 0.3));
});

test('the equilibrium rests under every rule', () => {
  for (const step of Object.values(STEPS)) expect(norm(step({ x: 0, y: 0 }, 0.3))).toBe(0);
});

test('the numbers printed in the doc comments', () => {
  expect(simultaneousStep({ x: 1, y: 0 }, 0.5)).toEqual({ x: 1, y: 0.5 });
  expect(alternatingStep({ x: 1, y: 0 }, 0.5)).toEqual({ x: 1, y: 0.5 });
  expect(extragradientStep({ x: 1, y: 0 }, 0.5)).toEqual({ x: 0.75, y: 0.5 });
  expect(penalizedStep({ x: 1, y: 1 }, 0.5, 1)).toEqual({ x: 0.5, y: 1 });
  expect(spectralRadius(simultaneousStep, 0.5)).toBe(1.118033988749895);
});
