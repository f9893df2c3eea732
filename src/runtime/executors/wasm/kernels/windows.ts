// The windows at hand, set once for an instruction. Bytes of an image, of a row, of a pixel; size; windows; kernel.
export let imageBytes: usize = 0;
export let rowBytes: usize = 0;
export let pixelBytes: usize = 0;
export let channels: i32 = 0;
export let height: i32 = 0;
export let width: i32 = 0;
export let down: i32 = 0;
export let across: i32 = 0;
export let kernelRows: i32 = 0;
export let kernelColumns: i32 = 0;
export let strideY: i32 = 0;
export let strideX: i32 = 0;
export let top: i32 = 0;
export let left: i32 = 0;
/** Floats of one row of a window. */
export let run: i32 = 0;

/** Words at `geometry`: h, w, c, kernel rows and columns, strides, padding, windows down and across. */
export function setWindows(geometry: usize): void {
  height = load<i32>(geometry);
  width = load<i32>(geometry, 4);
  channels = load<i32>(geometry, 8);
  kernelRows = load<i32>(geometry, 12);
  kernelColumns = load<i32>(geometry, 16);
  strideY = load<i32>(geometry, 20);
  strideX = load<i32>(geometry, 24);
  top = load<i32>(geometry, 28);
  left = load<i32>(geometry, 32);
  down = load<i32>(geometry, 36);
  across = load<i32>(geometry, 40);
  pixelBytes = (<usize>channels) << 2;
  rowBytes = pixelBytes * width;
  imageBytes = rowBytes * height;
  run = kernelColumns * channels;
}

/** Zeros in all images that `places` windows lie on. */
export function clearImages(images: usize, places: i32): void {
  memory.fill(images, 0, imageBytes * (places / (down * across)));
}
