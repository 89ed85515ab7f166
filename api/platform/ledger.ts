import { invariant } from '#shared/kernel/invariant.ts';
import { type Direction, directionOf } from '#shared/ledger/channel.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { legsOf } from '#shared/ledger/entry.ts';
import { sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isOutside, type Place } from '#shared/ledger/place.ts';
import { remembered } from './db/remember.ts';
import { channelOfCoverage } from './documents.queries.ts';
import { countWhenBelow } from './facts/count-when-below.ts';
import {
  addToBalance,
  allowsNegative,
  changeReserved,
  changeUnpromised,
  chosenChannel,
  dropEmptyBalance,
  insertEntry,
  openCoverage,
  scaleOfItem,
  settleBalance,
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
 * either. A rule has already judged that the stock is there: where it is not, this is a bug and throws. `firstIndex`: so
 * many entries of the command were posted before.
 */
export async function post(
  trx: AppTrx,
  cause: Cause,
  drafts: readonly EntryDraft[],
  { firstIndex = 0 }: { readonly firstIndex?: number } = {},
): Promise<void> {
  if (drafts.length === 0) return;
  const balances = new BalanceChanges(cause.warehouse);
  const scales = new Map<string, Scale>();
  const channels = new Map<string, string>();
  for (const [index, draft] of drafts.entries()) {
    invariant(draft.quantityBase > 0 && Number.isSafeInteger(draft.quantityBase), 'an entry moves a positive integer');
    const scale = scales.get(draft.item) ?? (await scaleOf(trx, draft));
    scales.set(draft.item, scale);
    const told = draft.coverage?.id ?? '';
    const isFirst = firstIndex === 0 && told.startsWith(cause.commandId);
    const channel = channels.get(told) ?? (await channelFor(trx, draft, isFirst));
    if (told !== '') channels.set(told, channel);
    const entry = entryOf(trx, cause, draft, firstIndex + index, { channel, unit: scale.baseUnit });
    await trx.later(insertEntry, entry);
    for (const leg of legsOf(draft)) balances.add(draft, leg.place, leg.quantityBase);
    trx.publish({ kind: 'stock', entry, decimals: scale.decimals });
  }
  await countWhenBelow(trx, cause, await balances.write(trx));
}

interface Scale {
  readonly decimals: number;
  readonly baseUnit: string;
}

/** How an item is counted: as the rule knew, or as an entry of this transaction has found already. */
async function scaleOf(trx: AppTrx, { item: itemKey, scale }: EntryDraft): Promise<Scale> {
  const question = `scale ${itemKey}`;
  if (scale) {
    trx.memory.set(question, scale);
    return scale;
  }
  return remembered(trx, question, async () => {
    const item = await trx.one(scaleOfItem.read, { itemKey });
    invariant(item, `an entry names the unknown item ${itemKey}`);
    return { decimals: item.decimals, baseUnit: item.base_unit };
  });
}

/**
 * The channel that a change is told through: the one in force when the first change of its coverage was made. What takes
 * a change back goes the same way, or the ERP would be told of one without the other. `isFirst`: the coverage has its name
 * from the command that is being carried out, so there is none yet.
 */
async function channelFor(trx: AppTrx, { item, reason, coverage }: EntryDraft, isFirst: boolean): Promise<string> {
  const inForce = await channelInForce(trx, sourceSystemOf(item), directionOf(reason));
  if (!coverage) return inForce;
  const { id } = coverage;
  // By the update log a change is told of as it is made; by documents it waits for one.
  const told = inForce === 'update-log' ? { kind: updateLog, state: 'reported' } : { ...coverage, state: 'pending' };
  const opening = { id, kind: told.kind, state: told.state, channel: inForce };
  if (isFirst) {
    await trx.later(openCoverage, opening);
    return inForce;
  }
  if ((await trx.count(openCoverage, opening)) > 0) return inForce;
  const before = await trx.one(channelOfCoverage, { id });
  invariant(before, `the coverage ${id} has a channel`);
  return before.channel;
}

/** What a change that the update log has told of is covered by. */
const updateLog = 'inventory-update-log';

/** Documents, unless the source system has chosen. Asked once in a transaction, for all of its commands. */
async function channelInForce(trx: AppTrx, sourceSystem: string, direction: Direction): Promise<string> {
  return remembered(trx, `channel ${sourceSystem} ${direction}`, async () => {
    const chosen = await trx.one(chosenChannel[trx.dialect], { sourceSystem, direction });
    return chosen?.channel ?? 'documents';
  });
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
  reservedBase: number;
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
    const { location, itemKey, owner, lot, serial, inventoryStatus, licensePlate } = key;
    const text = `${location}\u0000${itemKey}\u0000${owner}\u0000${lot}\u0000${serial}\u0000${inventoryStatus}\u0000${licensePlate}`;
    const reservedBase = draft.isReserved ? quantityBase : 0;
    const change = this.#changes.get(text);
    if (change) {
      change.quantityBase += quantityBase;
      change.reservedBase += reservedBase;
    } else this.#changes.set(text, { key, quantityBase, reservedBase });
  }

  /** Answers the places where it has brought a balance below zero. */
  async write(trx: AppTrx): Promise<ReadonlySet<string>> {
    const ordered = [...this.#changes].sort(([a], [b]) => (a < b ? -1 : 1));
    const below = new Set<string>();
    for (const [, { key, quantityBase, reservedBase }] of ordered) {
      if (quantityBase > 0) await add(trx, key, quantityBase, reservedBase);
      else if (quantityBase < 0) {
        const leftBase = await take(trx, key, -quantityBase, -reservedBase);
        if (leftBase < 0 && leftBase - quantityBase >= 0) below.add(key.location);
      } else if (reservedBase !== 0) await promise(trx, key, reservedBase);
    }
    return below;
  }
}

async function promise(trx: AppTrx, key: BalanceChange['key'], reservedBase: number): Promise<void> {
  const changed = await trx.one(changeReserved, { ...key, reservedBase });
  invariant(changed, `${reservedBase} of ${key.itemKey} cannot be promised at ${key.warehouse}/${key.location}`);
}

/** What comes to a place that was below zero, which only loose goods without a number can be, may be just what it owed. */
async function add(trx: AppTrx, key: BalanceChange['key'], quantityBase: number, reservedBase: number): Promise<void> {
  const added = { ...key, quantityBase, reservedBase };
  if (key.licensePlate !== '' || key.serial !== '') {
    await trx.later(addToBalance, added);
    return;
  }
  const there = await trx.one(settleBalance, added);
  if (there?.quantity_base === 0) await trx.one(dropEmptyBalance, key);
}

/** Answers what is there then. */
async function take(
  trx: AppTrx,
  key: BalanceChange['key'],
  quantityBase: number,
  reservedBase: number,
): Promise<number> {
  const left =
    (await trx.one(takeFromBalance, { ...key, quantityBase, reservedBase })) ??
    (await takeBelowZero(trx, key, quantityBase, reservedBase));
  invariant(left, `${quantityBase} of ${key.itemKey} are not at ${key.warehouse}/${key.location}`);
  if (left.quantity_base === 0) await trx.one(dropEmptyBalance, key);
  return left.quantity_base;
}

/** Only where the place's profile allows it, of loose goods of which nobody is promised any by then. */
async function takeBelowZero(
  trx: AppTrx,
  key: BalanceChange['key'],
  quantityBase: number,
  reservedBase: number,
): Promise<{ quantity_base: number } | undefined> {
  if (key.serial !== '' || key.licensePlate !== '' || !(await trx.one(allowsNegative, key))) return undefined;
  if (reservedBase > 0) {
    const promised = await trx.one(takeFromBalance, { ...key, quantityBase: reservedBase, reservedBase });
    if (!promised) return undefined;
  }
  return trx.one(changeUnpromised, { ...key, quantityBase: reservedBase - quantityBase, reservedBase: 0 });
}

function entryOf(
  trx: AppTrx,
  cause: Cause,
  draft: EntryDraft,
  index: number,
  { channel, unit }: Pick<LedgerEntry, 'channel' | 'unit'>,
): LedgerEntry {
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
    channel,
    unit,
  };
}
