import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import type { Bars } from './barcode.ts';

/** A document being drawn: pdfkit's own, with lengths in points (1/72 inch) from the upper left corner. */
export type Pdf = PDFKit.PDFDocument;

export interface PdfPaper {
  /** Width and height in points. */
  readonly size: readonly [width: number, height: number];
  readonly margin: number;
  readonly title: string;
  /** BCP 47, for screen readers. */
  readonly language: string;
  /** When what it tells of was made, so that the same document gives the same file. */
  readonly madeAt: Date;
}

export const a4: readonly [number, number] = [595.28, 841.89];

/** Names of the fonts: DejaVu has Latin, Greek and Cyrillic letters, which the fonts that every reader has have not. */
export const font = { plain: 'plain', bold: 'bold' } as const;

/**
 * Draws a document and answers its bytes. The library and its fonts are loaded with the first document, so that a server
 * that prints nothing carries none of it.
 */
export async function makePdf(paper: PdfPaper, draw: (pdf: Pdf) => Promise<void> | void): Promise<Uint8Array> {
  const { default: PdfDocument } = await import('pdfkit');
  const { resolve } = createRequire(import.meta.url);
  const pdf = new PdfDocument({
    size: [...paper.size],
    margin: paper.margin,
    // None to begin with: one that is opened before it has its name here is read anew each time it is named.
    font: '',
    lang: paper.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: paper.title, Creator: 'Tallyman', Producer: 'Tallyman', CreationDate: paper.madeAt },
  });
  pdf.registerFont(font.plain, resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'));
  pdf.registerFont(font.bold, resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'));
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((done, fail) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', done);
    pdf.on('error', fail);
  });
  pdf.font(font.plain);
  await draw(pdf);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Lets others be answered in the middle of a long document. */
export function breathe(): Promise<void> {
  return setImmediate();
}

/** Draws bars from a corner; `module` is the width of the narrowest one in points. Answers the width of all. */
export function drawBars(
  pdf: Pdf,
  bars: Bars,
  at: { readonly x: number; readonly y: number; readonly module: number; readonly height: number },
): number {
  let x = at.x;
  for (const [index, width] of bars.widths.entries()) {
    if (index % 2 === 0) pdf.rect(x, at.y, width * at.module, at.height);
    x += width * at.module;
  }
  pdf.fill('#000');
  return bars.modules * at.module;
}

/** An answer that is a PDF, shown in the browser unless somebody keeps it under the name. */
export function pdfAnswer(bytes: Uint8Array, name: string): Response {
  const file = `${name.replaceAll(/[^\w.-]/g, '_')}.pdf`;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': `inline; filename="${file}"`,
      vary: 'Accept',
    },
  });
}
