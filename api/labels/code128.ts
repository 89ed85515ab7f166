/** Stands between two elements of a GS1-128 where the first has no fixed length: FNC1 in the symbol, GS when scanned. */
export const separator = '\u001d';

/** A text as Code 128: how a printer is told to draw it, and how wide it then is. */
export interface Code128 {
  /** Field data of `^BC` in mode N, with the code sets spelt out. */
  readonly zpl: string;
  /** The same for the library that draws PDFs, with `^FNC1` for the function character. */
  readonly drawn: string;
  /** From the first bar to the last, without quiet zones. */
  readonly modules: number;
}

/** Longer ones fit on no label with bars that a scanner can tell apart. */
const mostCharacters = 48;

/**
 * Code set C for the digits a text begins with, two a character, then code set B to the end. `isGs1` puts FNC1 in front,
 * which makes it a GS1-128. Null for what is no printable ASCII, too long, or empty.
 *
 * The code sets are spelt out because printers choose differently when left to themselves, and what a text is wide decides
 * whether it fits. Nothing goes back to C: not every printer that understands ZPL does that right.
 */
export function code128Of(text: string, isGs1 = false): Code128 | null {
  if (!/^[\x20-\x7e]+$/.test(text.replaceAll(separator, ' ')) || text.length > mostCharacters) return null;
  const inPairs = digitsFirst(text, isGs1);
  const inLetters = text.slice(inPairs.length);
  const characters =
    (isGs1 ? 1 : 0) +
    inPairs.replaceAll(/\d\d/g, 'p').length +
    inLetters.length +
    (inPairs !== '' && inLetters !== '' ? 1 : 0);
  const start = inPairs === '' ? '>:' : '>;';
  const change = inPairs !== '' && inLetters !== '' ? '>6' : '';
  return {
    zpl: `${start}${isGs1 ? '>8' : ''}${withFunctions(inPairs)}${change}${withFunctions(inLetters)}`,
    drawn: `${isGs1 ? '^FNC1' : ''}${text.replaceAll('^', '^^').replaceAll(separator, '^FNC1')}`,
    // Start and check character are eleven modules as any other, the stop thirteen.
    modules: 11 * (characters + 2) + 13,
  };
}

const leadingPairs = new RegExp(`^(?:\\d\\d|${separator})+`);

/** The digits that are worth their own code set: four or more, or the whole text. */
function digitsFirst(text: string, isGs1: boolean): string {
  const isWorthIt = isGs1 || /^(\d{4}|\d\d$)/.test(text);
  const [pairs = ''] = isWorthIt ? (leadingPairs.exec(text) ?? []) : [];
  // Some printers lose a character that stands alone behind the change.
  const inPairs = text.length - pairs.length === 1 ? pairs.replace(/\d\d$/, '') : pairs;
  return inPairs.length >= 4 || inPairs === text ? inPairs : '';
}

/** What printers take for an order to change the code set, or for the end of the field, is written as its code. */
function withFunctions(text: string): string {
  return text
    .replaceAll('>', '>0')
    .replaceAll(separator, '>8')
    .replaceAll(/[\^~_]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
