import { onHoldStatus } from './stock-status.ts';

/** What a location is for. Codes as in the outside contract. */
export const locationTypes = ['receiving', 'storage', 'pick', 'quarantine', 'packing', 'staging', 'door'] as const;

export type LocationType = (typeof locationTypes)[number];

/** Where picked goods are between shelf and staging: in somebody's hands. Made by the program, never by a person. */
export const handsType = 'hands';

const handsPrefix = 'HANDS-';

/** True for codes that the program gives to hands: no location of a person's making may have one. */
export function isCodeOfHands(code: string): boolean {
  return code.startsWith(handsPrefix);
}

/** Whose hands a place is; null where it is no hands. */
export function badgeOfHands(code: string): string | null {
  return isCodeOfHands(code) ? code.slice(handsPrefix.length) : null;
}

/** The place of what a worker carries. Goods of a trip are there from the first pick to the last put. */
export function handsOf(badge: string): string {
  return `${handsPrefix}${badge}`;
}

interface Use {
  /** Stock here may be promised to orders. Goods at a dock or in quarantine are in the building, but not yet for sale. */
  readonly isReservable: boolean;
  /** Put-away may end here. */
  readonly isPutTarget: boolean;
  /**
   * Put-away proposes it for goods that do not belong to one fixed place. Pick faces get theirs from replenishment, and
   * quarantine only from a person with a reason.
   */
  readonly isBulk: boolean;
}

const uses: Readonly<Record<LocationType, Use>> = {
  receiving: { isReservable: false, isPutTarget: false, isBulk: false },
  storage: { isReservable: true, isPutTarget: true, isBulk: true },
  pick: { isReservable: true, isPutTarget: true, isBulk: false },
  quarantine: { isReservable: false, isPutTarget: true, isBulk: false },
  packing: { isReservable: false, isPutTarget: false, isBulk: false },
  staging: { isReservable: false, isPutTarget: false, isBulk: false },
  door: { isReservable: false, isPutTarget: false, isBulk: false },
};

const noUse: Use = { isReservable: false, isPutTarget: false, isBulk: false };

/** A type that this program does not know (yet) is used for nothing. */
export function useOf(type: string): Use {
  return (locationTypes as readonly string[]).includes(type) ? uses[type as LocationType] : noUse;
}

const wayOut: readonly string[] = ['packing', 'staging', 'door'];

/** Picked goods stand here until they leave: shipments are made up here, packed and put onto the truck. */
export function isWayOut(type: string): boolean {
  return wayOut.includes(type);
}

/** Goods that are not to be used before somebody has looked at them, and so stand apart. */
const setApart: readonly string[] = ['quality', 'quarantine', 'damaged'];

/**
 * Whether goods of a status may stand at a location: those of its own list, where it has one; else goods set apart only
 * in quarantine and sound ones only elsewhere. What is blocked may stand wherever it is, and so may a lot on hold.
 */
export function takesStatus(type: string, allowed: readonly string[] | null, status: string): boolean {
  if (status === onHoldStatus) return true;
  if (allowed !== null) return allowed.includes(status);
  if (type === 'quarantine') return status !== 'available';
  return !(useOf(type).isPutTarget && setApart.includes(status));
}

/** Whether goods of a status belong into quarantine. */
export function isSetApart(status: string): boolean {
  return setApart.includes(status);
}
