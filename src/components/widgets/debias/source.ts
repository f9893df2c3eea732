import debias from '~/methods/debias/debias.ts?raw';
import type { SourceFiles } from '../shared/share';
import explore from './explore.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/debias/explore.ts': explore,
  'methods/debias/debias.ts': debias,
};
