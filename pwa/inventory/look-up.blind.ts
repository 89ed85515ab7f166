import { itemKey } from '#shared/ledger/item-key.ts';
import type { CountWorkThing } from '#shared/ledger/thing.ts';
import type { ItemScan, ScanKind, ScanOf } from '#shared/scan/scan.ts';
import { type Need, type Say, say, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';

/**
 * Who counts a place is not told what the books have there, neither by the server nor, without a network, by the device's
 * own copy. Null: they count elsewhere, or nothing. The steps need `blindNeeds`.
 */
export function whyBlind(scan: ScanOf<'item' | 'location' | 'licensePlate'>, world: World): Say | null {
  const own = foundOf(world.list(snapshotCode.countWork), 'countWork').map(({ value }) => value);
  const counted = own.find((work) => isOwn(work, world) && isOf(work, scan, world));
  return counted ? say('counting.blind', { location: counted.location ?? counted.itemNumber ?? '' }) : null;
}

/** What has to be known of a scan to say whether it is of what is being counted. */
export function blindNeeds(scan: { readonly kind: string }): readonly Need[] {
  const works = { list: snapshotCode.countWork };
  if (is('location', scan)) return [works];
  if (is('licensePlate', scan)) return [works, { kind: 'licensePlate', key: scan.licensePlate }];
  return is('item', scan) ? [works, { list: snapshotCode.platesHolding(keyOf(scan)) }] : [];
}

function is<Kind extends ScanKind>(kind: Kind, scan: { readonly kind: string }): scan is ScanOf<Kind> {
  return scan.kind === kind;
}

function keyOf({ sourceSystem, item }: ItemScan): string {
  return itemKey(sourceSystem ?? '', item);
}

/** What was begun without a network says no more than that; what the server knows of says until when. */
function isOwn({ claimedBy, claimedUntil, begunBy = [] }: CountWorkThing, { operator, nowMs }: World): boolean {
  if (claimedBy === operator && claimedUntil === undefined) return true;
  return begunBy.some(({ badge, until }) => badge === operator && Date.parse(until) > nowMs);
}

function isOf(
  { location, item }: CountWorkThing,
  scan: ScanOf<'item' | 'location' | 'licensePlate'>,
  world: World,
): boolean {
  if (scan.kind === 'location') return scan.location === location;
  if (scan.kind === 'licensePlate') {
    const plate = world.thing('licensePlate', scan.licensePlate);
    const isThere = location === null || plate?.location === location;
    return isThere && (item === null || (plate?.contents ?? []).some((content) => content.item === item));
  }
  const key = keyOf(scan);
  if (item !== null) return item === key;
  const plates = foundOf(world.list(snapshotCode.platesHolding(key)), 'licensePlate');
  return plates.some(({ value }) => value.location === location);
}
