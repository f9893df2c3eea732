import ica from '~/methods/ica/fast-ica.ts?raw';
import whiten from '~/methods/ica/whiten.ts?raw';
import type { SourceFiles } from '../shared/share';
import unmix from './unmix.ts?raw';

/** The files that compute the figure, as they stand in this build. */
export const source: SourceFiles = {
  'components/widgets/latent-ica/unmix.ts': unmix,
  'methods/ica/whiten.ts': whiten,
  'methods/ica/fast-ica.ts': ica,
};
