import { describe as group, expect, it } from 'vitest';
import { forwardFlops } from '~/methods/sparsity/counts';
import { lenet300100, resnet50, smallConvNet, weightTotal } from '~/methods/sparsity/layers';
import { forwardShare, GRID, INTERVALS, intervalCurve, METHODS, pricesOf, stepCurves } from './costs';
import { describe, formulasOf, quantitiesOf, rowsOf } from './describe';
import { presets } from './flops-meter.params';
import { flopsMeterText } from './flops-meter.text';

group('prices', () => {
  it('by the formulas: LeNet at 95% with ΔT = 100', () => {
    const { static: fixed, rigl, snfs, dense } = pricesOf(presets.lenet);
    expect(fixed.step).toBeCloseTo(0.05, 12);
    expect(snfs.step).toBeCloseTo((0.1 + 1) / 3, 12);
    expect(rigl.step).toBeCloseTo((15 + 0.1 + 1) / 101 / 3, 12);
    // 30 exchanges in 4,000 steps, each in place of a step.
    expect(rigl.run).toBeCloseTo((3970 * 0.15 + 30 * 1.1) / 4000 / 3, 12);
    expect(dense).toEqual({ step: 1, run: 1, use: 1 });
  });

  it('ResNet-50 at 80%: 0.414 by ERK, a fifth uniform', () => {
    expect(forwardShare(presets.resnet, 0.8)).toBeCloseTo(0.414, 3);
    expect(forwardShare(presets.resnetUniform, 0.8)).toBeCloseTo(0.2, 12);
  });

  it('RigL lies between static and SNFS, and tends to static as ΔT grows', () => {
    const { static: fixed, rigl, snfs } = stepCurves(presets.resnet);
    GRID.forEach((_, at) => {
      expect(rigl[at]).toBeGreaterThan(fixed[at]!);
      expect(rigl[at]).toBeLessThan(snfs[at]!);
    });
    const byInterval = intervalCurve(presets.lenet);
    expect(byInterval).toHaveLength(INTERVALS.length);
    expect(byInterval.toSorted((a, b) => b - a)).toEqual(byInterval);
    expect(byInterval.at(-1)).toBeCloseTo(0.05, 2);
    // ΔT = 1: half the steps are dense ones of SNFS.
    expect(byInterval[0]).toBeCloseTo((0.05 + 1.1 / 3) / 2, 12);
  });

  it('SNFS never costs less than a third', () => {
    for (const value of stepCurves(presets.extreme).snfs) expect(value).toBeGreaterThan(1 / 3);
  });

  it('pruning lies between its end and dense; a ticket with five rounds costs more than one dense training', () => {
    const { pruning, ticket } = pricesOf(presets.lenet);
    expect(pruning.run).toBeGreaterThan(0.05);
    expect(pruning.run).toBeLessThan(1);
    expect(ticket.run).toBeCloseTo(
      [0, 1, 2, 3, 4, 5].reduce((sum, n) => sum + 0.05 ** (n / 5), 0),
      10,
    );
    for (const method of METHODS) expect(pricesOf(presets.restless)[method].run).toBeGreaterThan(0);
  });

  it('the small network has 46,608 weights, most operations in its convolutions', () => {
    const net = smallConvNet();
    expect(weightTotal(net)).toBe(46_608);
    expect(forwardFlops(net.slice(0, 2)) / forwardFlops(net)).toBeGreaterThan(0.9);
    expect([lenet300100(), resnet50()].map(weightTotal)).toEqual([266_200, 25_502_912]);
  });
});

group('words', () => {
  it('tell the prices and the surcharge', () => {
    const text = describe(pricesOf(presets.lenet), flopsMeterText.en, 'en');
    expect(text).toContain('f_S = 0.05 f_D');
    expect(text).toContain('static 0.05, RigL 0.0531, SNFS 0.367');
    expect(text).toContain('6.27% dearer');
    expect(formulasOf(pricesOf(presets.lenet), flopsMeterText.en, 'en')).toContain(
      '3 f_S = 0.15; SNFS 2 f_S + f_D = 1.1;',
    );
    expect(quantitiesOf(pricesOf(presets.lenet), flopsMeterText.en)).toHaveLength(4);
  });

  it('the file has a row for each point of the curves', () => {
    expect(rowsOf(stepCurves(presets.resnet))).toHaveLength(GRID.length + 1);
  });
});
