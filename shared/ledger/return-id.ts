const prefix = 'RET-';

/**
 * The number printed on what leaves with a shipment, under which its goods may come back. It follows from the shipment's
 * own number, so that a label tells it before anything was shipped.
 */
export function returnIdOf(shipment: string): string {
  return `${prefix}${shipment}`;
}

/** The shipment that a return number is of; null for a text that is no return number. */
export function shipmentOfReturn(returnId: string): string | null {
  const text = returnId.trim().toUpperCase();
  return text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : null;
}

/** A return number, or the number of a packing slip, which stands for its shipment as well. */
export function isReturnNumber(text: string): boolean {
  return shipmentOfReturn(text) !== null || /^PS-\d+$/i.test(text.trim());
}
