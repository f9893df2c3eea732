import { createRng } from '~/methods/rng/create-rng';
import type { Services } from './serve';

/** What runs get inside a real worker. Executors are fetched only by a loop that opens a session. */
export const workerServices: Services = {
  createRng,
  chooseExecutor: async (wish, told) => (await import('./executors')).chooseExecutor(wish, { told }),
};
