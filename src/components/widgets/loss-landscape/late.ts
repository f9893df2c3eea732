// Everything that the figure needs only once it runs or is unfolded: drawings, words, table. Loaded by the first Run.
export { default as Numbers } from './PathNumbers.svelte';
export { default as Path } from './PathCharts.svelte';
export { default as Training } from './TrainingCharts.svelte';
export { speak } from './speak';
