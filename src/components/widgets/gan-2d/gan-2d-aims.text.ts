import type { Localised } from '../shared/text';
import type { PresetName } from './gan-2d.params';

type Aims = Partial<Readonly<Record<PresetName, string>>>;

/** What to discover in a figure that a page opens with this preset; with the others it is the `aim` of gan-2d.text.ts. */
export const aimsText = {
  en: {
    leastSquares: 'Find out which losses leave clusters out, on one ring and with the same networks.',
    ebgan: 'Find out where the samples of an EBGAN come to stand, and what holds them there.',
  },
  ru: {
    leastSquares:
      'Выясните, при каких функциях потерь на одном и том же кольце и с теми же сетями теряются скопления.',
    ebgan: 'Выясните, где останавливаются образцы EBGAN и что их там держит.',
  },
} satisfies Localised<Aims> as Localised<Aims>;
