import { serve } from '~/runtime/serve';
import { makeOpenPictures } from '../shared/training-pictures';
import { makeSubclass } from './subclass.loop';

const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
serve(makeSubclass(makeOpenPictures({ base, caches: self.caches, locks: navigator.locks })));
