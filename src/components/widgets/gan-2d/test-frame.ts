import type { Frame } from './gan-2d.frame';

/** A frame for tests of what is said and drawn: a ring that is covered, at its floor. */
export function makeFrame(change: Partial<Frame> = {}): Frame {
  return {
    step: 100,
    judgeSteps: 100,
    generatorSteps: 100,
    real: new Float32Array(8),
    generated: new Float32Array(2048),
    field: new Float32Array(4),
    fieldKind: 'probability',
    lossD: 1.3,
    lossG: 0.7,
    judgedReal: 0.55,
    judgedFake: 0.45,
    gradients: new Float32Array(2048),
    pull: 1,
    manifold: new Float32Array(8),
    manifoldRows: 2,
    counts: [1, 1, 1, 1, 1, 1, 1, 1],
    covered: 8,
    modes: 8,
    closeShare: 0.9,
    js: 0.021,
    jsFloor: { mean: 0.02, spread: 0.002 },
    w1: 0.08,
    w1Floor: { mean: 0.04, spread: 0.01 },
    beganK: NaN,
    beganM: NaN,
    ...change,
  };
}
