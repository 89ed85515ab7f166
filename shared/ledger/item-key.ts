/** The key of an item: its number belongs to a source system, so the key names both. Codes hold no colon. */
export function itemKey(sourceSystem: string, number: string): string {
  return `${sourceSystem}:${number}`;
}

/** The number under which the item's own source system knows it. */
export function itemNumberOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

export function sourceSystemOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
