/** One widget runs at a time on a page: who starts makes the one before it pause. */
let running: (() => void) | undefined;

/** Takes the turn. `giveWay` is called when another widget takes it. */
export function takeTurn(giveWay: () => void): void {
  if (running !== giveWay) running?.();
  running = giveWay;
}

/** Gives the turn back, if it is still this one's. */
export function leaveTurn(giveWay: () => void): void {
  if (running === giveWay) running = undefined;
}
