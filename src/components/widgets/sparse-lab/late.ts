// Everything that the figure needs only once it runs or is unfolded: drawings, words, table. Loaded by the first Run.
export { default as Charts } from './LabCharts.svelte';
export { default as Maps } from './LabMaps.svelte';
export { default as Matrices } from './LabMatrices.svelte';
export { default as Notes } from './LabNotes.svelte';
export { default as Table } from './FrameTable.svelte';
export { speak } from './speak';
