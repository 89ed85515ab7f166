import { fromBase } from '#shared/kernel/quantity.ts';
import { consigneeFrom } from '#shared/ledger/consignee.ts';
import { returnIdOf } from '#shared/ledger/return-id.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { type Party, partyLines, type Words, wordsIn } from '../platform/print/words.ts';
import { cartonOnLabel, cartonsBeside, goodsInCarton, ordersOnLabel } from './carton.queries.ts';
import { factLines, header, line, margin, rule } from './design.ts';
import type { Box, Label, LabelPart, Size } from './label.ts';
import { logisticLabel } from './logistic-label.ts';

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

/**
 * The logistic label of a carton: from and to on top, what the carrier and the receiver go by in the middle, the SSCC
 * below. Source: GS1 General Specifications, logistic label.
 */
export function labelOf(size: Size, labelled: LabelledCarton): Label {
  const { carton, place, orders, shipTo, words } = labelled;
  const { say } = words;
  const weight = carton.weight_grams === null ? '' : `${words.number(fromBase(carton.weight_grams, 3))} kg`;
  const facts: readonly (readonly [string, string])[] = [
    [orders.length > 1 ? say('orders') : say('order'), orders.join(', ')],
    [say('shipment'), carton.shipment],
    [say('load'), carton.load_number],
    [say('carrier'), carton.carrier],
    [say('trackingNumber'), carton.tracking_number ?? ''],
    [say('weight'), weight],
    [say('cartonType'), `${carton.carton_type}  ${place.number} / ${place.of}`],
  ];
  return logisticLabel(size, {
    number: carton.carton,
    from: `${say('shipFrom')}: ${carton.warehouse_name}`,
    elements: [],
    told: (room) => [
      ...addressee(say('shipTo'), partyLines(shipTo, words), { ...room, height: room.height * 0.52 }),
      ...factLines(
        facts.filter(([, value]) => value.trim() !== ''),
        { ...room, y: room.y + room.height * 0.52, height: room.height * 0.48 },
      ),
    ],
    ...(labelled.isReturnable && { below: { caption: say('returnId'), text: returnIdOf(carton.shipment) } }),
  });
}

function addressee(caption: string, [name = '', ...address]: readonly string[], room: Box): LabelPart[] {
  const { x, y, width, height } = room;
  const lines = address.slice(0, 6);
  const size = Math.min(5, (height - 11) / Math.max(4, lines.length) / 1.12);
  return [
    line(caption, { x, y, width, size: 2.8 }),
    line(name, { x, y: y + 3.4, width, size: 6 }),
    ...lines.map((text, index) => line(text, { x, y: y + 10.4 + index * size * 1.12, width, size })),
    { kind: 'box', x: 0, y: y + height - 1.5, width: width + 2 * x, height: 0.4, line: null },
  ];
}

const linesOnLabel = 24;
const lineHeight = 5.1;

/** What is in the carton, to be put into it or stuck onto it; as many labels as it takes. */
export function contentListOf(size: Size, labelled: LabelledCarton, goods: readonly PackedGoods[]): Label[] {
  const { say, number } = labelled.words;
  const lines = goods.flatMap(({ item, description, quantity, unit, lot, serials }) => [
    { left: item, right: `${number(quantity)} ${unit}`, size: 3.8 },
    ...(description === '' ? [] : [{ left: description, right: '', size: 3.3 }]),
    ...(lot === null ? [] : [{ left: say('lot', { lot, quantity: number(quantity), unit }), right: '', size: 3.3 }]),
    ...chunked(serials, 3).map((some) => ({
      left: say('serials', { serials: some.join(', ') }),
      right: '',
      size: 3.3,
    })),
  ]);
  const { parts, mark, below } = header(size, say('content-list'));
  const top = below + 12;
  const onEach = Math.min(linesOnLabel, Math.floor((size.height - margin - 5 - top) / lineHeight));
  const pages = chunked(lines, onEach);
  const all = Math.max(1, pages.length);
  const width = size.width - 2 * margin;
  return (pages.length === 0 ? [[]] : pages).map((some, page) => ({
    ...size,
    mark,
    parts: [
      ...parts,
      line(labelled.carton.carton, { x: margin, y: below + 1, width, size: 4.2 }),
      line(`${say('order')}: ${labelled.orders.join(', ')}`, { x: margin, y: below + 6, width, size: 3.4 }),
      rule(below + 10.5, size),
      ...some.flatMap(({ left, right, size: letters }, index) => {
        const y = top + index * lineHeight;
        const quantity = line(right, { x: size.width - margin - 26, y, width: 26, size: letters, align: 'right' });
        const room = right === '' ? width : width - 28;
        return [line(left, { x: margin, y, width: room, size: letters }), ...(right === '' ? [] : [quantity])];
      }),
      line(say('page', { page: page + 1, pages: all }), {
        ...{ x: margin, y: size.height - margin - 3.2, width, size: 3, align: 'right' },
      }),
    ],
  }));
}

function chunked<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
