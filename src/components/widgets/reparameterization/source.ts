import estimators from '~/methods/score-function/estimators.ts?raw';
import type { SourceFiles } from '../shared/share';
import estimate from './estimate.ts?raw';
import exact from './exact.ts?raw';
import functions from './functions.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/reparameterization/estimate.ts': estimate,
  'components/widgets/reparameterization/exact.ts': exact,
  'components/widgets/reparameterization/functions.ts': functions,
  'methods/score-function/estimators.ts': estimators,
};
