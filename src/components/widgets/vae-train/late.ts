// Everything that the figure needs only once it runs or is unfolded: drawings, words, table. Loaded by the first Run.
export { default as Charts } from './VaeCharts.svelte';
export { default as Grids } from './VaeGrids.svelte';
export { default as Notes } from './VaeNotes.svelte';
export { default as Planes } from './VaePlanes.svelte';
export { default as Table } from './FrameTable.svelte';
export { speak } from './speak';
