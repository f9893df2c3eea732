/** The stored runs that the chapter's text quotes: one of each of the short ones again, and what the text says of all. */
import { describe, expect, it } from 'vitest';
import { chapterSettings } from '~/components/figures/gan/chapter-runs';
import report from '~/components/figures/gan/chapter-runs.json';
import { runOnce } from '~/components/widgets/gan-2d/gan-2d.measure';

const runsOf = (name: keyof typeof chapterSettings) => {
  const found = report.rows.find(({ row }) => row === name);
  if (!found) throw new Error(`chapter-runs.json has no row "${name}"`);
  return found.runs;
};
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the stored runs of the chapter', () => {
  it('have all seeds of their settings', () => {
    for (const [name, { seeds }] of Object.entries(chapterSettings))
      expect(runsOf(name as keyof typeof chapterSettings).map(({ seed }) => seed)).toEqual(seeds);
  });

  it('seed 0 does the same again', { timeout: 120_000 }, async () => {
    const stored = runsOf('eight')[0];
    const again = await runOnce(0, chapterSettings.eight.params);
    expect(again).toMatchObject({ ...stored, jsFloor: again.jsFloor });
  });

  it('noise in eight clusters covers all modes with every seed, nearly from the start', () => {
    for (const { modes, close } of runsOf('eight')) {
      expect(modes).toBeGreaterThan(7.5);
      expect(close).toBeGreaterThan(0.8);
    }
  });

  it('a curve reaches most clusters, and not all for good', () => {
    const modes = runsOf('curve').map((run) => run.modes);
    expect(Math.min(...modes)).toBeGreaterThan(5.5);
    expect(Math.max(...modes)).toBeLessThan(8);
    expect(runsOf('curve').filter(({ firstAll }) => firstAll !== null)).toHaveLength(9);
  });

  it('a slow judge loses modes; one that sees the batch brings them back and scatters the samples', () => {
    expect(Math.max(...runsOf('slowJudge').map(({ modes }) => modes))).toBeLessThan(4);
    expect(meanOf(runsOf('seesBatch').map(({ modes }) => modes))).toBeGreaterThan(6);
    expect(meanOf(runsOf('seesBatch').map(({ close }) => close))).toBeLessThan(0.5);
  });
});
