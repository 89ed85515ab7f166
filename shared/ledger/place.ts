/**
 * Where stock can be. A place in the building is the code of a location; the places outside are the five below, whose
 * codes begin with `@` so that no location can be mistaken for one.
 */
export const outside = {
  supplier: '@supplier',
  customer: '@customer',
  scrap: '@scrap',
  adjustment: '@adjustment',
  transit: '@transit',
} as const;

export type Outside = (typeof outside)[keyof typeof outside];

export function isOutside(location: string): boolean {
  return location.startsWith('@');
}

/** A place as an entry names it: the location, the licence plate the goods stand on there, and their status. */
export interface Place {
  readonly location: string;
  readonly licensePlate: string | null;
  readonly inventoryStatus: string;
}
