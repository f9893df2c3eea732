import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Frame } from './gan-2d.loop';
import type { Params } from './gan-2d.params';
import type { GanWords } from './gan-2d.text';

/** A sample's gradient shorter than this moves the generator less than the noise of its batches does. */
const NO_PULL = 0.01;
/** With no more modes than this the generator has collapsed; with none it has not arrived anywhere. */
const COLLAPSED = 3;

/** The state of the experiment in words: what a sighted reader sees and a blind one hears. */
export function describe(
  frame: Frame | undefined,
  { data, loss }: Params,
  words: GanWords,
  locale: Locale,
): string {
  if (!frame) return '';
  const show = (value: number) => showNumber(value, locale, 2);
  if (frame.step === 0) return fill(words.beforeStep, { n: showNumber(frame.generated.length / 2, locale) });
  const sentences: string[] = [];
  if (data === 'ring') {
    const { covered, counts } = frame;
    const template =
      covered === counts.length
        ? words.modesAll
        : covered > 0 && covered <= COLLAPSED
          ? words.modesCollapsed
          : words.modesSome;
    sentences.push(fill(template, { n: covered, m: counts.length }));
  }
  const judged = { real: show(frame.judgedReal), fake: show(frame.judgedFake) };
  if (loss === 'wassersteinGp')
    sentences.push(
      fill(words.judgementCritic, { ...judged, gap: show(frame.judgedReal - frame.judgedFake) }),
    );
  else sentences.push(fill(words.judgement, judged));
  if (loss !== 'wassersteinGp' && frame.pull < NO_PULL)
    sentences.push(fill(words.noPull, { pull: show(frame.pull) }));
  return sentences.join(' ');
}
