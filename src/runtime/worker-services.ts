import { createRng } from '~/methods/rng/create-rng';
import { RunFailure } from './loop';
import type { Services } from './serve';

/** What runs get inside a real worker. Executors are fetched only by a loop that opens a session. */
export const workerServices: Services = {
  createRng,
  chooseExecutor: async (wish) => {
    if (wish === 'reference') {
      const { openReference } = await import('./executors/reference/session');
      return { name: 'reference', openSession: openReference };
    }
    if (wish !== 'auto' && wish !== 'wasm') throw new RunFailure('unsupported', `${wish} is not built in`);
    const { openWasm } = await import('./executors/wasm/session');
    return { name: 'wasm', openSession: openWasm };
  },
};
