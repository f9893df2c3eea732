import grasp from '~/methods/grasp/grasp.ts?raw';
import snip from '~/methods/snip/snip.ts?raw';
import type { SourceFiles } from '../shared/share';
import judge from './judge.ts?raw';
import tinyNet from './tiny-net.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/prune-at-init/judge.ts': judge,
  'components/widgets/prune-at-init/tiny-net.ts': tinyNet,
  'methods/snip/snip.ts': snip,
  'methods/grasp/grasp.ts': grasp,
};
