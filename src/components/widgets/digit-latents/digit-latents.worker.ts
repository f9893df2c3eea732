import { serve } from '~/runtime/serve';
import { makeDigitLatents } from './digit-latents.loop';
import { makeOpenLab } from './open-lab';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
serve(makeDigitLatents(makeOpenLab({ base, caches: self.caches, locks: navigator.locks })));
