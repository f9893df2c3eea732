import type { Rows } from '../shared/export';
import type { PlotLine } from '../shared/plot-path';
import type { Quantity } from '../shared/quantities';
import type { Found } from './describe';
import { COUNTS, elboGap, type Errors, type overDimension } from './estimate';
import { REPEATS } from './noise';
import type { Params } from './marginal-likelihood.params';
import type { MarginalWords } from './marginal-likelihood.text';

export const LOG_COUNTS = COUNTS.map((n) => Math.log10(n));

/** The mean error of the repeats, wide, with the lowest and the highest, thin. */
export function errorLines({ mean, low, high }: Errors, role: PlotLine['role'], dash?: string): PlotLine[] {
  const line = (ys: readonly number[], width: number): PlotLine => ({
    xs: LOG_COUNTS,
    ys,
    role,
    width,
    ...(dash !== undefined && { dash }),
  });
  return [line(low, 1), line(high, 1), line(mean, 2.5)];
}

/** The lowest error that the axis shows: all of the proposal's and most of the prior's. */
export function lowestOf({ prior, proposal }: Found): number {
  const deepest = Math.min(prior.mean[3] ?? -1, ...proposal.low, -0.5);
  return [-1, -2, -5, -10, -20, -50, -100, -200].find((edge) => edge <= deepest) ?? -500;
}

/** The numbers in view. */
export function quantitiesOf(params: Params, found: Found, words: MarginalWords): Quantity[] {
  const nats = (name: string, value: number): Quantity => ({ name, value, unit: words.nats });
  return [
    nats('log p(x)', found.exact),
    nats(words.biasPrior, found.prior.mean.at(-1) ?? NaN),
    nats(words.biasProposal, found.proposal.mean.at(-1) ?? NaN),
    { name: words.essPrior, value: found.prior.effective },
    { name: words.essProposal, value: found.proposal.effective },
    nats(words.elbo, found.exact - elboGap(params)),
  ];
}

/** The estimates as they are drawn, repeat by repeat, then the samples needed. */
export function rowsOf(found: Found, needed: ReturnType<typeof overDimension>): Rows {
  const block = (name: string, { errors }: Errors) =>
    errors.map((values, i) => [name, COUNTS[i] ?? NaN, ...values]);
  const repeats = Array.from({ length: REPEATS }, (_, r) => `error of repeat ${r + 1} (nats)`);
  return [
    ['proposal', 'samples', ...repeats],
    ...block('prior', found.prior),
    ...block('q', found.proposal),
    ['dimension', 'log10 samples needed, prior', 'log10 samples needed, q'],
    ...needed.k.map((k, i) => [k, needed.prior[i] ?? NaN, needed.proposal[i] ?? NaN]),
  ];
}
