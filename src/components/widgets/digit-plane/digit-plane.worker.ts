import { serve } from '~/runtime/serve';
import { makeDigitPlane } from './digit-plane.loop';
import { makeOpenDecoder } from './open-decoder';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
serve(makeDigitPlane(makeOpenDecoder({ base, caches: self.caches, locks: navigator.locks })));
