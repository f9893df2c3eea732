import rewire from '~/methods/rigl/rewire.ts?raw';
import rigl from '~/methods/rigl/rigl.ts?raw';
import set from '~/methods/set/set.ts?raw';
import type { SourceFiles } from '../shared/share';
import exchange from './exchange.ts?raw';
import tinyLayer from './tiny-layer.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/grow-step/exchange.ts': exchange,
  'components/widgets/grow-step/tiny-layer.ts': tinyLayer,
  'methods/rigl/rigl.ts': rigl,
  'methods/rigl/rewire.ts': rewire,
  'methods/set/set.ts': set,
};
