/** What a location is for. Codes as in the outside contract. */
export const locationTypes = ['receiving', 'storage', 'pick', 'quarantine', 'packing', 'staging', 'door'] as const;

export type LocationType = (typeof locationTypes)[number];

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
