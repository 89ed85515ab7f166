import { withComing } from '#shared/ledger/after-put.ts';
import type { Goods } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import { rulesInForce } from '#shared/putaway/default-rules.ts';
import { propose } from '#shared/putaway/propose.ts';
import type { Need, World } from '../engine/flow.ts';
import { type FoundOf, foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';

/** What a step looks at that asks where goods should go. */
export const placeNeeds: readonly Need[] = [{ list: snapshotCode.locations }, { list: snapshotCode.putawayRules }];

/** What others bring to places, by place. */
type Coming = ReadonlyMap<string, readonly Goods[]>;

/**
 * Where goods should go: where the server wants them, as the open put-away says; else where the warehouse's rules want
 * them, as the device knows it. `coming` is what the worker has on the same trip: it takes its room already, and the
 * server's place counts only where the goods still fit beside it.
 */
export function proposedFor(
  goods: Goods,
  from: string | null,
  works: readonly FoundOf<'work'>[],
  world: World,
  coming: Coming = new Map(),
): string | null {
  const planned = works.find(({ value }) => value.toLocation !== null)?.value.toLocation;
  if (planned && !coming.has(planned)) return planned;
  const known = foundOf(world.list(snapshotCode.locations), 'location').map(({ value }) => value);
  const [rules] = foundOf(world.list(snapshotCode.putawayRules), 'putawayRules');
  const origin = known.find(({ code }) => code === from) ?? null;
  const inForce = rulesInForce(rules?.value.rules ?? []);
  return propose(goods, withComing(known, coming), inForce, origin)?.code ?? null;
}

interface Counted {
  /** The item's key. */
  readonly item: string;
  readonly lot: string | null;
  readonly quantity: number;
  readonly unit: string;
}

/** Loose goods as the rules of places ask. The step asks for the item. */
export function looseGoods({ item: key, lot, quantity, unit }: Counted, world: World): Goods {
  const item = world.thing('item', key);
  const base = item ? readQuantity(item, quantity, unit) : 0;
  const works = foundOf(world.list(snapshotCode.workOfLoose(key)), 'work').flatMap(({ value }) => value.loose ?? []);
  const known = works.find((content) => content.item === key && content.lot === (lot ?? ''));
  const part = {
    ...{ item: key, lot: lot ?? '', quantityBase: isProblem(base) ? 0 : base },
    owner: known?.owner ?? '',
    inventoryStatus: known?.inventoryStatus ?? availableStatus,
  };
  return goodsOf(null, [part], item ? [item] : []);
}
