import * as z from 'zod';
import { later } from '../kernel/later.ts';
import { fromBase } from '../kernel/quantity.ts';
import { type LocationState, placesTaken } from './fits.ts';

/** How full a location is beside what it bears; null: nothing limits that. */
export const roomTaken = later(() =>
  z.object({
    plates: z.number(),
    capacityPlates: z.number().nullable(),
    weightKg: z.number(),
    capacityKg: z.number().nullable(),
    volumeLitres: z.number(),
    capacityLitres: z.number().nullable(),
  }),
);

/** The same of a location as rules know it, in the units that people read. */
export function roomTakenOf(location: LocationState): z.infer<typeof roomTaken> {
  const { capacityWeightGrams = null, capacityVolumeCm3 = null } = location;
  return {
    plates: placesTaken(location),
    capacityPlates: location.capacityPlates,
    weightKg: kilograms(location.weightMilligrams ?? 0),
    capacityKg: capacityWeightGrams === null ? null : fromBase(capacityWeightGrams, 3),
    volumeLitres: litres(location.volumeMm3 ?? 0),
    capacityLitres: capacityVolumeCm3 === null ? null : fromBase(capacityVolumeCm3, 3),
  };
}

/** Milligrams as kilograms, to the gram, rounded up. */
export function kilograms(milligrams: number): number {
  return fromBase(Math.ceil(milligrams / 1000), 3);
}

/** Cubic millimetres as litres, to the cubic centimetre, rounded up. */
export function litres(cubicMillimetres: number): number {
  return fromBase(Math.ceil(cubicMillimetres / 1000), 3);
}
