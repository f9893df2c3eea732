import resize from '~/methods/transposed-convolution/resize.ts?raw';
import stamps from '~/methods/transposed-convolution/stamps.ts?raw';
import type { SourceFiles } from '../shared/share';
import enlarge from './enlarge.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/transposed-conv/enlarge.ts': enlarge,
  'methods/transposed-convolution/stamps.ts': stamps,
  'methods/transposed-convolution/resize.ts': resize,
};
