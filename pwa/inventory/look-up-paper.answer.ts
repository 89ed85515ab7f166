import type { Found } from '#shared/inventory/look-up.ts';
import type { FoundPaper, FoundPromise, PaperLine, Turn } from '#shared/inventory/look-up-outbound.ts';
import type { Prompt, Row } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, amountOf, codeWords, problemWords, type TextKey, type Words, words } from '../ui/words.ts';

type Detail = NonNullable<Prompt['details']>[number];

/** How far something that goes out is, and what somebody in front of it asks first: the lines need the room. */
export function paperSummary(paper: FoundPaper): Detail[] {
  const { status, releaseStatus, shipmentStatus } = paper;
  const isBegun = releaseStatus !== null && releaseStatus !== 'open' && status === 'open';
  return given([
    ['lookUp.status', codeWords('paperStatus', status)],
    ['lookUp.released', isBegun ? codeWords('paperStatus', releaseStatus) : null],
    ['lookUp.left', isPartly(shipmentStatus) ? codeWords('paperStatus', shipmentStatus) : null],
    ['lookUp.holds', few(paper.holds)],
    ['lookUp.claimedBy', paper.claimedBy],
    ['lookUp.orders', few(paper.orders)],
    ['lookUp.shipment', few(paper.shipments)],
    ['lookUp.tracking', paper.trackingNumber],
  ]);
}

/** What belongs to it besides. */
export function paperDetails({ dueAt, weightKg, cartons, ...paper }: FoundPaper): Detail[] {
  const boxes = cartons.length > 2 ? [words('lookUp.count', { count: cartons.length })] : cartons.map(grouped);
  return given([
    ['lookUp.outboundLoad', few(paper.loads)],
    ['lookUp.carrier', paper.carrier],
    ['lookUp.due', dueAt && words('lookUp.at', { time: { atMs: Date.parse(dueAt) } })],
    ['lookUp.location', paper.location],
    ['lookUp.onPlate', paper.licensePlate && grouped(paper.licensePlate)],
    ['lookUp.carton', few(boxes)],
    ['lookUp.weight', weightKg === null ? null : `${weightKg} kg`],
    ['lookUp.workTitle', few(paper.work)],
    ['lookUp.wave', few(paper.waves)],
    ['lookUp.slips', few(paper.documents)],
  ]);
}

function given(details: readonly (readonly [TextKey, Words | null])[]): Detail[] {
  return details.flatMap(([label, value]): Detail[] => (value === null || value === '' ? [] : [{ label, value }]));
}

function isPartly(status: string | null): status is string {
  return status !== null && status !== 'open';
}

const named = 3;

/** The first few names, and how many there are besides. */
function few(names: readonly Words[]): Words | null {
  const [only] = names;
  if (only === undefined) return null;
  if (names.length === 1) return only;
  const shown = names.slice(0, named).join(', ');
  return names.length > named ? `${shown} + ${names.length - named}` : shown;
}

/** Each line with how much of it has gone how far, and why it goes no further. */
export function paperRows({ kind, paper }: Found): Row[] {
  return (paper?.lines ?? []).map((line) => paperRow(line, kind));
}

function paperRow(line: PaperLine, kind: Found['kind']): Row {
  const { item, description, location, order, why, unit } = line;
  const isDone = line.wanted > 0 && doneOf(line, kind) >= line.wanted - line.cancelled;
  const marks = [location ?? '', kind === 'outboundOrder' || kind === 'work' ? '' : order, item];
  const about = marks.filter((mark) => mark !== '').join(' · ');
  return {
    title: description,
    detail: why ? because(about, why) : far(line, about),
    value: amountOf(doneOf(line, kind), line.wanted, unit),
    tone: why ? 'warn' : isDone ? 'good' : 'open',
  };
}

/** What it is about, and why not. */
export function because(about: string, why: Parameters<typeof problemWords>[0]): Words {
  return about === '' ? problemWords(why) : words('lookUp.because', { about, why: problemWords(why) });
}

/** Of an order what has left, of everything else what is picked. */
function doneOf({ shipped, picked }: PaperLine, kind: Found['kind']): number {
  return kind === 'outboundOrder' ? shipped : Math.max(picked, shipped);
}

const counters = ['reserved', 'released', 'picked', 'shipped', 'cancelled'] as const;

function far(line: PaperLine, about: string): Words {
  const parts = counters
    .filter((counter) => line[counter] > 0)
    .map((counter) => words(`lookUp.counted.${counter}`, { quantity: line[counter] }));
  return parts.length === 0 ? about : words('lookUp.farOf', { about, parts });
}

/** Goods that are promised to somebody, and goods that somebody received. */
export function whoseRows({ kind, promised, shipped, hasMorePromised, hasMoreShipped }: Found): Row[] {
  const rows = [...promised.map((one) => promisedRow(one, kind)), ...shipped.map((one) => shippedRow(one, kind))];
  return hasMorePromised || hasMoreShipped ? [...rows, { title: words('lookUp.moreRows') }] : rows;
}

function promisedRow(one: FoundPromise, kind: Found['kind']): Row {
  const { order, line, consignee, location, state, work } = one;
  const marks = [consignee, kind === 'location' ? null : location, ...marksOf(one, kind), work];
  const about = marks.filter((mark) => mark).join(' · ');
  return {
    title: order === null ? words('lookUp.forFace') : words('lookUp.onOrder', { order, line }),
    value: amount(one.quantity, one.unit),
    detail: words('lookUp.stateOf', { state: codeWordsOf(state), about }),
    tone: 'open',
  };
}

function shippedRow(one: FoundPromise, kind: Found['kind']): Row {
  const { order, line, consignee, documentNumber, shippedAt, shipment } = one;
  const marks = [order === null ? '' : `${order} / ${line}`, documentNumber ?? shipment, ...marksOf(one, kind)];
  const about = marks.filter((mark) => mark).join(' · ');
  return {
    title: consignee ?? order ?? '',
    value: amount(one.quantity, one.unit),
    detail: shippedAt === null ? about : words('lookUp.shippedAt', { about, time: { atMs: Date.parse(shippedAt) } }),
    tone: 'good',
  };
}

/** What tells goods of a row from others: what was asked for goes without saying. */
function marksOf({ item, lot, serial, licensePlate }: FoundPromise, kind: Found['kind']): (string | null)[] {
  return [
    kind === 'item' || kind === 'lot' || kind === 'serial' ? null : item,
    kind === 'lot' ? null : lot,
    kind === 'serial' ? null : serial,
    kind === 'licensePlate' || kind === 'carton' ? null : licensePlate && grouped(licensePlate),
  ];
}

const states = ['order', 'shipment', 'work', 'picked', 'shipped'] as const;

function codeWordsOf(state: string) {
  const known = states.find((one) => one === state) ?? 'order';
  return words(`lookUp.promised.${known}`);
}

/** What became of something that goes out, the newest first. */
export function turnRows({ turns }: FoundPaper): Row[] {
  return turns.toReversed().map(({ at, what, of, by }: Turn) => ({
    title: words(`lookUp.turn.${what}`),
    ...(of !== null && { value: of.length > 16 ? grouped(of) : of }),
    detail: words(by === null ? 'lookUp.at' : 'lookUp.byAt', { time: { atMs: Date.parse(at) }, by: by ?? '' }),
  }));
}
