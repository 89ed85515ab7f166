import { fromBase } from '#shared/kernel/quantity.ts';
import { badgeOfHands } from '#shared/ledger/location-type.ts';
import type { PickedList } from '#shared/ledger/picked-list.ts';
import type { Runner } from '../platform/db/connection.ts';
import { namesOf } from '../platform/facts/people.queries.ts';
import { type PickedAsked, pickedShown } from './picked-goods.queries.ts';

/** What was picked and has not left, and who has it in hand: what goes back to its shelf if it is cancelled now. */
export async function readPicked(read: Runner, asked: PickedAsked): Promise<PickedList> {
  const rows = await pickedShown(read, asked);
  const names = await namesOf(read, [...new Set(rows.flatMap(({ location }) => badgeOfHands(location) ?? []))]);
  return {
    items: rows.map((row) => {
      const badge = badgeOfHands(row.location);
      return {
        order: row.order_number,
        item: row.number,
        description: row.description,
        quantity: fromBase(Number(row.quantity_base), row.decimals),
        unit: row.base_unit,
        location: row.location,
        inHandOf: badge === null ? null : { badge, name: names.get(badge) ?? badge },
        carton: row.carton,
      };
    }),
  };
}
