import { serve } from '~/runtime/serve';
import { makeOpenCoders } from '../shared/coders';
import { makeAnomaly } from './anomaly.loop';
import { makeOpenClothes } from './clothes';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
const store = { base, caches: self.caches, locks: navigator.locks };
serve(makeAnomaly(makeOpenCoders(store), makeOpenClothes(store)));
