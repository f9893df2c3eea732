import { showBytes } from '../shared/format';
import type { ShellWords } from '../shared/shell.text';
import { fill, type Locale } from '../shared/text';
import type { Drawn, Frame, PlaneSide, Reading, RowsSide } from './digit-latents.frame';
import type { ModelName, Params } from './digit-latents.params';
import type { DigitLatentsWords } from './digit-latents.text';
import type { downloadOf } from './downloads';
import { toCode } from './lab';
import type { Point } from './latent-plane';

/** A code with its tenth neighbour farther than this, one standard deviation of the prior, is far from every test digit. */
const FAR = 1;
/** A place with no test code nearer than half of that is a hole, although ten may stand within the whole. */
const HOLE = 0.5;
/** A drawing restored worse than this share of the test digits is an anomaly; above the lower share it is unusual. */
const [ODD, UNUSUAL] = [0.99, 0.9];
/** A number that changes no pixel by more than this on average, over the whole traversal, is one that the decoder does not hear. */
export const HEARD = 0.005;

/** The numbers of the figure in the reader's language. */
export type Readings = ReturnType<typeof makeReadings>;

export function makeReadings(locale: Locale, words: DigitLatentsWords, shell: ShellWords) {
  // Made once: a formatter costs more than all else that a frame of a drag asks of the page.
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const finer = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
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
  const announce = ({ runtime, compressed, model }: ReturnType<typeof downloadOf>) =>
    fill(words.idle, { runtime: bytes(runtime), compressed: bytes(compressed), model: bytes(model) });

  const modelName = (name: ModelName) => words[`model_${name}`];
  const unitName = (index: number) => fill(words.strengthUnit, { index: index + 1 });
  const least = ({ neighbourhood: n }: Reading) =>
    n ? fill(words.least, { distance: number(n.least) }) : '';
  /** The code z of the handle, where its coordinates are not the code itself. */
  const code = ({ space, here: { at } }: PlaneSide) => {
    const [z1 = NaN, z2 = NaN] = toCode(space, [at.z1, at.z2]);
    return fill(words.code, { z1: number(z1), z2: number(z2) });
  };
  const strength = (index: number, value: number) =>
    fill(words.strength, { name: unitName(index), strength: number(value) });
  const moved = ({ units, change }: RowsSide, unit: number, value: number) =>
    fill(words.moved, {
      name: unitName(units[unit - 1]?.index ?? 0),
      value: number(value),
      change: fine.format(change),
    });
  const aliveOf = ({ reach }: RowsSide) => reach.filter((each) => each > HEARD).length;

  /** The state that the handle has reached, explained where it surprises. */
  const summarisePlane = ({ name, here }: PlaneSide): string => {
    const { at, neighbourhood: n } = here;
    const values = {
      z1: number(at.z1),
      z2: number(at.z2),
      mass: percentOfPrior(here.priorMass),
      nearest: nearest(here),
      grey: percent(here.grey),
    };
    const sentences: string[] = [fill(name === 'ae' ? words.summaryAe : words.summary, values)];
    if (n && n.radius > FAR) sentences.push(fill(words.empty, { radius: number(n.radius) }));
    else if (n && n.least > HOLE) sentences.push(fill(words.hole, { distance: number(n.least) }));
    else if (n && n.votes <= n.asked / 2) sentences.push(words.meet);
    return sentences.join(' ');
  };
  const compare = ({ name, here: { neighbourhood: n, grey } }: PlaneSide): string =>
    fill(words.apart, {
      name: modelName(name),
      distance: n ? number(n.least) : '–',
      grey: percent(grey),
      hole: n && n.least > HOLE ? ` ${words.aHole}` : '',
    });
  /** Where the drawing's code lies, mean ± deviation in a plane. */
  const drawnPlace = ({ mean, sd }: Drawn): string => {
    if (mean.length !== 2) return words.drawnCode;
    const [z1 = NaN, z2 = NaN] = mean;
    const at = { z1: number(z1), z2: number(z2) };
    return sd
      ? fill(words.drawnPlace, { ...at, sd1: number(sd[0] ?? NaN), sd2: number(sd[1] ?? NaN) })
      : fill(words.drawnPlaceAe, at);
  };
  const drawnError = ({ error, below, judged, of }: Drawn): string =>
    judged < of
      ? fill(words.drawnJudging, { error: fine.format(error), judged, n: of })
      : fill(words.drawnError, { error: fine.format(error), share: percent(below / of), n: of });
  const oddness = ({ below, of }: Drawn): string =>
    below / of > ODD ? words.odd : below / of > UNUSUAL ? words.unusual : words.usual;
  const summariseRows = (side: RowsSide, { unit, value }: Params): string => {
    const told = fill(words.summaryRows, {
      model: modelName(side.name),
      alive: aliveOf(side),
      all: side.units.length,
      reach: fine.format(HEARD),
      name: unitName(side.units[unit - 1]?.index ?? 0),
      value: number(value),
      change: fine.format(side.change),
    });
    const deaf = side.hasPrior && (side.reach[unit - 1] ?? 1) <= HEARD;
    return deaf ? `${told} ${words.deaf}` : told;
  };
  const summarise = ({ planes, rows, drawn, notes }: Frame, params: Params): string =>
    [
      ...planes.map(planes.length > 1 ? compare : summarisePlane),
      ...rows.map((side) => summariseRows(side, params)),
      ...(params.source === 'drawing' && rows.some(({ label }) => label !== undefined)
        ? [words.noDrawing]
        : []),
      ...drawn.map((each) =>
        fill(words.apartDrawn, { name: modelName(each.name), finding: drawnError(each) }),
      ),
      ...notes.map((note) => words[`note_${note}`]),
    ].join(' ');
  return {
    ...{ number, percent, percentOfPrior, nearest, position, announce, summarise },
    ...{
      modelName,
      unitName,
      least,
      code,
      strength,
      moved,
      drawnPlace,
      drawnError,
      oddness,
      change: (value: number) => fine.format(value),
    },
  };
}
