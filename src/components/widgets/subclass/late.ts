// Everything that the figure needs only once it runs or is unfolded: drawings, words, table. Loaded by the first Run.
export { default as Charts } from './SubclassCharts.svelte';
export { default as Numbers } from './SubclassNumbers.svelte';
export { default as Table } from './SubclassTable.svelte';
export { speak } from './speak';
