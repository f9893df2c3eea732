/** Arrays smaller than this are copied: a transfer has a cost of its own. */
const WORTH_TRANSFERRING = 1024;

/**
 * The buffers inside a frame that are worth transferring instead of copying, each once. A typed array that shows only
 * a part of its buffer is copied, because a transfer would take the rest of the buffer away from its owner.
 */
export function transferables(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
    if (whole && byteLength >= WORTH_TRANSFERRING) found.add(buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) transferables(part, found);
  }
  return [...found];
}
