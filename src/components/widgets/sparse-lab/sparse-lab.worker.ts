import { serve } from '~/runtime/serve';
import { makeOpenPictures } from '../shared/training-pictures';
import { makeSparseLab } from './sparse-lab.loop';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
serve(makeSparseLab(makeOpenPictures({ base, caches: self.caches, locks: navigator.locks })));
