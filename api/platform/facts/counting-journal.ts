import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { type EntryDraft, legsOf } from '#shared/ledger/entry.ts';
import { isOutside } from '#shared/ledger/place.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { channelOfCoverage } from '../documents.queries.ts';
import { issueDocument, markReported } from '../documents.ts';
import type { SettledLeg } from '../published-row.ts';
import type { AppTrx } from '../store.ts';

/** A difference as a journal tells it: signed steps of the item. */
export interface JournalLine {
  readonly item: StockItem;
  readonly location: string;
  readonly licensePlate: string | null;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly differenceBase: number;
}

/**
 * The counting journal of what a command found different, whose entries have the command's id as their coverage. It goes
 * to the source system that the goods belong to, and what it tells of counts as reported from the start. Where the update
 * log has told of it already, nothing is booked from the journal.
 */
export async function issueJournal(
  trx: AppTrx,
  command: Pick<Command<unknown>, 'id' | 'warehouse' | 'occurredAt'>,
  found: {
    readonly lines: readonly JournalLine[];
    /** Those that the journal tells of. */
    readonly entries: readonly EntryDraft[];
    readonly reason: string;
    /** Number of the document that they correct. */
    readonly corrects?: string | undefined;
  },
): Promise<string> {
  const [first] = found.lines;
  invariant(first, 'a journal has lines');
  const { warehouse } = command;
  const covered = await trx.one(channelOfCoverage, { id: command.id });
  const { documentNumber } = await issueDocument(trx, {
    kind: 'counting-journal',
    sourceSystem: first.item.sourceSystem,
    warehouse,
    commandId: command.id,
    tellsOf: found.entries.flatMap((entry) => settledBy(warehouse, entry)),
    body: {
      quantityChannel: covered?.channel !== 'update-log',
      ...(found.corrects !== undefined && { corrects: found.corrects }),
      countedAt: new Date(command.occurredAt).toISOString(),
      lines: found.lines.map(({ item, location, licensePlate, lot, serial, differenceBase }) => ({
        item: item.number,
        location,
        licensePlate,
        lot,
        serial,
        difference: fromBase(differenceBase, item.decimals),
        unit: item.baseUnit,
        reason: found.reason,
      })),
    },
  });
  await markReported(trx, documentNumber, { commandId: command.id });
  return documentNumber;
}

/** What the published sums were changed by when the entry was posted. */
function settledBy(warehouse: string, entry: EntryDraft): SettledLeg[] {
  const inside = legsOf(entry).filter(({ place }) => !isOutside(place.location));
  return inside.map(({ place, quantityBase }) => ({
    location: place.location,
    warehouse,
    item_key: entry.item,
    owner: entry.owner,
    lot: entry.lot ?? '',
    inventory_status: place.inventoryStatus,
    quantity_base: quantityBase,
  }));
}
