/** Runs tasks one after the other, in the order in which they were asked for. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * A queue of one lane. ONNX Runtime's WebAssembly has one heap and one stack, so that two sessions must not be created or run
 * at once. A task that fails rejects its own promise only: those behind it still run.
 */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
