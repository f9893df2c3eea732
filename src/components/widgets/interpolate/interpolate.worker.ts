import { serve } from '~/runtime/serve';
import { makeOpenCoders } from '../shared/coders';
import { makeInterpolate } from './interpolate.loop';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
serve(makeInterpolate(makeOpenCoders({ base, caches: self.caches, locks: navigator.locks })));
