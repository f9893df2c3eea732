import { serve } from '~/runtime/serve';
import { areGansEqual } from './are-gans-equal.loop';

serve(areGansEqual);
