import { scannerSetupTexts as german } from '#shared/locales/scanner-setup.de.ts';
import { scannerSetupTexts as english, type ScannerSetupTexts } from '#shared/locales/scanner-setup.en.ts';
import { scannerSetupTexts as spanish } from '#shared/locales/scanner-setup.es.ts';
import { worded } from '#shared/locales/worded.ts';
import { type CalibrationCode, calibrationCodes } from '#shared/scan/calibration-codes.ts';
import { allSettings, type ScannerBrand, scannerBrands, settingsPlace } from '#shared/scan/scanner-findings.ts';
import { a4, font, makePdf, type Pdf } from '../platform/print/pdf.ts';

export const sheetLanguages = ['en', 'de', 'es'] as const;
type SheetLanguage = (typeof sheetLanguages)[number];

const tables: Readonly<Record<SheetLanguage, ScannerSetupTexts>> = { en: english, de: german, es: spanish };

const margin = 42;
const width = a4[0] - 2 * margin;
const points = 72 / 25.4;
/** Wide enough for hand scanners at arm's length, narrow enough for a screen that shows the page whole. */
const moduleMm = { linear: 0.38, matrix: 0.8 };
const barsMm = 17;
/** Pixels of the picture for one module: it is made once and printed at any resolution. */
const pixels = 6;
/** The same sheet gives the same file. */
const madeAt = new Date(Date.UTC(2026, 10, 22));

/**
 * Two pages: the five codes of the setting up, and what is to be set at each make of scanner. `address`: where the device
 * opens the page that goes with it.
 */
export function drawScannerSheet(language: SheetLanguage, address: string): Promise<Uint8Array> {
  const say: Say = (key, params = {}) => worded(tables[language], key, params);
  const title = say('scannerSetup.sheet.title');
  return makePdf({ size: a4, margin, title, language, madeAt }, async (pdf) => {
    write(pdf, title, { size: 20, isBold: true });
    write(pdf, say('scannerSetup.sheet.how', { address }), { size: 10.5, gap: 4 });
    write(pdf, say('scannerSetup.sheet.print'), { size: 9, gap: 14, colour: '#444' });
    for (const [index, code] of calibrationCodes.entries()) await drawCode(pdf, code, index + 1, say);
    pdf.addPage();
    write(pdf, say('scannerSetup.settings'), { size: 20, isBold: true, gap: 8 });
    for (const brand of scannerBrands) drawBrand(pdf, brand);
    write(pdf, say('scannerSetup.unsure'), { size: 9, gap: 10, colour: '#444' });
    write(pdf, say('scannerSetup.sheet.onDevice'), { size: 10, gap: 8 });
    write(pdf, say('scannerSetup.sheet.zebra'), { size: 10 });
  });
}

type Say = (key: keyof ScannerSetupTexts, params?: Readonly<Record<string, string>>) => string;

async function drawCode(pdf: Pdf, code: CalibrationCode, number: number, say: Say): Promise<void> {
  write(pdf, `${number}.  ${say(`scannerSetup.code.${code.name}`)}`, { size: 11, isBold: true, gap: 5 });
  const isMatrix = code.symbology === 'gs1datamatrix';
  const { default: bwip } = await import('bwip-js/node');
  const picture = await bwip.toBuffer({
    bcid: code.symbology,
    text: code.draws,
    scale: pixels,
    ...(!isMatrix && { height: barsMm }),
  });
  // The picture says in its head how many pixels it has.
  const [across, down] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  const module = (isMatrix ? moduleMm.matrix : moduleMm.linear) * points;
  const height = isMatrix ? (down / pixels) * module : barsMm * points;
  const top = pdf.y;
  pdf.image(picture, margin + 14, top, { width: (across / pixels) * module, height });
  pdf.y = top + height + 3;
  pdf.x = margin;
  write(pdf, code.draws, { size: 8, gap: 34, colour: '#444', indent: 14 });
}

function drawBrand(pdf: Pdf, brand: ScannerBrand): void {
  write(pdf, brand, { size: 13, isBold: true });
  write(pdf, settingsPlace[brand], { size: 9, gap: 5, colour: '#444' });
  for (const { name, value, isUnsure } of allSettings(brand)) {
    const top = pdf.y;
    write(pdf, `${name}${isUnsure ? ' †' : ''}`, { size: 9.5, part: [0, 0.72] });
    const bottom = pdf.y;
    pdf.y = top;
    write(pdf, value, { size: 9.5, isBold: true, part: [0.74, 1] });
    pdf.y = Math.max(bottom, pdf.y) + 2;
    pdf
      .moveTo(margin, pdf.y)
      .lineTo(margin + width, pdf.y)
      .lineWidth(0.4)
      .stroke('#bbb');
    pdf.y += 3;
  }
  pdf.y += 12;
}

interface Style {
  readonly size: number;
  readonly isBold?: boolean;
  readonly gap?: number;
  readonly colour?: string;
  readonly indent?: number;
  /** The part of the width that it takes. */
  readonly part?: readonly [from: number, to: number];
}

function write(pdf: Pdf, text: string, { size, isBold, gap = 2, colour = '#000', indent = 0, part = [0, 1] }: Style) {
  const [from, to] = part;
  pdf.font(isBold ? font.bold : font.plain, size).fillColor(colour);
  pdf.text(text, margin + indent + from * width, pdf.y, { width: (to - from) * width - indent });
  pdf.y += gap;
  pdf.fillColor('#000');
}
