/**
 * The distinguished encoding (ITU-T X.690) of the few kinds of value that a certificate is made of. Each answers the
 * bytes of one value: its tag, its length, its content.
 */
const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

export function sequence(...values: readonly Buffer[]): Buffer {
  return tagged(tags.sequence, ...values);
}

export function set(...values: readonly Buffer[]): Buffer {
  return tagged(tags.set, ...values);
}

/** A value under a tag of its context: `[n]`, constructed of other values. */
export function explicit(number: number, ...values: readonly Buffer[]): Buffer {
  return tagged(0xa0 | number, ...values);
}

/** Bytes under a tag of their context: `[n] IMPLICIT`, primitive. */
export function implicit(number: number, bytes: Buffer): Buffer {
  return tagged(0x80 | number, bytes);
}

export function boolean(value: boolean): Buffer {
  return tagged(tags.boolean, Buffer.of(value ? 0xff : 0));
}

/** A positive whole number, as its bytes: shortest form, and never read as negative. */
export function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const shortest = first < 0 ? Buffer.of(0) : bytes.subarray(first);
  return tagged(tags.integer, (shortest[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), shortest]) : shortest);
}

/** `unused` bits at the end do not count. */
export function bitString(bytes: Buffer, unused = 0): Buffer {
  return tagged(tags.bitString, Buffer.of(unused), bytes);
}

export function octetString(bytes: Buffer): Buffer {
  return tagged(tags.octetString, bytes);
}

export function utf8String(text: string): Buffer {
  return tagged(tags.utf8String, Buffer.from(text, 'utf8'));
}

/** `1.2.840.10045.4.3.2`: the first two parts share a byte, the others have seven bits in each of theirs. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const sevens = [part & 0x7f];
    for (let left = part >>> 7; left > 0; left >>>= 7) sevens.unshift((left & 0x7f) | 0x80);
    return sevens;
  });
  return tagged(tags.objectIdentifier, Buffer.from(bytes));
}

/** Whole seconds in UTC; with two digits of the year until 2049, as RFC 5280 (4.1.2.5) asks of certificates. */
export function time(at: Date): Buffer {
  const digits = at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  const isShort = at.getUTCFullYear() < 2050;
  return tagged(isShort ? tags.utcTime : tags.generalizedTime, Buffer.from(`${isShort ? digits.slice(2) : digits}Z`));
}

function tagged(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = length < 0x100 ? [length] : [length >>> 8, length & 0xff];
  return Buffer.of(0x80 | bytes.length, ...bytes);
}
