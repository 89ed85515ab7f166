const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a UUID of any version in lower-case canonical form. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/**
 * A UUIDv7 (RFC 9562, 5.7): 48 bits of `unixMs`, then the given random bytes. Pure, so that a simulation with the same
 * clock and random bytes makes the same ids. `random` holds at least 10 bytes.
 */
export function uuidV7(unixMs: number, random: Uint8Array): string {
  const time = unixMs.toString(16).padStart(12, '0');
  const byte = (index: number): number => random[index] ?? 0;
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  const version = hex(0x70 | (byte(0) & 0x0f)) + hex(byte(1));
  const variant = hex(0x80 | (byte(2) & 0x3f)) + hex(byte(3));
  const tail = [4, 5, 6, 7, 8, 9].map((index) => hex(byte(index))).join('');
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-${version}-${variant}-${tail}`;
}
