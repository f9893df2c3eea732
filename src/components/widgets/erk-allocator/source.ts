import allocation from '~/methods/sparsity/allocation.ts?raw';
import counts from '~/methods/sparsity/counts.ts?raw';
import layers from '~/methods/sparsity/layers.ts?raw';
import type { SourceFiles } from '../shared/share';
import allocate from './allocate.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/erk-allocator/allocate.ts': allocate,
  'methods/sparsity/allocation.ts': allocation,
  'methods/sparsity/counts.ts': counts,
  'methods/sparsity/layers.ts': layers,
};
