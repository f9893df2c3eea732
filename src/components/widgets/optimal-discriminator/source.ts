import jensenShannon from '~/methods/divergences/discrete.ts?raw';
import minimax from '~/methods/gan-losses/minimax.ts?raw';
import optimum from '~/methods/gan-losses/optimum.ts?raw';
import transport from '~/methods/line-transport/line-transport.ts?raw';
import type { SourceFiles } from '../shared/share';
import compare from './compare.ts?raw';
import heaps from './heaps.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/optimal-discriminator/compare.ts': compare,
  'components/widgets/optimal-discriminator/heaps.ts': heaps,
  'methods/divergences/discrete.ts': jensenShannon,
  'methods/gan-losses/minimax.ts': minimax,
  'methods/gan-losses/optimum.ts': optimum,
  'methods/line-transport/line-transport.ts': transport,
};
