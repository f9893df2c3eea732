/** What the figure needs to draw trials of its own: loaded beside the worker, or when the reader picks out a loss. */
export { default as Budget } from './Budget.svelte';
export { default as ResultTable } from './ResultTable.svelte';
export { default as Strips } from './Strips.svelte';
export { describe } from './describe';
export { figureText } from './figure.text';
export { recorded, recordedOutcomes } from './recorded';
export { compareAt, summarise } from './summarise';
export { budgetOf } from './describe';
