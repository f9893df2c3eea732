import { serve } from '~/runtime/serve';
import { beganControl } from './began-control.loop';
serve(beganControl);
