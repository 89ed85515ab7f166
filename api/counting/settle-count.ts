import type { Command } from '#shared/command/envelope.ts';
import type { CountPosting } from '#shared/counting/post-differences.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { isOutside } from '#shared/ledger/place.ts';
import { issueJournal } from '../platform/facts/counting-journal.ts';
import { freezeFound } from '../platform/facts/freeze-found.ts';
import { giveUpLine, publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { publishCarriers } from '../platform/facts/plate-family.queries.ts';
import { stopBringing, takeFromReservation } from '../platform/facts/reservations.queries.ts';
import { settleWorkOfLoose, settleWorkOfPlate } from '../platform/facts/settle-work.ts';
import { unblockLines } from '../platform/facts/unblock-lines.ts';
import type { AppTrx } from '../platform/store.ts';

/**
 * What follows once the entries of a count are posted: promises whose goods are not there end, devices hear of the
 * places, and a journal for each source system tells its ERP the differences. Answers the first journal; null where
 * nothing was different.
 */
export async function settleCount(
  trx: AppTrx,
  command: Omit<Command<unknown>, 'body'>,
  counted: { readonly posting: CountPosting; readonly entries: readonly EntryDraft[]; readonly reason: string },
): Promise<string | null> {
  const { posting, entries, reason } = counted;
  await freezeFound(trx, command, entries);
  for (const { reservation, quantityBase } of posting.broken) {
    await stopBringing(trx, reservation, quantityBase);
    await takeFromReservation(trx, reservation, quantityBase);
    const { order, line, state, work } = reservation;
    if (state === 'order') await trx.one(giveUpLine, { orderKey: order, line, quantityBase });
    if (order !== '') publishOrderStatus(trx, order);
    if (work !== null) publishThing(trx, command.warehouse, 'pickWork', work);
  }
  await letGoOn(trx, command, posting);
  await publishPlaces(trx, command, entries);
  let first: string | null = null;
  for (const [, differences] of Map.groupBy(posting.differences, ({ item }) => item.sourceSystem)) {
    const keys = new Set(differences.map(({ item }) => item.key));
    const lines = differences.map(({ item, location, licensePlate, lot, serial, differenceBase }) => ({
      item,
      location,
      licensePlate: licensePlate || null,
      lot: lot || null,
      serial: serial || null,
      differenceBase,
    }));
    const own = entries.filter((entry) => keys.has(entry.item));
    const coverage = own[0]?.coverage?.id ?? command.id;
    const number = await issueJournal(trx, { ...command, id: coverage }, { lines, entries: own, reason });
    first ??= number;
  }
  return first;
}

/** Whoever waited for goods to be brought that are not there waits no longer. */
async function letGoOn(
  trx: AppTrx,
  { id: commandId, warehouse }: Pick<Command<unknown>, 'id' | 'warehouse'>,
  { broken }: CountPosting,
): Promise<void> {
  for (const work of new Set(broken.flatMap(({ reservation }) => reservation.broughtBy ?? []))) {
    await unblockLines(trx, { commandId, warehouse, work, reason: 'not-there', isOver: false });
  }
}

async function publishPlaces(
  trx: AppTrx,
  { id: commandId, warehouse }: Pick<Command<unknown>, 'id' | 'warehouse'>,
  entries: readonly EntryDraft[],
): Promise<void> {
  const places = entries.flatMap(({ from, to }) => [from, to]).filter(({ location }) => !isOutside(location));
  for (const location of new Set(places.map((place) => place.location))) {
    publishThing(trx, warehouse, 'location', location);
  }
  for (const plate of new Set(places.flatMap(({ licensePlate }) => licensePlate ?? []))) {
    publishThing(trx, warehouse, 'licensePlate', plate);
    await publishCarriers(trx, warehouse, plate);
    await settleWorkOfPlate(trx, { commandId, warehouse, newWork: `${commandId}.work.${plate}` }, plate);
  }
  for (const { itemKey, location } of looseOf(entries)) {
    const newWork = `${commandId}.work.${location}.${itemKey}`;
    await settleWorkOfLoose(trx, { commandId, warehouse, newWork }, { itemKey, location, to: null });
  }
}

/** Loose goods that changed, each item at each place once. */
function looseOf(entries: readonly EntryDraft[]): { itemKey: string; location: string }[] {
  const loose = entries.flatMap(({ item: itemKey, from, to }) =>
    [from, to].flatMap(({ location, licensePlate }) =>
      isOutside(location) || licensePlate !== null ? [] : [[`${location} ${itemKey}`, { itemKey, location }] as const],
    ),
  );
  return [...new Map(loose).values()];
}

function publishThing(trx: AppTrx, warehouse: string, thing: string, key: string): void {
  trx.publish({ kind: 'thing', thing, key, warehouse, deleted: false });
}
