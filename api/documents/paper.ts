import type { DocumentKind } from '../platform/documents.ts';
import { type Party, partyLines, type Words } from '../platform/print/words.ts';

/** What a printed document says, before it is drawn: texts in the reader's language, top to bottom. */
export interface Paper {
  readonly title: string;
  readonly number: string;
  readonly subtitle: string;
  /** Why it must not be used; null while it counts. */
  readonly warning: string | null;
  /** Addresses beside each other, each with what it is. */
  readonly parties: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Heads of the columns of quantities. */
  readonly heads: readonly [line: string, item: string, ...quantities: string[]];
  readonly orders: readonly PaperOrder[];
  readonly containers: {
    readonly title: string;
    readonly heads: readonly string[];
    readonly rows: readonly string[][];
  };
}

interface PaperOrder {
  readonly name: string;
  readonly number: string;
  readonly lines: readonly PaperLine[];
}

interface PaperLine {
  readonly line: string;
  readonly item: string;
  readonly description: string;
  readonly quantities: readonly string[];
  /** Lots, serial numbers, substitutes, what was cancelled. */
  readonly notes: readonly string[];
}

/** The stored text of a receipt or packing slip, as far as it is printed. Older ones may lack what newer ones have. */
export interface StoredDocument {
  readonly documentNumber: string;
  readonly version: number;
  readonly active: boolean;
  readonly warehouse?: string;
  readonly shipment?: string;
  readonly load?: string | null;
  readonly returnId?: string;
  readonly shippedOn?: string;
  readonly receivedOn?: string;
  readonly consignee?: Party | null;
  readonly receiver?: Party | null;
  readonly consigner?: Party | null;
  readonly carrier?: string | null;
  readonly deliveryTerms?: string | null;
  readonly supplierPackingSlip?: string | null;
  readonly language?: string | null;
  readonly lines: readonly StoredLine[];
  readonly containers?: readonly StoredContainer[];
}

interface StoredLine {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly item: string;
  readonly description?: string;
  readonly unit: string;
  readonly orderedQuantity: number;
  readonly shippedQuantity?: number;
  readonly receivedQuantity?: number;
  readonly remainingQuantity: number;
  readonly cancelledQuantity?: number;
  readonly cancelReason?: string | null;
  readonly consigneeItemNumber?: string | null;
  readonly consigneeReference?: string | null;
  readonly details: readonly StoredDetail[];
}

interface StoredDetail {
  readonly item?: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly quantity: number;
  readonly unit: string;
}

interface StoredContainer {
  readonly sscc: string;
  readonly type: string;
  readonly weight: number | null;
  readonly weightUnit: string;
  readonly trackingNumber: string | null;
}

/** Kinds of documents that can be had on paper. */
export type PaperKind = Extract<DocumentKind, 'packing-slip' | 'shipment-receipt'>;

export function isPaperKind(kind: DocumentKind): kind is PaperKind {
  return kind === 'packing-slip' || kind === 'shipment-receipt';
}

/** The paper of a stored document: made from its own text alone, so that it says the same however long afterwards. */
export function paperOf(kind: PaperKind, document: StoredDocument, words: Words): Paper {
  const { say } = words;
  const isSlip = kind === 'packing-slip';
  return {
    title: say(kind),
    number: document.documentNumber,
    subtitle: say('version', { version: document.version }),
    warning: document.active ? null : say('reversed'),
    parties: partiesOf(document, words),
    facts: factsOf(document, words),
    heads: [
      ...([say('line'), say('item')] as const),
      ...[say('ordered'), say(isSlip ? 'shipped' : 'received'), say('remaining'), say('unit')],
    ],
    orders: [...Map.groupBy(document.lines, (line) => line.orderNumber)].map(([number, lines]) => ({
      name: say('order'),
      number,
      lines: lines.map((line) => lineOf(line, words)),
    })),
    containers: {
      title: say('cartons'),
      heads: [say('sscc'), say('cartonType'), say('weight'), say('trackingNumber')],
      rows: (document.containers ?? []).map(({ sscc, type, weight, weightUnit, trackingNumber }) => [
        sscc,
        type,
        weight === null ? '' : `${words.number(weight)} ${weightUnit}`,
        trackingNumber ?? '',
      ]),
    },
  };
}

/** Goods go to the receiver where that is another than the customer. */
function partiesOf({ consignee, receiver, consigner }: StoredDocument, words: Words): Paper['parties'] {
  const { say } = words;
  const parties = [
    { title: say('shipTo'), lines: partyLines(receiver ?? consignee, words) },
    { title: say('customer'), lines: receiver ? partyLines(consignee, words) : [] },
    { title: say('consigner'), lines: partyLines(consigner, words) },
  ];
  return parties.filter(({ lines }) => lines.length > 0);
}

function factsOf(document: StoredDocument, words: Words): Paper['facts'] {
  const { say, day } = words;
  const numbers = [...new Set(document.lines.map(({ orderNumber }) => orderNumber))];
  const facts: (readonly [string, string | null | undefined])[] = [
    [say('shippedOn'), document.shippedOn && day(document.shippedOn)],
    [say('receivedOn'), document.receivedOn && day(document.receivedOn)],
    [numbers.length === 1 ? say('order') : say('orders'), numbers.join(', ')],
    [say('yourOrder'), document.consignee?.purchaseOrderNumber],
    [say('customerReference'), document.consignee?.reference],
    [say('shipment'), document.shipment],
    [say('returnId'), document.returnId],
    [say('load'), document.load],
    [say('warehouse'), document.warehouse],
    [say('carrier'), document.carrier],
    [say('deliveryTerms'), document.deliveryTerms],
    [say('supplierPackingSlip'), document.supplierPackingSlip],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function lineOf(line: StoredLine, words: Words): PaperLine {
  const done = line.shippedQuantity ?? line.receivedQuantity ?? 0;
  return {
    line: String(line.lineNumber),
    item: line.item,
    description: line.description ?? '',
    quantities: [...[line.orderedQuantity, done, line.remainingQuantity].map(words.number), line.unit],
    notes: notesOf(line, words),
  };
}

function notesOf(line: StoredLine, words: Words): string[] {
  const { say, number, reason } = words;
  const notes: string[] = [];
  if (line.consigneeItemNumber) notes.push(say('yourItem', { item: line.consigneeItemNumber }));
  if (line.consigneeReference) notes.push(say('yourReference', { reference: line.consigneeReference }));
  for (const { item, lot, serials, quantity, unit } of goodsOf(line.details)) {
    const isOther = item !== undefined && item !== line.item;
    const told = { item: item ?? '', lot: lot ?? '', quantity: number(quantity), unit };
    if (isOther) notes.push(say(lot === null ? 'substitute' : 'substituteLot', told));
    else if (lot !== null) notes.push(say('lot', told));
    if (serials.length > 0) notes.push(say('serials', { serials: serials.join(', ') }));
  }
  const { cancelledQuantity = 0, cancelReason, unit } = line;
  if (cancelledQuantity > 0) {
    const told = { quantity: number(cancelledQuantity), unit };
    notes.push(cancelReason ? say('cancelledWhy', { ...told, reason: reason(cancelReason) }) : say('cancelled', told));
  }
  return notes;
}

/** The same goods from several places are one line on paper. */
function goodsOf(details: readonly StoredDetail[]) {
  return [...Map.groupBy(details, ({ item, lot }) => JSON.stringify([item, lot])).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { item, lot, unit } = first;
    const serials = same.flatMap(({ serial }) => serial ?? []).sort();
    // Quantities have at most six decimals; in millionths they add up exactly.
    const quantity = same.reduce((sum, each) => sum + Math.round(each.quantity * 1e6), 0) / 1e6;
    return [{ item, lot, unit, serials, quantity }];
  });
}
