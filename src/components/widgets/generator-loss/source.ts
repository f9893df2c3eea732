import leastSquares from '~/methods/gan-losses/least-squares.ts?raw';
import minimax from '~/methods/gan-losses/minimax.ts?raw';
import wasserstein from '~/methods/gan-losses/wasserstein.ts?raw';
import type { SourceFiles } from '../shared/share';
import curves from './curves.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/generator-loss/curves.ts': curves,
  'methods/gan-losses/minimax.ts': minimax,
  'methods/gan-losses/least-squares.ts': leastSquares,
  'methods/gan-losses/wasserstein.ts': wasserstein,
};
