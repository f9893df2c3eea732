import { showBytes } from '../shared/format';
import type { ShellWords } from '../shared/shell.text';
import { fill, type Locale } from '../shared/text';
import type { Frame, Reading } from './digit-plane.loop';
import type { DigitPlaneWords } from './digit-plane.text';
import type { Point } from './latent-plane';

/** Bytes that Run downloads: the runtime's WebAssembly, the same compressed, and the model's files. */
export interface DownloadBytes {
  readonly runtime: number;
  readonly compressed: number;
  readonly model: number;
}

/** A code with its tenth neighbour farther than this, one standard deviation of the prior, is far from every test digit. */
const FAR = 1;

/** The numbers of the figure in the reader's language. */
export type Readings = ReturnType<typeof makeReadings>;

export function makeReadings(locale: Locale, words: DigitPlaneWords, shell: ShellWords) {
  // Made once: a formatter costs more than all else that a frame of a drag asks of the page.
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const finer = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const number = (value: number) => decimals.format(value).replace('-', '−');
  const percent = (share: number) => whole.format(share);
  /** Near 100% cut to two digits, never 100%: some of the prior lies outside every circle. */
  const percentOfPrior = (mass: number) =>
    mass < 0.99 ? percent(mass) : finer.format(Math.floor(mass * 1e4) / 1e4);
  const nearest = ({ neighbourhood: n }: Reading) =>
    n ? fill(words.nearest, { digit: n.digit, votes: n.votes, asked: n.asked }) : '–';
  const position = ({ z1, z2 }: Point) => fill(words.position, { z1: number(z1), z2: number(z2) });
  const bytes = (count: number) => showBytes(count, locale, shell);

  /** Before a run: what Run will download. */
  const announce = ({ runtime, compressed, model }: DownloadBytes) =>
    fill(words.idle, { runtime: bytes(runtime), compressed: bytes(compressed), model: bytes(model) });

  /** The state that the handle has reached, explained where it surprises. */
  const summarise = ({ here, notes }: Frame): string => {
    const { at, neighbourhood: n } = here;
    const values = {
      z1: number(at.z1),
      z2: number(at.z2),
      mass: percentOfPrior(here.priorMass),
      nearest: nearest(here),
      grey: percent(here.grey),
    };
    const sentences = [fill(words.summary, values)];
    if (n && n.radius > FAR) sentences.push(fill(words.empty, { radius: number(n.radius) }));
    else if (n && n.votes <= n.asked / 2) sentences.push(words.meet);
    for (const note of notes) sentences.push(words[`note_${note}`]);
    return sentences.join(' ');
  };
  return { number, percent, percentOfPrior, nearest, position, announce, summarise };
}
