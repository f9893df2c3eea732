import allocation from '~/methods/sparsity/allocation.ts?raw';
import flops from '~/methods/training-flops/training-flops.ts?raw';
import type { SourceFiles } from '../shared/share';
import costs from './costs.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/flops-meter/costs.ts': costs,
  'methods/training-flops/training-flops.ts': flops,
  'methods/sparsity/allocation.ts': allocation,
};
