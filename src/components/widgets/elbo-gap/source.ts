import gap from '~/methods/linear-gaussian/elbo-gap.ts?raw';
import model from '~/methods/linear-gaussian/model.ts?raw';
import estimates from '~/methods/marginal-likelihood/estimates.ts?raw';
import values from '~/methods/vae/values.ts?raw';
import type { SourceFiles } from '../shared/share';
import bounds from './bounds.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/elbo-gap/bounds.ts': bounds,
  'methods/linear-gaussian/elbo-gap.ts': gap,
  'methods/linear-gaussian/model.ts': model,
  'methods/marginal-likelihood/estimates.ts': estimates,
  'methods/vae/values.ts': values,
};
