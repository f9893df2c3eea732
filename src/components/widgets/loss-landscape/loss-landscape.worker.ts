import { serve } from '~/runtime/serve';
import { makeOpenPictures } from '../shared/training-pictures';
import { makeLossLandscape } from './loss-landscape.loop';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
serve(makeLossLandscape(makeOpenPictures({ base, caches: self.caches, locks: navigator.locks })));
