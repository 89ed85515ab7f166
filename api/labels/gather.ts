import { fromBase, toBase } from '#shared/kernel/quantity.ts';
import { type LabelKind, namesOneThing } from '#shared/labels/kinds.ts';
import type { LabelSubject, PrintBody } from '#shared/labels/print.ts';
import { isProblem, type StockItem, unitOf } from '#shared/ledger/stock-item.ts';
import { hasGs1CheckDigit } from '#shared/scan/check-digits.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { cartonMeant } from '../platform/facts/cartons.queries.ts';
import { plateNumberOf } from '../platform/facts/plates.queries.ts';
import { itemsByKey, itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import type { GoodsAt } from '../platform/facts/withhold.ts';
import { type Words, wordsIn } from '../platform/print/words.ts';
import { badgeLabel } from './badge-label.ts';
import { contentListOf, labelledCarton, labelOf, packedGoods } from './carton-label.ts';
import { commandCard } from './command-card.ts';
import { commandsOnCard } from './commands-on-card.ts';
import { itemLabel } from './item-label.ts';
import type { Label, Size } from './label.ts';
import { locationLabel } from './location-label.ts';
import { type PlateGoods, plateLabel } from './plate-label.ts';
import {
  barcodesOnLabel,
  goodsOnLabel,
  locationsOnLabels,
  personOnLabel,
  plateOnLabel,
  printedBefore,
  zoneOfCarton,
} from './subjects.queries.ts';
import { testLabel } from './test-label.ts';

/** What labels are asked for: the members of the command that say it, where, and in which language unless it is said. */
export interface LabelsAsked extends Omit<PrintBody, 'subject' | 'printer' | 'copies'> {
  readonly subjects: readonly string[];
  readonly warehouse: string;
  readonly language: string;
  /** In the header of a test label. */
  readonly printerName?: string;
}

/** A thing with its labels, of whatever size is in the printer. */
export interface Gathered {
  readonly subject: LabelSubject;
  readonly language: string;
  /** Goods in stock of which the labels tell how much there is. */
  readonly tells?: readonly GoodsAt[];
  readonly draw: (size: Size) => readonly Label[];
}

/** Everything that stands on the labels asked for, as it is at this moment. */
export async function gather(read: Runner, asked: LabelsAsked): Promise<Gathered[]> {
  const found = await gatherers[asked.kind](read, asked);
  if (!namesOneThing(asked.kind)) return found;
  const names = found.flatMap(({ subject }) => subject.name ?? []);
  const printed = await printedBefore(read, 'unit', names);
  return found.map((one) => ({ ...one, subject: { ...one.subject, wasPrinted: printed.has(one.subject.name ?? '') } }));
}

type Gatherer = (read: Runner, asked: LabelsAsked) => Promise<Gathered[]>;

const gatherers: Readonly<Record<LabelKind, Gatherer>> = {
  'license-plate': (read, asked) => eachOf(asked, (subject) => plateFor(read, asked, subject)),
  carton: (read, asked) => eachOf(asked, (subject) => cartonFor(read, asked, subject)),
  'carton-contents': (read, asked) => eachOf(asked, (subject) => cartonFor(read, asked, subject)),
  location: locationsFor,
  item: (read, asked) => eachOf(asked, (subject) => itemFor(read, asked, subject)),
  badge: (read, asked) => eachOf(asked, (subject) => badgeFor(read, asked, subject)),
  commands: async (_read, asked) => {
    const words = wordsFor(asked);
    const draw = (size: Size) => commandCard(size, commandsOnCard(words), words.say('commands'));
    return [{ subject: { asked: '', name: '', zone: null, wasPrinted: false }, language: words.language, draw }];
  },
  test: async (_read, asked) => {
    const printer = asked.printerName ?? '';
    const draw = (size: Size) => [testLabel(size, { printer, facts: `${size.width} × ${size.height} mm` })];
    const subject = { asked: '', name: printer, zone: null, wasPrinted: false };
    return [{ subject, language: wordsFor(asked).language, draw }];
  },
};

async function eachOf({ subjects }: LabelsAsked, one: (subject: string) => Promise<Gathered>): Promise<Gathered[]> {
  const all: Gathered[] = [];
  for (const subject of subjects) all.push(await one(subject));
  return all;
}

function wordsFor({ language }: Pick<LabelsAsked, 'language'>): Words {
  return wordsIn(language);
}

function missing(asked: string, language: string): Gathered {
  return { subject: { asked, name: null, zone: null, wasPrinted: false }, language, draw: () => [] };
}

async function plateFor(read: Runner, asked: LabelsAsked, subject: string): Promise<Gathered> {
  const words = wordsFor(asked);
  const number = await plateNumberOf(read, subject);
  // Who scans an SSCC sees no difference between a pallet and a carton.
  const carton = number === null ? null : await labelledCarton(read, number);
  if (carton) return cartonFor(read, { ...asked, kind: 'carton' }, number ?? subject);
  const plate = number === null ? undefined : await read.one(plateOnLabel, { number, warehouse: asked.warehouse });
  if (!plate) return missing(subject, words.language);
  const goods: PlateGoods[] = [];
  const rows = await read.all(goodsOnLabel, { number: plate.number });
  for (const row of rows) goods.push(await goodsOf(read, row, words));
  const { say } = words;
  const texts = {
    ...{ plate: say('licensePlate'), lot: say('lotName'), expiry: say('expiry'), quantity: say('quantity') },
    ...{ count: say('count'), empty: say('emptyPlate') },
  };
  const labelled = { number: plate.number, warehouse: plate.warehouse_name, goods };
  return {
    subject: { asked: subject, name: plate.number, zone: plate.zone, wasPrinted: false },
    language: words.language,
    tells: rows.map((row) => ({ location: plate.location, item: row.item_key })),
    draw: (size) => [plateLabel(size, labelled, texts)],
  };
}

async function goodsOf(read: Runner, row: RowOf<typeof goodsOnLabel>, words: Words): Promise<PlateGoods> {
  const [item] = await itemsByKey(read, [row.item_key]);
  const quantityBase = Number(row.quantity_base);
  return {
    item: row.number,
    description: row.description,
    quantity: `${words.number(fromBase(quantityBase, row.decimals))} ${row.base_unit}`,
    lot: row.lot || null,
    expiryDate: row.expiry_date,
    expiryShown: row.expiry_date === null ? '' : words.day(row.expiry_date),
    packs: item ? packsOf(item, await read.all(barcodesOnLabel, { itemKey: row.item_key }), quantityBase) : null,
  };
}

type Barcode = RowOf<typeof barcodesOnLabel>;

interface Pack {
  readonly gtin: string;
  readonly base: number;
}

/** Packs of an item that have a GTIN, the largest first. */
function packsWithGtin(item: StockItem, barcodes: readonly Barcode[]): (Pack & { readonly unit: string })[] {
  return barcodes
    .flatMap(({ code, unit, quantity }) => {
      const fraction = unitOf(item, unit);
      const isGtin = /^(\d{8}|\d{12,14})$/.test(code) && hasGs1CheckDigit(code);
      if (!fraction || !isGtin) return [];
      const base = toBase(Number(quantity), fraction, item.decimals);
      return isProblem(base) || base <= 0 ? [] : [{ gtin: code.padStart(14, '0'), base, unit }];
    })
    .sort((a, b) => b.base - a.base);
}

/** The largest pack that the quantity is whole ones of. */
function packsOf(item: StockItem, barcodes: readonly Barcode[], quantityBase: number): PlateGoods['packs'] {
  const pack = packsWithGtin(item, barcodes).find(({ base }) => quantityBase % base === 0);
  const count = pack ? quantityBase / pack.base : 0;
  // AI 37 has eight digits.
  return pack && count <= 99_999_999 ? { gtin: pack.gtin, count } : null;
}

async function cartonFor(read: Runner, asked: LabelsAsked, subject: string): Promise<Gathered> {
  const number = await cartonMeant(read, subject);
  const found = number === null ? null : await labelledCarton(read, number);
  if (!found || found.carton.warehouse !== asked.warehouse) return missing(subject, asked.language);
  // The label of a carton is read by who gets it: in the language of the order.
  const labelled = found;
  const zone = (await read.one(zoneOfCarton, { carton: labelled.carton.carton }))?.zone ?? null;
  const goods = asked.kind === 'carton-contents' ? await packedGoods(read, labelled.carton.carton) : [];
  return {
    subject: { asked: subject, name: labelled.carton.carton, zone, wasPrinted: false },
    language: labelled.words.language,
    draw: (size) => (asked.kind === 'carton' ? [labelOf(size, labelled)] : contentListOf(size, labelled, goods)),
  };
}

async function locationsFor(read: Runner, asked: LabelsAsked): Promise<Gathered[]> {
  const words = wordsFor(asked);
  const rows = await locationsOnLabels(read, asked.warehouse, asked.subjects);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const texts = { zone: words.say('zone'), check: words.say('checkDigit') };
  return asked.subjects.map((subject) => {
    const row = byCode.get(subject);
    if (!row) return missing(subject, words.language);
    const place = { code: row.code, zone: row.zone, checkDigit: row.check_digit };
    return {
      subject: { asked: subject, name: row.code, zone: row.zone, wasPrinted: false },
      language: words.language,
      draw: (size) => [locationLabel(size, place, texts)],
    };
  });
}

async function itemFor(read: Runner, asked: LabelsAsked, subject: string): Promise<Gathered> {
  const words = wordsFor(asked);
  const { sourceSystem, lot = null, expiryDate = null } = asked;
  const items = (await itemsByNumber(read, subject)).filter(
    (item) => sourceSystem === undefined || item.sourceSystem === sourceSystem,
  );
  const [item] = items;
  if (!item) return missing(subject, words.language);
  const unit = asked.unit ?? item.baseUnit;
  const packs = packsWithGtin(item, await read.all(barcodesOnLabel, { itemKey: item.key }));
  const goods = {
    ...{ item: item.number, description: item.description, unit, lot, expiryDate },
    gtin: packs.findLast((pack) => pack.unit === unit)?.gtin ?? null,
    expiryShown: expiryDate === null ? '' : words.day(expiryDate),
  };
  const texts = { lot: words.say('lotName'), expiry: words.say('expiry') };
  const isAmbiguous = items.length > 1 ? { isAmbiguous: true as const } : {};
  return {
    subject: { asked: subject, name: item.number, zone: null, wasPrinted: false, ...isAmbiguous },
    language: words.language,
    draw: (size) => [itemLabel(size, goods, texts)],
  };
}

async function badgeFor(read: Runner, asked: LabelsAsked, subject: string): Promise<Gathered> {
  const person = await read.one(personOnLabel, { badge: subject });
  if (!person) return missing(subject, asked.language);
  const words = wordsIn(person.language);
  return {
    subject: { asked: subject, name: person.badge, zone: null, wasPrinted: false },
    language: words.language,
    draw: (size) => [badgeLabel(size, person, { badge: words.say('badge') })],
  };
}
