import { invariant } from '#shared/kernel/invariant.ts';
import { directionOf } from '#shared/ledger/channel.ts';
import type { Coverage, EntryDraft } from '#shared/ledger/entry.ts';
import { legsOf } from '#shared/ledger/entry.ts';
import { sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isOutside, type Place } from '#shared/ledger/place.ts';
import {
  addToBalance,
  decimalsOfItem,
  dropEmptyBalance,
  insertEntry,
  openCoverage,
  takeFromBalance,
} from './ledger.queries.ts';
import type { LedgerEntry } from './published-row.ts';
import type { AppTrx } from './store.ts';

/** Who moves the goods, by which command. Instants in ms. */
export interface Cause {
  readonly commandId: string;
  readonly warehouse: string;
  readonly operator: string;
  readonly device: string;
  readonly occurredAt: number;
}

/** The entry a command makes has an id that follows from the command's: a rule can name it before it is written. */
export function entryId(commandId: string, index: number): string {
  return `${commandId}:${index}`;
}

/**
 * Writes entries and, from the same numbers, balances; hands both to the published side. The only place that writes
 * either. A rule has already judged that the stock is there: where it is not, this is a bug and throws.
 */
export async function post(trx: AppTrx, cause: Cause, drafts: readonly EntryDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const balances = new BalanceChanges(cause.warehouse);
  const decimals = new Map<string, number>();
  const channels = new Map<string, string>();
  for (const [index, draft] of drafts.entries()) {
    invariant(draft.quantityBase > 0 && Number.isSafeInteger(draft.quantityBase), 'an entry moves a positive integer');
    const channel = draft.coverage ? await channelOf(trx, draft, draft.coverage, channels) : null;
    const entry = await insert(trx, entryOf(trx, cause, draft, index), channel, draft);
    for (const leg of legsOf(draft)) balances.add(draft, leg.place, leg.quantityBase);
    if (!decimals.has(draft.item)) {
      decimals.set(draft.item, draft.decimals ?? (await readDecimals(trx, draft.item)));
    }
    trx.publish({ kind: 'stock', entry, decimals: decimals.get(draft.item) ?? 0 });
  }
  await balances.write(trx);
}

/**
 * The channel that a change is told through: the one in force when the first change of its coverage was made. What takes
 * a change back goes the same way, or the ERP would be told of one without the other.
 */
async function channelOf(
  trx: AppTrx,
  draft: EntryDraft,
  coverage: Coverage,
  known: Map<string, string>,
): Promise<string> {
  const { id, kind } = coverage;
  const before = known.get(id);
  if (before !== undefined) return before;
  const opened = await trx.one(openCoverage[trx.dialect], { id, kind, ...channelAskedFor(draft) });
  invariant(opened, `the coverage ${id} has a channel`);
  known.set(id, opened.channel);
  return opened.channel;
}

function channelAskedFor({ item, reason }: EntryDraft) {
  return { sourceSystem: sourceSystemOf(item), direction: directionOf(reason) };
}

async function insert(
  trx: AppTrx,
  entry: Omit<LedgerEntry, 'channel' | 'unit'>,
  channel: string | null,
  draft: EntryDraft,
): Promise<LedgerEntry> {
  const stamped = await trx.one(insertEntry[trx.dialect], {
    ...parametersOf(entry),
    channel,
    ...channelAskedFor(draft),
  });
  invariant(stamped, `the entry ${entry.id} was written`);
  return { ...entry, ...stamped };
}

async function readDecimals(trx: AppTrx, itemKey: string): Promise<number> {
  const item = await trx.one(decimalsOfItem, { itemKey });
  invariant(item, `an entry names the unknown item ${itemKey}`);
  return item.decimals;
}

interface BalanceChange {
  readonly key: {
    readonly warehouse: string;
    readonly location: string;
    readonly itemKey: string;
    readonly owner: string;
    readonly lot: string;
    readonly serial: string;
    readonly inventoryStatus: string;
    readonly licensePlate: string;
  };
  quantityBase: number;
}

/** Sums what a command does to each balance row, then writes rows in key order, so that two commands cannot deadlock. */
class BalanceChanges {
  readonly #changes = new Map<string, BalanceChange>();
  readonly #warehouse: string;

  constructor(warehouse: string) {
    this.#warehouse = warehouse;
  }

  add(draft: EntryDraft, place: Place, quantityBase: number): void {
    if (isOutside(place.location)) return;
    const key = {
      warehouse: this.#warehouse,
      location: place.location,
      itemKey: draft.item,
      owner: draft.owner,
      lot: draft.lot ?? '',
      serial: draft.serial ?? '',
      inventoryStatus: place.inventoryStatus,
      licensePlate: place.licensePlate ?? '',
    };
    const text = Object.values(key).join('\u0000');
    const change = this.#changes.get(text);
    if (change) change.quantityBase += quantityBase;
    else this.#changes.set(text, { key, quantityBase });
  }

  async write(trx: AppTrx): Promise<void> {
    const ordered = [...this.#changes].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, { key, quantityBase }] of ordered) {
      if (quantityBase > 0) await trx.one(addToBalance, { ...key, quantityBase });
      if (quantityBase < 0) await take(trx, key, -quantityBase);
    }
  }
}

async function take(trx: AppTrx, key: BalanceChange['key'], quantityBase: number): Promise<void> {
  const left = await trx.one(takeFromBalance, { ...key, quantityBase });
  invariant(left, `${quantityBase} of ${key.itemKey} are not at ${key.warehouse}/${key.location}`);
  if (left.quantity_base === 0) await trx.one(dropEmptyBalance, key);
}

function entryOf(trx: AppTrx, cause: Cause, draft: EntryDraft, index: number): Omit<LedgerEntry, 'channel' | 'unit'> {
  return {
    id: entryId(cause.commandId, index),
    command_id: cause.commandId,
    warehouse: cause.warehouse,
    item_key: draft.item,
    owner: draft.owner,
    lot: draft.lot,
    serial: draft.serial,
    quantity_base: draft.quantityBase,
    from_location: draft.from.location,
    from_plate: draft.from.licensePlate,
    from_status: draft.from.inventoryStatus,
    to_location: draft.to.location,
    to_plate: draft.to.licensePlate,
    to_status: draft.to.inventoryStatus,
    reason: draft.reason,
    reason_code: draft.reasonCode ?? null,
    corrects: draft.corrects ?? null,
    coverage: draft.coverage?.id ?? null,
    operator: cause.operator,
    device: cause.device,
    occurred_at: cause.occurredAt,
    recorded_at: trx.now,
  };
}

function parametersOf(entry: Omit<LedgerEntry, 'channel' | 'unit'>) {
  return {
    id: entry.id,
    commandId: entry.command_id,
    warehouse: entry.warehouse,
    itemKey: entry.item_key,
    owner: entry.owner,
    lot: entry.lot,
    serial: entry.serial,
    quantityBase: entry.quantity_base,
    fromLocation: entry.from_location,
    fromPlate: entry.from_plate,
    fromStatus: entry.from_status,
    toLocation: entry.to_location,
    toPlate: entry.to_plate,
    toStatus: entry.to_status,
    reason: entry.reason,
    reasonCode: entry.reason_code,
    corrects: entry.corrects,
    coverage: entry.coverage,
    operator: entry.operator,
    device: entry.device,
    occurredAt: entry.occurred_at,
    recordedAt: entry.recorded_at,
  };
}
