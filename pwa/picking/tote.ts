import type { Prompt, World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import type { AtWork } from './pick.states.ts';
import { inHandFor } from './pick-facts.ts';
import { worksOf } from './walk.ts';

/** The tote that goods are laid into: the one that was scanned, or after a break the one that goods in hand are in. */
export function toteOf({ works, tote }: AtWork, world: World): string | null {
  if (tote !== undefined) return tote;
  for (const { targetPlate, work, shipment } of worksOf({ works }, world)) {
    const goods = shipment === null ? [] : (world.thing('shipment', shipment)?.goods ?? []);
    const isInHand = inHandFor(work, goods).some(({ licensePlate }) => licensePlate === targetPlate);
    if (targetPlate !== null && isInHand) return targetPlate;
  }
  return null;
}

/** The same as a detail of a prompt. */
export function toteDetail(state: AtWork, world: World): NonNullable<Prompt['details']> {
  const tote = toteOf(state, world);
  return tote === null ? [] : [{ label: 'pick.tote', value: grouped(tote) }];
}
