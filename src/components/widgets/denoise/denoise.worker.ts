import { serve } from '~/runtime/serve';
import { makeOpenCoders } from '../shared/coders';
import { makeDenoise } from './denoise.loop';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
serve(makeDenoise(makeOpenCoders({ base, caches: self.caches, locks: navigator.locks })));
