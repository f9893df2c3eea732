import decision from '~/methods/bayes/decision.ts?raw';
import posterior from '~/methods/bayes/posterior.ts?raw';
import type { SourceFiles } from '../shared/share';
import decide from './decide.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/bayes-room/decide.ts': decide,
  'methods/bayes/posterior.ts': posterior,
  'methods/bayes/decision.ts': decision,
};
