import { serve } from '~/runtime/serve';
import { gan2d } from './gan-2d.loop';
serve(gan2d);
