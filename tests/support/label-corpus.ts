/**
 * Makes the labels that a folder's `labels.json` asks for, as ZPL (203 and 300 dots an inch) and as PDF, reads them with
 * the decoder of the handhelds, and tells how many say exactly what they should, with bars as wide and as high as asked:
 *
 *     node tests/support/label-corpus.ts <folder>
 *
 * Ends with 1 unless all of them do.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseElementString } from '#shared/scan/gs1/parse-element-string.ts';
import { type Element, logisticModule } from '../../api/labels/label.ts';
import { labelPdf } from '../../api/labels/label-pdf.ts';
import { logisticLabel } from '../../api/labels/logistic-label.ts';
import { type Dpi, zplOf } from '../../api/labels/zpl.ts';
import { readPdf } from './read-pdf.ts';
import { type ReadSymbol, readZpl } from './read-zpl.ts';

interface Wanted {
  readonly id: string;
  readonly size: string;
  readonly dpi: Dpi;
  readonly fields: Readonly<Record<string, string>>;
  readonly mustDecode: readonly { readonly symbology: string; readonly aim: string; readonly text: string }[];
  readonly aisOnLabel: Readonly<Record<string, string>>;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder: node tests/support/label-corpus.ts <folder with labels.json>\n');
  process.exit(2);
}
const { labels } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as { labels: readonly Wanted[] };

/** The members of a label by the application identifiers they are told with, in the order they are printed. */
const identifiers: readonly (readonly [ai: string, member: string])[] = [
  ...([
    ['02', 'content'],
    ['37', 'count'],
    ['15', 'bestBefore'],
    ['17', 'expiry'],
    ['11', 'produced'],
    ['10', 'lot'],
  ] as const),
  ...([['21', 'serial']] as const),
];

let right = 0;
let tried = 0;
for (const wanted of labels) {
  const elements = identifiers.flatMap(([ai, member]): Element[] => {
    const value = wanted.fields[member];
    return value === undefined ? [] : [[ai, value]];
  });
  const label = logisticLabel(sizeOf(wanted.size), {
    number: wanted.fields.sscc ?? '',
    from: 'Tallyman',
    elements,
    told: () => [],
  });
  const dpis: readonly Dpi[] = [wanted.dpi, wanted.dpi === 203 ? 300 : 203];
  for (const dpi of dpis) tell(`ZPL ${dpi} dpi`, wanted, (await readZpl(zplOf([label], dpi), label, dpi)).symbols);
  const { barcodes } = await readPdf(
    await labelPdf([label], { title: wanted.id, language: 'en', madeAt: new Date(0) }),
  );
  tell('PDF', wanted, barcodes);
}
process.stdout.write(`${right} of ${tried} labels: ${right === tried ? 'goal reached' : 'below the goal'}\n`);
process.exit(right === tried ? 0 : 1);

function tell(form: string, { id, mustDecode, aisOnLabel }: Wanted, symbols: readonly ReadSymbol[]): void {
  const faults = [
    ...mustDecode
      .filter(({ aim, text }) => !symbols.some((read) => read.symbology === aim && read.text === text))
      .map(({ aim, text }) => `${aim} ${text} is not on it`),
    ...faultsOfContents(aisOnLabel, symbols),
    ...symbols
      .filter(({ symbology }) => symbology === ']C1')
      .flatMap(({ text, module, height }) => [
        ...(within(module, logisticModule.least, logisticModule.most)
          ? []
          : [`${text}: modules of ${module.toFixed(3)} mm`]),
        ...(height >= 31.9 ? [] : [`${text}: bars of ${height.toFixed(1)} mm`]),
      ]),
  ];
  tried += 1;
  if (faults.length === 0) right += 1;
  else process.stdout.write(`${id} as ${form}: ${faults.join('; ')}\n`);
}

function faultsOfContents(wanted: Readonly<Record<string, string>>, symbols: readonly ReadSymbol[]): string[] {
  const found = new Map<string, string>();
  for (const { text } of symbols) {
    const parse = parseElementString(text, { currentYear: 2026, position: 0, separatorsLost: false });
    if (parse.elements === undefined) return [`${JSON.stringify(text)} is no element string`];
    for (const { ai, value } of parse.elements) found.set(ai, value);
  }
  const missing = Object.entries(wanted).filter(([ai, value]) => found.get(ai) !== value);
  const more = [...found.keys()].filter((ai) => !(ai in wanted));
  return [
    ...missing.map(([ai, value]) => `(${ai}) is ${found.get(ai) ?? 'missing'} and not ${value}`),
    ...more.map((ai) => `(${ai}) was not asked for`),
  ];
}

/** `4x6in` or `100x150mm`. */
function sizeOf(text: string): { width: number; height: number } {
  const [, width = '4', height = '6', unit = 'in'] = /^([\d.]+)x([\d.]+)(in|mm)$/.exec(text) ?? [];
  const mm = unit === 'in' ? 25.4 : 1;
  return { width: Number(width) * mm, height: Number(height) * mm };
}

function within(value: number, least: number, most: number): boolean {
  return value >= least - 0.002 && value <= most + 0.002;
}
