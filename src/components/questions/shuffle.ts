/**
 * A fixed order of 0 … length − 1 that depends on the text alone, so that a rebuilt page shows the same order
 * and no author's habit (right answer first) shows through. Never the identity for two items or more.
 */
export function shuffleByText(length: number, text: string): number[] {
  const order = Array.from({ length }, (_, i) => i);
  const weight = order.map((i) => hash(`${text}/${String(i)}`));
  order.sort((a, b) => (weight[a] ?? 0) - (weight[b] ?? 0));
  if (order.every((item, place) => item === place)) order.push(...order.splice(0, 1));
  return order;
}

/** FNV-1a, 32 bits, with a last mixing step because the texts differ only in their last sign. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
