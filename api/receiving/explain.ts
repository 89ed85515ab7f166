import type { Command } from '#shared/command/envelope.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { decideRegister } from '#shared/receiving/register.ts';
import type { RegisterBody } from '#shared/receiving/register-body.ts';
import type { Runner } from '../platform/db/connection.ts';
import { locationType } from '../platform/facts/locations.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { linesOfOrder } from './explain.queries.ts';
import { orderLines } from './order-lines.queries.ts';

/** One thing that was asked about: whether the smallest quantity of it could be received now, and if not, why. */
export interface Explanation {
  readonly order: string;
  readonly line: number | null;
  readonly item: string;
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
  return { order, line, item: '', allowed: false, problem: why };
}

async function explainOne(read: Runner, asked: Asked, itemNumber: string): Promise<Explanation> {
  const subject = { order: asked.order, line: asked.line ?? null, item: itemNumber };
  const lines = await orderLines(read, { ...asked, item: itemNumber, unit: '' });
  const item = lines.item ?? (await itemsByNumber(read, itemNumber))[0] ?? null;
  const command = commandFor(asked, itemNumber, lines.item, lines.lines[0]?.lot ?? null);
  const decision = decideRegister(command, {
    ...lines,
    load: null,
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

async function placeFor(read: Runner, asked: Asked) {
  if (asked.location === undefined) return { code: '', type: 'receiving', isActive: true };
  const type = await locationType(read, asked.warehouse, asked.location);
  return type === null ? null : { code: asked.location, type, isActive: true };
}

/** The registration that is only imagined. */
function commandFor(asked: Asked, number: string, item: StockItem | null, lot: string | null): Command<RegisterBody> {
  const serials = item?.isSerialTracked ? { serials: ['?'] } : {};
  const lots = item?.isLotTracked ? { lot: lot ?? '?' } : {};
  const quantity = item?.isSerialTracked ? 1 : fromBase(1, item?.decimals ?? 0);
  return {
    id: '',
    type: 'receiving.register',
    version: 1,
    device: '',
    warehouse: asked.warehouse,
    occurredAt: '',
    knownAt: null,
    operator: '',
    body: {
      order: asked.order,
      ...(asked.line !== undefined && { line: asked.line }),
      ...(asked.location !== undefined && { location: asked.location }),
      licensePlate: null,
      item: number,
      quantity,
      unit: item?.baseUnit ?? '',
      ...serials,
      ...lots,
    },
  };
}
