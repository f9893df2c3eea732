import { serve } from '~/runtime/serve';
import { makeOpenDigits } from './digits';
import { makeVaeTrain } from './vae-train.loop';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
serve(makeVaeTrain(makeOpenDigits({ base, caches: self.caches, locks: navigator.locks })));
