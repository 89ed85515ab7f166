import { problem } from '#shared/kernel/problem.ts';
import type { ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import { go, type Input, type Need, refuse, say, type Verdict, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { doorsNeed } from './left.ts';
import type { AtShipment, PackStates } from './pack.states.ts';

/** What a step looks at that takes the label of a carton: the shipment, and whose the carton is that was scanned. */
export function cartonNeeds({ shipment }: AtShipment, input: Input | null): readonly Need[] {
  const needs: Need[] = [{ kind: 'shipment', key: shipment }, doorsNeed];
  const isPlate = input?.kind === 'scan' && input.scan.kind === 'licensePlate';
  return isPlate ? [...needs, { list: snapshotCode.shipmentGoods(input.scan.licensePlate) }] : needs;
}

/** On with another carton of the shipment; one of another shipment is refused. `expected`: the carton at hand. */
export function toCarton(
  { shipment }: AtShipment,
  carton: string,
  expected: string | null,
  world: World,
): Verdict<PackStates> {
  const own = world.thing('shipment', shipment);
  if (own?.cartons.some((each) => each.carton === carton)) return goOnWith(own, carton);
  const [other] = foundOf(world.list(snapshotCode.shipmentGoods(carton)), 'shipment');
  if (!other) return say('packing.carton_unknown', { carton: grouped(carton) });
  const isOther = other.key !== shipment;
  return say(isOther ? 'pack.wrongCarton' : 'pack.scanWhatIsOnIt', {
    carton: grouped(carton),
    of: other.value.orders.join(', '),
    expected: expected === null ? (own?.orders.join(', ') ?? shipment) : grouped(expected),
  });
}

/** A carton that is open still; nothing goes into one that is closed. */
export function goOnWith({ shipment, cartons }: ShipmentThing, carton: string): Verdict<PackStates> {
  const known = cartons.find((each) => each.carton === carton);
  if (known?.status !== 'open') return refuse(problem('packing.carton_closed', { carton: grouped(carton) }));
  return go('item', { shipment, carton, isOut: false }, grouped(carton));
}
