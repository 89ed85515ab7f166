import type { Found } from '#shared/inventory/look-up.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { isClaimed } from '#shared/ledger/claim-lease.ts';
import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import { isToDo, whyHeldBack } from '#shared/ledger/pick-work.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { type LookUp, noGoods } from './look-up-common.ts';
import { workLines, workRow } from './look-up-outbound.queries.ts';
import { asWhy, blankPaper, different, heldBy, inTurn, linesShown, paperLine, turn } from './look-up-paper.ts';
import { promisedTo } from './look-up-promises.ts';

type Work = RowOf<typeof workRow>;
type Line = RowOf<typeof workLines>;

/** Work of any type: what is to be fetched where and for whom, who does it, and why somebody cannot. */
export async function foundWork({ read, warehouse, nowMs }: LookUp, work: string): Promise<Found | null> {
  const row = await read.one(workRow, { work });
  if (!row) return null;
  const [lines, promised] = await Promise.all([
    read.all(workLines, { work, limit: linesShown + 1 }),
    promisedTo(read, warehouse, { work }),
  ]);
  const claimedBy = isClaimed(row.claimed_by, row.claimed_at, nowMs) ? row.claimed_by : null;
  const why = whyWaits(row);
  return {
    ...noGoods,
    kind: 'work',
    name: work,
    sourceSystem: null,
    description: row.type,
    paper: {
      ...blankPaper,
      status: row.status,
      consignee: consigneeNameOf(row.consignee ?? ''),
      carrier: row.carrier || null,
      location: row.from_location,
      priority: row.priority,
      holds: row.hold_codes === null ? [] : (JSON.parse(row.hold_codes) as string[]),
      claimedBy,
      licensePlate: row.license_plate ?? row.target_plate,
      orders: different([row.order_number]),
      shipments: different([row.shipment]),
      loads: different([row.load_number]),
      waves: different([row.wave]),
      lines: lines.length > 0 ? lines.slice(0, linesShown).map((line) => lineOf(line, why)) : ownLine(row),
      hasMoreLines: lines.length > linesShown,
      turns: inTurn([
        ...turn(row.created_at, 'made', null),
        ...(claimedBy === null ? [] : turn(row.claimed_at, 'claimed', null, claimedBy)),
        ...turn(row.closed_at, 'closed', null, row.claimed_by),
      ]),
    },
    ...promised,
    whyNot: asWhy(why),
  };
}

function lineOf(line: Line, why: Problem | null) {
  const { quantity_base: wanted, picked_base: picked, location, blocked_by: blockedBy } = line;
  const waits = blockedBy === null ? why : problem('picking.blocked', { location, work: blockedBy });
  return paperLine(line, line.line, { wanted, picked }, { location, why: isToDo(line) ? asWhy(waits) : null });
}

/** Put-away has no lines: it is of one item, where it is not of a plate. */
function ownLine({ number, description, base_unit: unit, decimals, ...row }: Work) {
  if (number === null || description === null || unit === null || decimals === null) return [];
  const named = { ...row, number, description, base_unit: unit, decimals, order_number: row.order_number };
  return [paperLine(named, 1, { wanted: row.quantity_base }, { location: row.from_location })];
}

/** Why nobody can begin with it. */
function whyWaits(row: Work): Problem | null {
  if (row.status !== 'open' && row.status !== 'held') return null;
  const held = heldBy(row.order_number, row.hold_codes);
  if (held) return held;
  if (row.status === 'open') return null;
  return whyHeldBack(row.id, { wave: row.wave, status: row.wave_status });
}
