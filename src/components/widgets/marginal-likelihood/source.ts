import model from '~/methods/linear-gaussian/model.ts?raw';
import estimates from '~/methods/marginal-likelihood/estimates.ts?raw';
import type { SourceFiles } from '../shared/share';
import estimate from './estimate.ts?raw';
import noise from './noise.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/marginal-likelihood/estimate.ts': estimate,
  'components/widgets/marginal-likelihood/noise.ts': noise,
  'methods/marginal-likelihood/estimates.ts': estimates,
  'methods/linear-gaussian/model.ts': model,
};
