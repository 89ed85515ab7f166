import { barsOf } from '../platform/print/barcode.ts';
import { a4, breathe, drawBars, font, makePdf, type Pdf } from '../platform/print/pdf.ts';
import { wordsIn } from '../platform/print/words.ts';
import { type Paper, type PaperKind, paperOf, type StoredDocument } from './paper.ts';

const margin = 42;
const width = a4[0] - 2 * margin;
const right = a4[0] - margin;
/** The foot of each page is below this. */
const bottom = a4[1] - margin - 18;
const small = 7.5;
const normal = 9;
/** Where the columns of a line begin and how wide they are: line, item, three quantities, unit. */
const columns = [32, width - 32 - 3 * 62 - 44, 62, 62, 62, 44];
/** Lines after which others are answered. */
const linesAtOnce = 10;

/** A receipt or packing slip as a PDF of A4 pages, in the language of its order. */
export function drawDocument(kind: PaperKind, document: StoredDocument, madeAt: Date): Promise<Uint8Array> {
  const words = wordsIn(document.language ?? null);
  const paper = paperOf(kind, document, words);
  const title = `${paper.title} ${paper.number}`;
  return makePdf({ size: a4, margin, title, language: words.language, madeAt }, async (pdf) => {
    await drawHead(pdf, paper);
    drawParties(pdf, paper);
    for (const order of paper.orders) await drawOrder(pdf, paper, order);
    drawContainers(pdf, paper);
    const { start, count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(start + page);
      drawFoot(pdf, title, words.say('page', { page: page + 1, pages: count }));
    }
  });
}

async function drawHead(pdf: Pdf, paper: Paper): Promise<void> {
  write(pdf, paper.title, margin, margin, { size: 20, isBold: true, width: width * 0.6 });
  write(pdf, `${paper.number}  ·  ${paper.subtitle}`, margin, margin + 28, { size: 11, width: width * 0.6 });
  await drawCode(pdf, paper.number, margin, 'right');
  pdf.y = margin + 58;
  if (paper.warning === null) return;
  pdf.rect(margin, pdf.y, width, 24).fill('#000');
  pdf.fillColor('#fff');
  write(pdf, paper.warning, margin + 8, pdf.y + 6, { size: 11, isBold: true, width: width - 16 });
  pdf.fillColor('#000');
  pdf.y += 8;
}

/** A text as Code 128 with itself below, at the right edge; left out where the symbology cannot hold it. */
async function drawCode(pdf: Pdf, text: string, y: number, edge: 'right'): Promise<void> {
  const bars = await barsOf({ symbology: 'code128', text });
  if (!bars) return;
  // 0.33 mm is what hand scanners read at arm's length; long numbers make do with what the paper has.
  const module = Math.min(0.94, (width * 0.55) / bars.modules);
  const x = right - bars.modules * module;
  drawBars(pdf, bars, { x, y, module, height: 30 });
  write(pdf, text, x, y + 32, {
    size: small,
    width: bars.modules * module,
    align: edge === 'right' ? 'center' : 'left',
  });
}

function drawParties(pdf: Pdf, paper: Paper): void {
  const top = pdf.y + 8;
  const half = width / 2;
  let y = top;
  for (const { title, lines } of paper.parties) {
    y = write(pdf, title, margin, y, { size: small, width: half - 16, colour: '#555' });
    for (const [index, line] of lines.entries()) {
      y = write(pdf, line, margin, y, { size: index === 0 ? 11 : 10, isBold: index === 0, width: half - 16 });
    }
    y += 8;
  }
  let factY = top;
  for (const [name, value] of paper.facts) {
    const from = factY;
    write(pdf, name, margin + half, from, { size: normal, width: 100, colour: '#555' });
    factY = write(pdf, value, margin + half + 104, from, { size: normal, width: half - 104 }) + 1;
  }
  pdf.y = Math.max(y, factY) + 8;
}

async function drawOrder(pdf: Pdf, paper: Paper, { name, number, lines }: Paper['orders'][number]): Promise<void> {
  makeRoom(pdf, 110);
  const top = pdf.y;
  await drawCode(pdf, number, top, 'right');
  const named = write(pdf, `${name} ${number}`, margin, top + 12, { size: 12, isBold: true, width: width * 0.4 });
  pdf.y = Math.max(top + 46, named + 6);
  drawHeads(pdf, paper.heads);
  for (const [index, line] of lines.entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await breathe();
    drawLine(pdf, paper, line);
  }
  pdf.y += 10;
}

function drawHeads(pdf: Pdf, heads: readonly string[]): void {
  const { y } = pdf;
  for (const { text, x, wide, align } of cellsOf(heads)) {
    write(pdf, text, x, y, { size: small, isBold: true, width: wide, align });
  }
  pdf.y = y + 12;
  rule(pdf, 0.8);
}

function drawLine(pdf: Pdf, paper: Paper, { line, item, description, quantities, notes }: PaperLine): void {
  const wide = (columns[1] ?? 0) - 8;
  const texts = [description, ...notes].filter((text) => text !== '');
  const below = texts.map((text) => heightOf(pdf, text, { size: 8, width: wide }));
  const cells = cellsOf([line, item, ...quantities]).map(({ text, x, wide: cell, align }) => {
    const isBold = x > margin && align === 'left' && text === item;
    return { text, x, style: { size: normal, width: cell, align, isBold } };
  });
  const cellHigh = Math.max(12, ...cells.map(({ text, style }) => heightOf(pdf, text, style) + 1));
  // What is longer than a page, such as a thousand serial numbers, flows over it by itself.
  const high = cellHigh + 4 + below.reduce((sum, each) => sum + each, 0);
  if (makeRoom(pdf, Math.min(high, 200))) drawHeads(pdf, paper.heads);
  const { y } = pdf;
  for (const { text, x, style } of cells) write(pdf, text, x, y, style);
  pdf.y = y + cellHigh;
  for (const text of texts) flow(pdf, text, margin + (columns[0] ?? 0), wide);
  pdf.y += 3;
  rule(pdf, 0.25);
}

type PaperLine = Paper['orders'][number]['lines'][number];

function drawContainers(pdf: Pdf, { containers: { title, heads, rows } }: Paper): void {
  if (rows.length === 0) return;
  makeRoom(pdf, 60);
  pdf.y = write(pdf, title, margin, pdf.y, { size: 12, isBold: true, width }) + 4;
  const quarter = width / heads.length;
  const drawRow = (cells: readonly string[], isHead: boolean) => {
    const style = { size: isHead ? small : normal, isBold: isHead, width: quarter - 6 };
    const high = Math.max(13, ...cells.map((text) => heightOf(pdf, text, style) + 2));
    if (makeRoom(pdf, high + 1) && !isHead) drawRow(heads, true);
    const { y } = pdf;
    for (const [index, text] of cells.entries()) write(pdf, text, margin + index * quarter, y, style);
    pdf.y = y + high;
    rule(pdf, isHead ? 0.8 : 0.25);
  };
  drawRow(heads, true);
  for (const row of rows) drawRow(row, false);
}

function drawFoot(pdf: Pdf, title: string, page: string): void {
  const y = a4[1] - margin - 8;
  // Below the margin pdfkit would begin a new page.
  pdf.page.margins.bottom = 0;
  write(pdf, title, margin, y, { size: small, width: width / 2, colour: '#555' });
  write(pdf, page, margin + width / 2, y, { size: small, width: width / 2, align: 'right', colour: '#555' });
}

function cellsOf(texts: readonly string[]) {
  let x = margin;
  return texts.map((text, index) => {
    const wide = columns[index] ?? 40;
    const isNumber = index >= 2 && index <= 4;
    const cell = { text, x, wide: wide - 8, align: isNumber ? ('right' as const) : ('left' as const) };
    x += wide;
    return cell;
  });
}

/** Begins a page where less is left on this one; true then. */
function makeRoom(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= bottom) return false;
  pdf.addPage();
  return true;
}

function rule(pdf: Pdf, thick: number): void {
  pdf.rect(margin, pdf.y, width, thick).fill('#000');
  pdf.y += 4;
}

interface Style {
  readonly size: number;
  readonly width: number;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly colour?: string;
}

/** Writes a text at a place, in as many lines as it needs; answers where the next may begin. */
function write(pdf: Pdf, text: string, x: number, y: number, style: Style): number {
  const { size, width: wide, isBold = false, align = 'left', colour } = style;
  pdf.font(isBold ? font.bold : font.plain, size);
  if (colour !== undefined) pdf.fillColor(colour);
  pdf.text(text, x, y, { width: wide, align });
  if (colour !== undefined) pdf.fillColor('#000');
  return pdf.y;
}

/** Writes a text below what is there, over as many pages as it takes. */
function flow(pdf: Pdf, text: string, x: number, wide: number): void {
  pdf.font(font.plain, 8);
  pdf.text(text, x, pdf.y, { width: wide });
}

function heightOf(pdf: Pdf, text: string, { size, width: wide, isBold = false }: Style): number {
  pdf.font(isBold ? font.bold : font.plain, size);
  return pdf.heightOfString(text, { width: wide });
}
