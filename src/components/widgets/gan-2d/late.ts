// Everything that the figure needs only once it runs or is unfolded: drawings, words, tables. Loaded by the first Run.
export { default as Charts } from './GanCharts.svelte';
export { default as More } from './GanMore.svelte';
export { default as Notes } from './GanNotes.svelte';
export { default as Planes } from './GanPlanes.svelte';
export { default as Table } from './FrameTable.svelte';
export { speak } from './speak';
