import losses from '~/methods/distillation/losses.ts?raw';
import soften from '~/methods/distillation/soften.ts?raw';
import type { SourceFiles } from '../shared/share';
import softened from './softened.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/temperature/softened.ts': softened,
  'methods/distillation/losses.ts': losses,
  'methods/distillation/soften.ts': soften,
};
