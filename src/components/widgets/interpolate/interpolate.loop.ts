import { RunFailure, type Loop } from '~/runtime/loop';
import type { Classify, OpenCoders } from '../shared/coders';
import { checkParams } from '../shared/fields';
import type { LabelledDigits } from '../shared/test-digits';
import { CrowdCounter, measureDigits, PAIRS } from './crowd';
import type { Frame, Row, Seen } from './interpolate.frame';
import { fields, MODEL_OF, type Params } from './interpolate.params';
import { greyOf, pictureOf, routesOf, see, type Route } from './ways';

/** Pictures of a strip. */
export const STRIP = 9;

const square = (code: readonly number[]) => code.reduce((sum, value) => sum + value * value, 0);

/** A strip, as long as ends and path are the same, and the picture at t. */
class RowDrawer {
  readonly #route: Route;
  readonly #digits: LabelledDigits;
  readonly #classify: Classify;
  #key = '';
  #ends: readonly [readonly number[], readonly number[]] = [[], []];
  #strip = new Float32Array();
  #seen: readonly Seen[] = [];

  constructor(route: Route, digits: LabelledDigits, classify: Classify) {
    [this.#route, this.#digits, this.#classify] = [route, digits, classify];
  }

  async #renew({ first, second, path }: Params): Promise<number> {
    const key = `${first} ${second} ${path}`;
    if (key === this.#key) return 0;
    const { pictures } = this.#digits;
    const both = new Float32Array([...pictureOf(pictures, first), ...pictureOf(pictures, second)]);
    const [from = [], to = []] = await this.#route.encode(both);
    const between = this.#route.between(path);
    const codes = Array.from({ length: STRIP }, (_, i) => between(from, to, i / (STRIP - 1)));
    this.#strip = (await this.#route.decode(codes)).slice();
    this.#seen = await see(this.#classify, this.#strip);
    [this.#ends, this.#key] = [[from, to], key];
    return STRIP;
  }

  async draw(params: Params): Promise<{ row: Row; decoded: number }> {
    const decoded = await this.#renew(params);
    const [from, to] = this.#ends;
    const code = this.#route.between(params.path)(from, to, params.t);
    const here = (await this.#route.decode([code])).slice();
    const [seenHere = { digit: NaN, share: NaN }] = await see(this.#classify, here);
    const { way } = this.#route;
    const row: Row = {
      way,
      strip: this.#strip.slice(),
      seen: this.#seen,
      here,
      seenHere,
      grey: greyOf(here),
      squares: way === 'pixels' ? undefined : [square(from), square(to), square(code)],
    };
    return { row, decoded: decoded + 1 };
  }
}

/**
 * A loop that decodes what lies between two test digits, by mixing pixels and by the codes of three shipped models, and, part by
 * part, the middles of 200 random pairs. It counts decoded pictures as steps and waits for the reader once all stands.
 */
export function makeInterpolate(open: OpenCoders): Loop<Params, Frame> {
  return async function* interpolate(run) {
    checkParams(fields, run.params());
    const { runtime } = run.params();
    const lab = await open({ ids: Object.values(MODEL_OF), runtime, classifier: true }, run);
    try {
      const { digits, classify, device, notes } = lab;
      if (!classify) throw new RunFailure('internal', 'interpolate: expected the classifier');
      const routes = routesOf(lab.coders);
      const drawers = routes.map((route) => new RowDrawer(route, digits, classify));
      const crowd = new CrowdCounter(routes, digits, classify, run.seed);
      let floor: Frame['floor'];
      let step = 0;
      while (!run.signal.aborted) {
        const params = run.params();
        checkParams(fields, params);
        const rows: Row[] = [];
        // The first picture does not wait for the crowd.
        if (step > 0) {
          step += await crowd.add(params.path);
          floor ??= await measureDigits(digits, classify);
        }
        for (const drawer of drawers) {
          const { row, decoded } = await drawer.draw(params);
          rows.push(row);
          step += decoded;
        }
        const labels = [digits.labels[params.first] ?? NaN, digits.labels[params.second] ?? NaN] as const;
        yield { step, labels, rows, crowd: crowd.result, of: PAIRS, floor, device, notes };
        if (crowd.rests) await run.changed();
      }
      return 'finished';
    } finally {
      await lab.release();
    }
  };
}
