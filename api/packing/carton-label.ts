import { fromBase } from '#shared/kernel/quantity.ts';
import { consigneeFrom } from '#shared/ledger/consignee.ts';
import { returnIdOf } from '#shared/ledger/return-id.ts';
import { isSscc } from '#shared/scan/sscc.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { type LabelPage, type LabelPart, labelSize, labelMargin as margin } from '../platform/print/label.ts';
import { type Party, partyLines, type Words, wordsIn } from '../platform/print/words.ts';
import { cartonOnLabel, cartonsBeside, goodsInCarton, ordersOnLabel } from './label.queries.ts';

type CartonRow = RowOf<typeof cartonOnLabel>;

/** A carton as its label and its list of contents tell of it. */
export interface LabelledCarton {
  readonly carton: CartonRow;
  /** Which one of the shipment's it is, and how many there are by now. */
  readonly place: { readonly number: number; readonly of: number };
  readonly orders: readonly string[];
  readonly shipTo: Party;
  readonly words: Words;
  /** Its goods may come back by the number on it. */
  readonly isReturnable: boolean;
}

export interface PackedGoods {
  readonly item: string;
  readonly description: string;
  readonly quantity: number;
  readonly unit: string;
  readonly lot: string | null;
  readonly serials: string[];
}

/** A carton by its number; null where there is none. */
export async function labelledCarton(read: Runner, number: string): Promise<LabelledCarton | null> {
  const carton = await read.one(cartonOnLabel, { carton: number });
  if (!carton) return null;
  const { shipment } = carton;
  const orders = await read.all(ordersOnLabel, { shipment });
  const beside = await read.all(cartonsBeside, { shipment });
  const { returns, returnDetails } = await settingsOf(read, carton.source_system);
  const said = JSON.parse(orders[0]?.document ?? '{}') as { readonly language?: string; readonly receiver?: Party };
  return {
    carton,
    place: { number: beside.findIndex((one) => one.carton === number) + 1, of: beside.length },
    orders: orders.map(({ order_number: order }) => order),
    shipTo: said.receiver ?? (consigneeFrom(carton.consignee) as Party),
    words: wordsIn(said.language ?? null),
    isReturnable: returns && returnDetails && consigneeFrom(carton.consignee).warehouse === undefined,
  };
}

/** What is in it, the same goods together. */
export async function packedGoods(read: Runner, carton: string): Promise<PackedGoods[]> {
  const rows = await read.all(goodsInCarton, { carton });
  return [...Map.groupBy(rows, ({ number, lot }) => JSON.stringify([number, lot])).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const quantityBase = same.reduce((sum, { quantity_base: base }) => sum + base, 0);
    return [
      {
        item: first.number,
        description: first.description,
        quantity: fromBase(quantityBase, first.decimals),
        unit: first.base_unit,
        lot: first.lot || null,
        serials: same.flatMap(({ serial }) => serial || []),
      },
    ];
  });
}

const wide = labelSize.width - 2 * margin;
const half = Math.floor(wide / 2);

/**
 * The logistic label: from and to on top, what the carrier and the receiver go by in the middle, the SSCC as GS1-128
 * below, at least 32 mm high. Source: GS1 General Specifications, logistic label.
 */
export function labelOf(labelled: LabelledCarton): LabelPage {
  const { carton, place, orders, shipTo, words } = labelled;
  const { say } = words;
  const weight = carton.weight_grams === null ? '' : `${words.number(fromBase(carton.weight_grams, 3))} kg`;
  const [name = '', ...address] = partyLines(shipTo, words);
  const facts: readonly (readonly [string, string])[] = [
    [orders.length > 1 ? say('orders') : say('order'), orders.join(', ')],
    [say('shipment'), carton.shipment],
    [say('load'), carton.load_number],
    [say('carrier'), carton.carrier],
    [say('trackingNumber'), carton.tracking_number ?? ''],
    [say('weight'), weight],
    [say('cartonType'), `${carton.carton_type}  ${place.number} / ${place.of}`],
  ];
  const told = facts.filter(([, value]) => value.trim() !== '');
  return [
    text(say('shipFrom'), 36, { size: 22, width: half }),
    text(carton.warehouse_name, 62, { size: 30, width: wide }),
    { kind: 'rule', y: 108, thick: 3 },
    text(say('shipTo'), 126, { size: 22, width: half }),
    text(name, 154, { size: 44, width: wide }),
    ...address.slice(0, 6).map((line, index) => text(line, 206 + index * 40, { size: 36, width: wide })),
    { kind: 'rule', y: 460, thick: 3 },
    ...told.flatMap(([fact, value], index) => [
      text(fact, 480 + index * 42, { size: 24, width: 220 }),
      text(value, 478 + index * 42, { size: 32, width: wide - 230, x: margin + 230 }),
    ]),
    { kind: 'rule', y: 786, thick: 3 },
    ...codeOf(carton.carton, 800, 262),
    ...(labelled.isReturnable ? returnCode(say('returnId'), returnIdOf(carton.shipment)) : []),
  ];
}

const linesOnLabel = 24;

/** What is in the carton, to be put into it or stuck onto it; as many labels as it takes. */
export function contentListOf(labelled: LabelledCarton, goods: readonly PackedGoods[]): LabelPage[] {
  const { say, number } = labelled.words;
  const lines = goods.flatMap(({ item, description, quantity, unit, lot, serials }) => [
    { left: item, right: `${number(quantity)} ${unit}`, size: 30 },
    ...(description === '' ? [] : [{ left: description, right: '', size: 26 }]),
    ...(lot === null ? [] : [{ left: say('lot', { lot, quantity: number(quantity), unit }), right: '', size: 26 }]),
    ...chunked(serials, 3).map((some) => ({ left: say('serials', { serials: some.join(', ') }), right: '', size: 26 })),
  ]);
  const pages = chunked(lines, linesOnLabel);
  const all = Math.max(1, pages.length);
  return (pages.length === 0 ? [[]] : pages).map((some, page) => [
    text(say('content-list'), 36, { size: 36, width: wide }),
    text(labelled.carton.carton, 82, { size: 30, width: wide }),
    text(`${say('order')}: ${labelled.orders.join(', ')}`, 120, { size: 26, width: wide }),
    { kind: 'rule', y: 158, thick: 3 },
    ...some.flatMap(({ left, right, size }, index) => {
      const y = 176 + index * 41;
      const quantity = text(right, y, { size, width: 200, x: margin + wide - 200, align: 'right' });
      return [text(left, y, { size, width: right === '' ? wide : wide - 210 }), ...(right === '' ? [] : [quantity])];
    }),
    text(say('page', { page: page + 1, pages: all }), 1174, { size: 24, width: wide, align: 'right' }),
  ]);
}

function codeOf(number: string, y: number, height: number): LabelPart[] {
  const isOurs = isSscc(number);
  return [
    { kind: 'code', y, height, symbology: isOurs ? 'sscc' : 'code128', text: number },
    text(isOurs ? `(00) ${number}` : number, y + height + 8, { size: 36, width: wide, align: 'center' }),
  ];
}

/** Low on the label: who sends goods back keeps the carton, and who takes them back scans it. */
function returnCode(name: string, returnId: string): LabelPart[] {
  return [
    { kind: 'code', y: 1116, height: 58, symbology: 'code128', text: returnId },
    text(`${name}: ${returnId}`, 1180, { size: 26, width: wide, align: 'center' }),
  ];
}

function text(
  shown: string,
  y: number,
  style: { readonly size: number; readonly width: number; readonly x?: number; readonly align?: 'center' | 'right' },
): LabelPart {
  return { kind: 'text', y, x: margin, ...style, text: shown };
}

function chunked<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
