import {
  type Bars,
  barsWithFunctions,
  eanBars,
  type Matrix,
  matrixWithFunctions,
  qrOf,
} from '../platform/print/barcode.ts';
import { a4, breathe, drawBars, font, makePdf, type Pdf } from '../platform/print/pdf.ts';
import { separator } from './code128.ts';
import {
  type BarsPart,
  codeOf,
  elementString,
  type Label,
  type LabelPart,
  type MatrixPart,
  placedBars,
  placedMatrix,
  placedQr,
  type QrPart,
  type Size,
  type TextPart,
} from './label.ts';

/** Points for a millimetre. */
const points = 72 / 25.4;
/** Printers measure letters from top to bottom, fonts with the space between lines. */
const letterHeight = 0.82;

export interface AboutPdf {
  readonly title: string;
  readonly language: string;
  readonly madeAt: Date;
}

/** Labels as a PDF of their own size, for printers that are no label printers. */
export function labelPdf(labels: readonly Label[], about: AboutPdf): Promise<Uint8Array> {
  const [first] = labels;
  const size = [(first?.width ?? 100) * points, (first?.height ?? 150) * points] as const;
  return makePdf({ ...about, size, margin: 0 }, async (pdf) => {
    for (const [index, label] of labels.entries()) {
      if (index > 0) pdf.addPage({ size: [label.width * points, label.height * points], margin: 0 });
      await drawLabel(pdf, label);
      await breathe();
    }
  });
}

/** Sheets of labels to be peeled off: 3 × 8 on A4, as office shops sell them. */
export const sheetLabel: Size = { width: 70, height: 37 };
const sheetColumns = 3;
const sheetRows = 8;

/** The same on sheets of adhesive labels. */
export function sheetPdf(labels: readonly Label[], about: AboutPdf): Promise<Uint8Array> {
  const top = (a4[1] / points - sheetRows * sheetLabel.height) / 2;
  return makePdf({ ...about, size: a4, margin: 0 }, async (pdf) => {
    for (const [index, label] of labels.entries()) {
      const place = index % (sheetColumns * sheetRows);
      if (index > 0 && place === 0) pdf.addPage();
      const x = (place % sheetColumns) * sheetLabel.width;
      const y = top + Math.floor(place / sheetColumns) * sheetLabel.height;
      await drawLabel(pdf, { ...label, parts: label.parts.map((part) => ({ ...part, x: part.x + x, y: part.y + y })) });
      await breathe();
    }
  });
}

async function drawLabel(pdf: Pdf, label: Label): Promise<void> {
  for (const part of label.parts) await draw(pdf, part);
}

function draw(pdf: Pdf, part: LabelPart): Promise<void> | void {
  switch (part.kind) {
    case 'box': {
      const { x, y, width, height, line } = part;
      if (line === null) pdf.rect(x * points, y * points, width * points, height * points).fill('#000');
      else {
        const inset = line / 2;
        pdf.lineWidth(line * points);
        pdf.rect((x + inset) * points, (y + inset) * points, (width - line) * points, (height - line) * points);
        pdf.stroke('#000');
      }
      return;
    }
    case 'text':
      return drawText(pdf, part);
    case 'bars':
      return drawLinear(pdf, part);
    case 'matrix':
      return drawMatrix(pdf, part);
    case 'qr':
      return drawQr(pdf, part);
  }
}

/** The letters of paper are wider than a printer's: where they do not fit they are made smaller. */
function drawText(pdf: Pdf, { x, y, width, size, align = 'left', isInverse, text }: TextPart): void {
  if (text === '') return;
  const wanted = size * points * letterHeight;
  const wide = pdf.font(font.bold, wanted).widthOfString(text);
  const letters = wide > width * points ? (wanted * width * points) / wide : wanted;
  pdf.fontSize(letters).fillColor(isInverse ? '#fff' : '#000');
  const lower = (wanted - letters) / 2;
  pdf.text(text, x * points, y * points + lower, { width: width * points + 1, align, lineBreak: false });
  pdf.fillColor('#000');
}

async function drawLinear(pdf: Pdf, part: BarsPart): Promise<void> {
  const bars = await barsOfContent(part.content);
  if (!bars) return;
  const { x, module } = placedBars(part, bars.modules, null);
  drawBars(pdf, bars, { x: x * points, y: part.y * points, module: module * points, height: part.height * points });
}

async function barsOfContent(content: BarsPart['content']): Promise<Bars | null> {
  if ('ean' in content) return eanBars(content.ean);
  const code = codeOf(content);
  return code && barsWithFunctions(code.drawn);
}

async function drawMatrix(pdf: Pdf, part: MatrixPart): Promise<void> {
  const text = `^FNC1${elementString(part.elements).replaceAll(separator, '^FNC1')}`;
  const { module } = placedMatrix(part, null);
  drawModules(pdf, await matrixWithFunctions(text), { x: part.x + module, y: part.y + module, module });
}

function drawQr(pdf: Pdf, part: QrPart): void {
  drawModules(pdf, qrOf(part.text), placedQr(part, null));
}

/** `at` in mm. */
function drawModules(
  pdf: Pdf,
  { modules, isDark }: Matrix,
  at: { readonly x: number; readonly y: number; readonly module: number },
): void {
  const [left, top, module] = [at.x * points, at.y * points, at.module * points];
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      if (isDark(row, column)) pdf.rect(left + column * module, top + row * module, module, module);
    }
  }
  pdf.fill('#000');
}
