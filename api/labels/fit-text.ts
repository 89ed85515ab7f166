/** Characters that a line may have instead of what does not fit. */
const cut = '...';

/**
 * How wide a text is in the bold condensed letters of label printers, for letters of height 1; rather too wide than too
 * narrow, since what a printer cannot fit it prints over something else.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += widthOf(sign);
  return width;
}

function widthOf(sign: string): number {
  if (/[iIjl.,:;'|!]/.test(sign)) return 0.26;
  if (/[ ft()[\]/\\]/.test(sign)) return 0.32;
  // Some printers draw it as a dash.
  if (sign === '-') return 0.95;
  if (/[mwMW@%]/.test(sign)) return 0.75;
  if (/[\d\p{Ll}]/u.test(sign)) return 0.46;
  // Letters of other scripts are as wide as they are high.
  return /[\p{Lu}\x20-\x7e]/u.test(sign) ? 0.56 : 1;
}

/** The largest height, no more than wanted, at which the text fits; the least where it does not fit at all. */
export function sizeFor(text: string, width: number, wanted: number, least: number): number {
  return Math.max(least, Math.min(wanted, width / Math.max(textWidth(text), 0.1)));
}

/** One line of it: what does not fit is cut off, and that is seen. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text) * size <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (textWidth(kept + sign + cut) * size > width) break;
    kept += sign;
  }
  return kept.trimEnd() + cut;
}

/**
 * On one line, without what cannot be seen and would turn the order of letters, and without pictures, which the letters
 * of no label printer have.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/[\p{Zl}\p{Zp}\p{Cc}]/gu, ' ')
    .replaceAll(/\p{C}|\p{Emoji_Presentation}|\ufe0f|[\u{1f000}-\u{1faff}]/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** A code that means nothing where it is cut: on as many lines as it takes, up to `most`, behind its signs if it can be. */
export function broken(text: string, width: number, size: number, most: number): string[] {
  const lines = [''];
  for (const sign of printable(text)) {
    const last = lines.at(-1) ?? '';
    if (last === '' || textWidth(last + sign) * size <= width) {
      lines[lines.length - 1] = last + sign;
      continue;
    }
    const [, head = last, tail = ''] = /^(.+[^\p{L}\p{N}])([\p{L}\p{N}]{0,6})$/u.exec(last) ?? [];
    lines.splice(-1, 1, head.trimEnd(), (tail + sign).trimStart());
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), fitted(lines.slice(most - 1).join(''), width, size)];
}

/** As many lines as it takes, up to `most`; words stay whole where they fit on a line. */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = printable(text)
    .split(' ')
    .filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) * size <= width) {
      line = longer;
      continue;
    }
    if (line === '' || lines.length === most - 1)
      return [...lines, fitted([line, ...words.slice(index)].filter(Boolean).join(' '), width, size)];
    lines.push(line);
    line = word;
  }
  const last = line === '' ? [] : [fitted(line, width, size)];
  return [...lines, ...last].slice(0, most);
}
