import { serve } from '~/runtime/serve';
import { bilinearGame } from './bilinear-game.loop';
serve(bilinearGame);
