import { commandReference } from '#shared/command/envelope.ts';
import { standardLimits } from '#shared/command/limits.ts';
import { count, decideCount } from '#shared/counting/count.ts';
import { decideStart, start } from '#shared/counting/start.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';

/**
 * What somebody was asked to count, as far as the device knows it, or a place or an item that nobody asked for: until the
 * server names its work, that goes by the command that began it.
 */
export const startCountOnDevice = deviceOperation({
  operation: start,
  facts: async ({ id, body: { work, location, item } }, read) => {
    const nothingMore = { items: [], rows: [], newWork: '', position: 0 };
    if (work !== undefined) {
      const asked = await read.thing('countWork', work);
      if (!asked) return null;
      const place = asked.location === null ? null : ((await read.thing('location', asked.location)) ?? null);
      return { ...nothingMore, work: { ...asked, id: work, status: 'open', count: null }, location: place };
    }
    if (location === undefined && item === undefined) return null;
    const place = location === undefined ? null : ((await read.thing('location', location)) ?? null);
    const named = item === undefined ? [] : await read.byCodes([snapshotCode.itemNumber(item)]);
    const items = foundOf(named, 'item').map(({ value }) => value);
    return { ...nothingMore, work: null, location: place, items, newWork: `command:${id}` };
  },
  decide: decideStart,
  effects: ({ operator: claimedBy }, { work, isNewWork, location, item }): Effect[] => {
    if (!isNewWork) return [{ does: 'claim-count', work, by: claimedBy }];
    const begun = { itemNumber: item && itemNumberOf(item), description: null, isAgain: false, notBy: null, claimedBy };
    return [{ does: 'open-count', work: { work, location, item, ...begun } }];
  },
});

/** What was counted. The device knows nothing of what should be there, so it only looks whether the goods can be told so. */
export const countOnDevice = deviceOperation({
  operation: count,
  facts: async ({ warehouse, body: asked }, read) => {
    const thing = await read.thing('countWork', asked.work);
    const items = await Promise.all(
      [...new Set(asked.lines.map(({ item }) => item))].map((item) => read.byCodes([snapshotCode.itemNumber(item)])),
    );
    const known = foundOf(items.flat(), 'item').map(({ value }) => value);
    const locations = new Map<string, { readonly type: string } | null>();
    for (const { location } of asked.lines) locations.set(location, (await read.thing('location', location)) ?? null);
    const lots = asked.lines.flatMap(({ lot }) =>
      known.map(({ key }) => [JSON.stringify([key, lot ?? '']), { isKnown: true, expiryDate: null }] as const),
    );
    return {
      warehouse,
      work: thing && { ...thing, id: thing.work, status: 'open', count: null, isSecondCounter: false },
      locations,
      items: known.map((item) => ({ ...item, unitCost: null, defaultOwner: '' })),
      rows: [],
      rowsThen: [],
      promised: [],
      plates: new Map(),
      lots: new Map(lots),
      serials: new Map(),
      limits: standardLimits,
      isReviewer: false,
    };
  },
  decide: (command, known) => decideCount(command, { ...known, work: known.work ?? null }),
  effects: (_command, { work }): Effect[] => [{ does: 'close-count', work: work.id }],
  causedBy: ({ work }) => commandReference(work),
});
