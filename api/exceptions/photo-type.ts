/** How files of each kind of picture begin; `null` stands for any byte. */
const beginnings: readonly (readonly [contentType: string, bytes: readonly (number | null)[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];

export const photoTypes = beginnings.map(([contentType]) => contentType);

/** What kind of picture these bytes are, whatever they were said to be; undefined for none that browsers show. */
export function photoTypeOf(content: Uint8Array): string | undefined {
  const fits = (bytes: readonly (number | null)[]) =>
    bytes.every((byte, index) => byte === null || content[index] === byte);
  return beginnings.find(([, bytes]) => fits(bytes))?.[0];
}

/** Whether a `Content-Type` leaves room for a picture: what says that it is something else is taken at its word. */
export function maySayPhoto(contentType: string): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === '' || type === 'application/octet-stream' || type.startsWith('image/');
}
