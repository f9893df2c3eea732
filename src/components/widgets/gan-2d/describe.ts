import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Frame } from './gan-2d.frame';
import type { Params } from './gan-2d.params';
import type { StateWords } from './gan-2d-state.text';
import { WALK, type Centre, type History } from './history';

/** A sample's gradient shorter than this moves the generator less than the noise of its batches does. */
const NO_PULL = 0.01;
/**
 * With most samples near modes, but no more of the modes than this share, the generator has collapsed; with most samples
 * elsewhere it has not arrived.
 */
const COLLAPSED = 0.4;
/** A judge whose means differ by less than this cannot tell data from samples. */
const DRAW = 0.1;
/** Near no mode: more than this share of the samples is worth a word. */
const STRAY = 0.2;
/** A value within so many standard deviations of its floor is at it. */
const AT_FLOOR = 2;

interface Voice {
  readonly words: StateWords;
  readonly locale: Locale;
}

/** The state of the experiment in words: what a sighted reader sees and a blind one hears. */
export function describe(
  frame: Frame | undefined,
  params: Params,
  history: Pick<History, 'walk' | 'previous'> | undefined,
  voice: Voice,
): string {
  const { words, locale } = voice;
  if (!frame) return params.data === 'drawn' ? words.noDrawing : '';
  const show = (value: number) => showNumber(value, locale, 2).replace('-', '−');
  const sentences = [
    describeSingleStep(frame, history?.previous, words, show),
    ...(frame.step === 0
      ? [fill(words.before, { n: showNumber(frame.generated.length / 2, locale) })]
      : [
          describeModes(frame, voice),
          describeDistance(frame, words, show),
          describeJudge(frame, words, show),
          describePull(frame, params, words, show),
          describeCycle(history?.walk ?? [], words, show),
        ]),
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

/** The JS of the samples is where fresh data would be too. */
export function isAtFloor({ js, jsFloor }: Pick<Frame, 'js' | 'jsFloor'>): boolean {
  return js <= jsFloor.mean + AT_FLOOR * jsFloor.spread;
}

function describeModes(frame: Frame, { words, locale }: Voice): string | undefined {
  const { covered, modes, closeShare } = frame;
  if (modes === 0) return undefined;
  const template =
    covered === 0
      ? words.modesNone
      : covered === modes
        ? words.modesAll
        : covered <= COLLAPSED * modes && closeShare > 0.5
          ? words.modesCollapsed
          : words.modesSome;
  const counted = fill(template, { n: covered, m: modes });
  if (covered === 0 || 1 - closeShare < STRAY) return counted;
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return `${counted} ${fill(words.stray, { share: share.format(1 - closeShare) })}`;
}

function describeDistance(
  frame: Frame,
  words: StateWords,
  show: (value: number) => string,
): string | undefined {
  const { js, jsFloor } = frame;
  if (!Number.isFinite(js)) return undefined;
  const values = { js: show(js), floor: show(jsFloor.mean), spread: show(jsFloor.spread) };
  return fill(isAtFloor(frame) ? words.jsFloor : words.js, values);
}

function describeJudge(frame: Frame, words: StateWords, show: (value: number) => string): string {
  const { judgedReal, judgedFake, fieldKind, beganK, beganM } = frame;
  const values = { real: show(judgedReal), fake: show(judgedFake), gap: show(judgedReal - judgedFake) };
  const judged = fill(words[`judged_${fieldKind}`], values);
  if (Number.isNaN(beganK)) return judged;
  return `${judged} ${fill(words.beganControl, { k: show(beganK), m: show(beganM) })}`;
}

/** A short gradient surprises only while there is something left to learn. */
function describePull(
  frame: Frame,
  { loss }: Params,
  words: StateWords,
  show: (value: number) => string,
): string | undefined {
  if (!(frame.pull < NO_PULL) || isAtFloor(frame)) return undefined;
  const { judgedReal, judgedFake } = frame;
  const probability = frame.fieldKind === 'probability';
  if (probability && Math.abs(judgedReal - judgedFake) < DRAW)
    return fill(words.rest, { pull: show(frame.pull) });
  const template =
    loss === 'wassersteinClip'
      ? words.noPull_clip
      : probability && judgedFake < 0.1
        ? words.noPull_probability
        : words.noPull_other;
  return fill(template, { pull: show(frame.pull) });
}

/**
 * A walk leads nowhere when it is so many times as long as the farthest it got, and this long: on the ring with shipped
 * settings the centre walks 4 to 6 units in as many pictures, with the preset "cycling" 9 to 10, with "imbalanced" 130.
 */
const WINDING = 15;
const LONG = 8;

/** How long the way of the samples' centre was over the last pictures, and how far it got from its start. */
export function measureWalk(
  walk: readonly Centre[],
): { readonly path: number; readonly reach: number } | undefined {
  if (walk.length < WALK) return undefined;
  let path = 0;
  let reach = 0;
  walk.forEach(([x, y], index) => {
    const [fromX, fromY] = walk[index - 1] ?? [x, y];
    const [startX, startY] = walk[0] ?? [x, y];
    path += Math.hypot(x - fromX, y - fromY);
    reach = Math.max(reach, Math.hypot(x - startX, y - startY));
  });
  return { path, reach };
}

function describeCycle(
  centres: readonly Centre[],
  words: StateWords,
  show: (value: number) => string,
): string | undefined {
  const walk = measureWalk(centres);
  if (!walk || walk.path < LONG || walk.path < WINDING * walk.reach) return undefined;
  return fill(words.cycling, { n: WALK, path: show(walk.path), reach: show(walk.reach) });
}

/** What a single step of one player did; nothing if both moved. */
function describeSingleStep(
  now: Frame,
  before: Frame | undefined,
  words: StateWords,
  show: (value: number) => string,
): string | undefined {
  if (!before) return undefined;
  const judged = now.judgeSteps - before.judgeSteps;
  const generated = now.generatorSteps - before.generatorSteps;
  if (judged + generated !== 1) return undefined;
  const loss = judged === 1 ? 'lossD' : 'lossG';
  const or = (value: number) => (Number.isNaN(value) ? '–' : show(value));
  return fill(judged === 1 ? words.steppedJudge : words.steppedGenerator, {
    real: show(now.judgedReal),
    realBefore: show(before.judgedReal),
    fake: show(now.judgedFake),
    fakeBefore: show(before.judgedFake),
    before: or(before[loss]),
    after: or(now[loss]),
    moved: show(meanMove(before.generated, now.generated)),
  });
}

/** Mean distance between the points of two sets, pair by pair. */
function meanMove(from: Float32Array, to: Float32Array): number {
  let sum = 0;
  for (let index = 0; index + 1 < to.length; index += 2)
    sum += Math.hypot(
      (to[index] ?? NaN) - (from[index] ?? NaN),
      (to[index + 1] ?? NaN) - (from[index + 1] ?? NaN),
    );
  return (2 * sum) / to.length;
}
