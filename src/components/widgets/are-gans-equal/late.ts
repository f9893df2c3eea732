/** What the figure needs to draw trials of its own: loaded beside the worker, or when the reader picks out a loss. */
export { default as Budget } from './Budget.svelte';
export { default as ResultTable } from './ResultTable.svelte';
export { default as Strips } from './Strips.svelte';
export { figureText } from './figure.text';
export { measureNow, pictureNow, rowsOfTrials, sayNow } from './now';
