import resize from '~/methods/transposed-convolution/resize.ts?raw';
import stamps from '~/methods/transposed-convolution/stamps.ts?raw';
import type { SourceFiles } from '../shared/share';
import enlarge from './enlarge.ts?raw';
import spread from './spread.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/transposed-conv/enlarge.ts': enlarge,
  'components/widgets/transposed-conv/spread.ts': spread,
  'methods/transposed-convolution/stamps.ts': stamps,
  'methods/transposed-convolution/resize.ts': resize,
};
