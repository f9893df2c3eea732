import { describe as group, expect, it } from 'vitest';
import { weightCount } from '~/methods/sparsity/layers';
import { allocate, costCurve, costShare, GRID, layersOf } from './allocate';
import { describe, quantitiesOf } from './describe';
import { presets } from './erk-allocator.params';
import { erkAllocatorText } from './erk-allocator.text';
import { costNames, rowsOf, stepsOf } from './show';

group('the shares', () => {
  it('LeNet at 90%: 0.0796, 0.2302 and a full last layer; ε is solved twice', () => {
    const found = allocate(presets.lenet);
    expect(found.densities.map((density) => density.toFixed(4))).toEqual(['0.0796', '0.2302', '1.0000']);
    expect(found.firstEpsilon).toBeCloseTo(26_620 / 1594, 10);
    expect(found.wouldBe).toBeCloseTo((26_620 / 1594) * 0.11, 10);
    expect(found.epsilon).toBeCloseTo(25_620 / 1484, 10);
    expect(found.saturated).toEqual([2]);
  });

  it('ResNet-50 at 80%: ERK costs 0.414, ER more, uniform a fifth', () => {
    expect(allocate(presets.resnet).cost).toBeCloseTo(0.414, 3);
    expect(allocate(presets.resnetEr).cost).toBeGreaterThan(allocate(presets.resnet).cost);
    expect(allocate(presets.resnetUniform).cost).toBeCloseTo(0.2, 4);
    expect(allocate(presets.resnet).epsilon).toBeGreaterThan(allocate(presets.resnet).firstEpsilon);
  });

  it('every preset keeps its budget to the rounding of its layers', () => {
    for (const params of Object.values(presets)) {
      const { kept, layers } = allocate(params);
      const all = layers.reduce((sum, layer) => sum + weightCount(layer), 0);
      const active = kept.reduce((sum, count) => sum + count, 0);
      const over = active - all * (1 - params.sparsity);
      expect(over).toBeGreaterThanOrEqual(-1e-6);
      expect(over).toBeLessThanOrEqual(layers.length);
    }
  });

  it('a dense network costs 1, a fully connected one as much as its weights', () => {
    const layers = layersOf('small');
    expect(costShare(layers, layers.map(() => 1))).toBe(1); // prettier-ignore
    costCurve('lenet', 'erk').forEach((cost, at) => { expect(cost).toBeCloseTo(1 - GRID[at]!, 10); }); // prettier-ignore
  });
});

group('what is said and drawn', () => {
  it('names the full layer, both ε and the cost', () => {
    const say = (name: keyof typeof presets) =>
      describe(allocate(presets[name]), presets[name], erkAllocatorText.en, 'en');
    expect(say('lenet')).toContain(
      'Full: fc3. Without the limit ε would be 16.7, and one layer would get density 1.84',
    );
    expect(say('lenet')).toContain('ε rises to 17.26');
    expect(say('resnet')).toContain('8 of 54 layers');
    expect(say('resnet')).toContain('costs 41.4% of the dense one, 2.07 times');
    expect(say('lenetExtreme')).toContain('No layer is full');
    expect(say('lenetUniform')).toContain('the same density');
    expect(say('lenetUniform')).toContain('as the share of weights suggests');
  });

  it('leaves ε out where there is none', () => {
    const names = (name: keyof typeof presets) => quantitiesOf(allocate(presets[name]), erkAllocatorText.en).map((q) => q.name); // prettier-ignore
    expect(names('lenet')).toContain('ε');
    expect(names('lenetUniform')).not.toContain('ε');
  });

  it('draws a step a layer, names apart, and a row a layer', () => {
    expect(stepsOf([0.5, 1], 'erk')).toMatchObject({ xs: [0, 1, 1, 2], ys: [0.5, 0.5, 1, 1] });
    const level = (height: number) => GRID.map(() => height);
    const names = { uniform: 'u', er: 'e', erk: 'k' };
    const near = { uniform: level(0.3), er: level(0.31), erk: level(0.33) };
    const heights = costNames(near, names, 'all').map(({ y }) => 110 * y);
    const sorted = heights.toSorted((a, b) => a - b);
    expect(Math.min(sorted[1]! - sorted[0]!, sorted[2]! - sorted[1]!)).toBeGreaterThan(16.9);
    const one = { uniform: level(0.3), er: level(0.3), erk: level(0.3) };
    expect(costNames(one, names, 'all').map(({ text }) => text)).toEqual(['all']);
    expect(rowsOf(near)).toHaveLength(51);
  });
});
