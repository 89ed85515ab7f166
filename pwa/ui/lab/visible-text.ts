/** A piece of a text: as it is, or the name of a character that has no shape. */
export interface VisiblePart {
  readonly text: string;
  readonly isControl: boolean;
}

const names = [
  ...['NUL', 'SOH', 'STX', 'ETX', 'EOT', 'ENQ', 'ACK', 'BEL', 'BS', 'TAB', 'LF', 'VT', 'FF', 'CR', 'SO', 'SI'],
  ...['DLE', 'DC1', 'DC2', 'DC3', 'DC4', 'NAK', 'SYN', 'ETB', 'CAN', 'EM', 'SUB', 'ESC', 'FS', 'GS', 'RS', 'US'],
];

/** A text with everything in it to be seen: control characters by name, spaces at the ends, what is no text by number. */
export function visibleParts(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  for (const [index, character] of [...text].entries()) {
    const isEdge = index === 0 || index === [...text].length - 1;
    const name = nameOf(character, isEdge);
    const last = parts.at(-1);
    if (name !== null) parts.push({ text: name, isControl: true });
    else if (last && !last.isControl) parts[parts.length - 1] = { text: last.text + character, isControl: false };
    else parts.push({ text: character, isControl: false });
  }
  return parts;
}

function nameOf(character: string, isEdge: boolean): string | null {
  const code = character.codePointAt(0) ?? 0;
  if (character === ' ') return isEdge ? 'SP' : null;
  if (code < names.length) return names[code] ?? null;
  if (code === 0x7f) return 'DEL';
  return /[\p{C}\p{Z}\ufffd]/u.test(character) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : null;
}

/** The same as one line, for who reads it in a mail: `]C1` 01… `<GS>`. */
export function visibleLine(text: string): string {
  return visibleParts(text)
    .map((part) => (part.isControl ? `<${part.text}>` : part.text))
    .join('');
}

/** The bytes of a text in UTF-8, in hexadecimal, so many to a row. */
export function hexRows(text: string, perRow = 8): string[] {
  const bytes = bytesOf(text).map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
  return Array.from({ length: Math.ceil(bytes.length / perRow) }, (_, row) =>
    bytes.slice(row * perRow, (row + 1) * perRow).join(' '),
  );
}

export function bytesOf(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}
