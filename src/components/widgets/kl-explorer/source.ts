import divergence from '~/methods/density-fit/divergence.ts?raw';
import fit from '~/methods/density-fit/fit.ts?raw';
import mixture from '~/methods/density-fit/mixture.ts?raw';
import type { SourceFiles } from '../shared/share';
import explore from './explore.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/kl-explorer/explore.ts': explore,
  'methods/density-fit/divergence.ts': divergence,
  'methods/density-fit/fit.ts': fit,
  'methods/density-fit/mixture.ts': mixture,
};
