import { propose } from '#shared/putaway/propose.ts';
import type { World } from '../engine/flow.ts';
import type { FoundOf } from '../store/read-things.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';

type GoodsToPut = Parameters<typeof propose>[0];

/**
 * Where goods should go: where the server wants them, as the open put-away says; else where the rules want them, as the
 * device knows the warehouse. The step asks for the list of locations.
 */
export function proposedFor(goods: GoodsToPut, works: readonly FoundOf<'work'>[], world: World): string | null {
  const planned = works.find(({ value }) => value.toLocation !== null)?.value.toLocation;
  if (planned) return planned;
  const locations = foundOf(world.list(snapshotCode.locations), 'location').map(({ value }) => value);
  return propose(goods, locations)?.code ?? null;
}
