import type { Command } from '#shared/command/envelope.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { decideRegister } from '#shared/receiving/register.ts';
import type { RegisterBody } from '#shared/receiving/register-body.ts';
import { decideRegisterPlate } from '#shared/receiving/register-plate.ts';
import type { Runner } from '../platform/db/connection.ts';
import { locationUse } from '../platform/facts/locations.queries.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { expectedPlates } from './expected-plates.ts';
import { linesOfOrder } from './explain.queries.ts';
import { linesOnLoad, loadFacts, loadInQuestion } from './load-facts.ts';
import { type OrderLines, orderLines } from './order-lines.queries.ts';
import { loadOfPlate } from './register-plate.queries.ts';
import { ordersOf } from './register-plate.ts';

/** One thing that was asked about: whether the smallest quantity of it could be received now, and if not, why. */
export interface Explanation {
  readonly order: string;
  readonly line: number | null;
  readonly item: string | null;
  readonly allowed: boolean;
  readonly problem: Problem | null;
}

interface Asked {
  readonly warehouse: string;
  readonly order: string;
  readonly sourceSystem?: string | undefined;
  readonly line?: number | undefined;
  readonly item?: string | undefined;
  readonly location?: string | undefined;
  readonly load?: string | undefined;
}

/**
 * Why something cannot be received: the rule itself is asked, with the smallest quantity that the item has. Without line
 * and item, for every line of the order. Lot, serial and plate are whatever would be right, since nobody scanned any.
 */
export async function explainReceiving(read: Runner, asked: Asked): Promise<Explanation[]> {
  if (asked.item !== undefined) return [await explainOne(read, asked, asked.item)];
  const lines = await read.all(linesOfOrder, { order: asked.order });
  const own = lines.filter((line) => (asked.sourceSystem ?? line.source_system) === line.source_system);
  if (own.length === 0) return [await explainOne(read, asked, '')];
  const meant = own.filter((line) => (asked.line ?? line.line_number) === line.line_number);
  if (meant.length === 0) return [noSuchLine(asked)];
  const explanations: Explanation[] = [];
  for (const { line_number: line, number, source_system: sourceSystem } of meant) {
    explanations.push(await explainOne(read, { ...asked, line, sourceSystem }, number));
  }
  return explanations;
}

function noSuchLine({ order, line = 0 }: Asked): Explanation {
  const why = problem('receiving.line_unknown', { order, line });
  return { order, line, item: null, allowed: false, problem: why };
}

async function explainOne(read: Runner, asked: Asked, itemNumber: string): Promise<Explanation> {
  const subject = { order: asked.order, line: asked.line ?? null, item: itemNumber || null };
  const lines = await orderLines(read, { ...asked, item: itemNumber, unit: '' });
  const item = lines.item ?? (await itemsByNumber(read, itemNumber))[0] ?? null;
  const command = commandFor(asked, itemNumber, lines.item, lines.lines[0]?.lot ?? null);
  const decision = decideRegister(command, {
    ...lines,
    ...(await loadFor(read, asked, lines)),
    announced: null,
    location: await placeFor(read, asked),
    lot: null,
    serialsInStock: [],
    plate: null,
    newPlate: null,
    looseWork: null,
    registeredSinceBase: 0,
    isOrderNews: false,
  });
  if (decision.outcome === 'applied') return { ...subject, allowed: true, problem: null };
  const isUnknown = decision.problem.code === 'receiving.item_not_on_order' && item === null;
  return {
    ...subject,
    allowed: false,
    problem: isUnknown ? problem('item.unknown', { item: itemNumber }) : decision.problem,
  };
}

/** What the load says to it, where one is named or each load is capped. */
async function loadFor(read: Runner, asked: Asked, { orders, lines }: OrderLines) {
  const number = loadInQuestion(asked.load, null, orders);
  const load = number === null ? null : await loadFacts(read, number);
  const isCapped = orders[0]?.settings?.overReceipt === 'block';
  if (load === null && !isCapped) return { load, lines };
  return { load, lines: await linesOnLoad(read, lines, { load, announced: null, lot: null }) };
}

/**
 * Why a plate cannot be registered with one scan; null where no open load announces it, so that nobody would. Serials are
 * taken to be new.
 */
export async function explainPlate(
  read: Runner,
  asked: { readonly licensePlate: string; readonly location?: string | undefined; readonly at: string },
): Promise<{ readonly warehouse: string; readonly load: string; readonly problem: Problem | null } | null> {
  const { licensePlate, location, at: occurredAt } = asked;
  const found = await read.one(loadOfPlate, { licensePlate });
  if (found?.status !== 'open') return null;
  const { number: load, warehouse, status, source_system: sourceSystem } = found;
  const named = { order: '', warehouse, location };
  const body = { licensePlate, ...(location !== undefined && { location }) };
  const command = { ...imagined, warehouse, occurredAt, body };
  const plates = await expectedPlates(read, { load, licensePlate, command });
  const decision = decideRegisterPlate(command, {
    load: { number: load, warehouse, status },
    plates,
    orders: await ordersOf(read, plates),
    settings: await settingsOf(read, sourceSystem),
    location: await placeFor(read, named),
    serialsInStock: [],
    isPlateNews: false,
    isOrderNews: false,
    registeredSinceBase: 0,
  });
  return { warehouse, load, problem: decision.outcome === 'applied' ? null : decision.problem };
}

async function placeFor(read: Runner, asked: Asked) {
  if (asked.location === undefined) return { code: '', type: 'receiving', isActive: true };
  return locationUse(read, asked.warehouse, asked.location);
}

const imagined = {
  id: '',
  type: 'receiving.register',
  version: 1,
  device: '',
  occurredAt: '',
  knownAt: null,
  operator: '',
};

/** The registration that is only imagined. */
function commandFor(asked: Asked, number: string, item: StockItem | null, lot: string | null): Command<RegisterBody> {
  const serials = item?.isSerialTracked ? { serials: ['?'] } : {};
  const lots = item?.isLotTracked ? { lot: lot ?? '?' } : {};
  const quantity = item?.isSerialTracked ? 1 : fromBase(1, item?.decimals ?? 0);
  return {
    ...imagined,
    warehouse: asked.warehouse,
    body: {
      order: asked.order,
      ...(asked.line !== undefined && { line: asked.line }),
      ...(asked.location !== undefined && { location: asked.location }),
      ...(asked.load !== undefined && { load: asked.load }),
      licensePlate: null,
      item: number,
      quantity,
      unit: item?.baseUnit ?? '',
      ...serials,
      ...lots,
    },
  };
}
