import { barsOf } from './barcode.ts';
import { type LabelPage, type LabelPart, labelSize, placedBars } from './label.ts';
import { drawBars, font, makePdf, type Pdf } from './pdf.ts';

/** Points for a dot of the label. */
const points = 72 / labelSize.dotsPerInch;
/** Printers measure letters from top to bottom, fonts with the space between lines. */
const letterHeight = 0.82;

/** Labels as a PDF of 4 × 6 inches, for printers that are no label printers. */
export function labelPdf(
  pages: readonly LabelPage[],
  about: { readonly title: string; readonly language: string; readonly madeAt: Date },
): Promise<Uint8Array> {
  const size = [labelSize.width * points, labelSize.height * points] as const;
  return makePdf({ ...about, size, margin: 0 }, async (pdf) => {
    for (const [index, page] of pages.entries()) {
      if (index > 0) pdf.addPage();
      for (const part of page) await draw(pdf, part);
    }
  });
}

async function draw(pdf: Pdf, part: LabelPart): Promise<void> {
  if (part.kind === 'rule') {
    pdf.rect(0, part.y * points, labelSize.width * points, part.thick * points).fill('#000');
    return;
  }
  if (part.kind === 'text') {
    const { x, y, size, width, lines = 1, align = 'left', text } = part;
    const letters = size * points * letterHeight;
    pdf.font(font.plain, letters);
    const height = pdf.currentLineHeight(true) * lines;
    pdf.text(text, x * points, y * points, { width: width * points, height, align, ellipsis: true });
    return;
  }
  const { symbology, text, y, height } = part;
  const bars = await barsOf(
    symbology === 'sscc' ? { symbology: 'gs1-128', text: `(00)${text}` } : { symbology: 'code128', text },
  );
  if (!bars) return;
  const { x, module } = placedBars(symbology, bars.modules);
  drawBars(pdf, bars, { x: x * points, y: y * points, module: module * points, height: height * points });
}
