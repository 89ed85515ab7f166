import * as z from 'zod';
import { name32, name64, readable } from '#shared/kernel/fields.ts';
import { type LocationType, locationTypes } from '#shared/ledger/location-type.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';
import { locationCheckDigits } from '#shared/scan/check-digits.ts';

const most = 1_000_000_000;
const flag = z.boolean().nullish();
const limit = z.int().min(1).max(most).nullish();
const categories = z.array(readable(name64)).max(100).nullish();

/** What a location may be called: no space at either end, and no `@`, which marks places outside the building. */
const locationCode = name32.regex(/^(?![@:])\S(?:.*\S)?$/);

/** A location as an administrator writes it. Null is the same as saying nothing of a member, except in an import. */
export const locationBody = z.strictObject({
  code: locationCode.optional().describe('The code in the address once more; in an import, which location is meant.'),
  type: z.enum(locationTypes).nullish().describe('What it is for. Required for a new one.'),
  zone: readable(name32).nullish().describe('Where it lies; the letters its code begins with unless said.'),
  sequence: z
    .int()
    .min(0)
    .max(most)
    .nullish()
    .describe('Its place in the walk through the warehouse; behind all others unless said.'),
  capacity: z
    .strictObject({ plates: limit, weightGrams: limit, volumeCm3: limit })
    .nullish()
    .describe('What it bears: licence plates, grams, cubic centimetres. Without limit unless said.'),
  mixing: z
    .strictObject({ items: flag, lots: flag, statuses: flag, owners: flag })
    .nullish()
    .describe('What may stand there together. Everything unless said; in storage and pick faces, one item only.'),
  fixedItem: name64.nullish().describe('The number of the only item it is for.'),
  fixedItemSourceSystem: name64.nullish().describe('Which system’s, where two have an item of that number.'),
  onlyCategories: categories.describe('Categories of items that alone may stand there.'),
  barredCategories: categories.describe('Categories of items that may not stand there.'),
  allowedStatuses: z
    .array(z.enum(inventoryStatuses))
    .min(1)
    .nullish()
    .describe('Inventory statuses it takes; those of its type unless said.'),
  allowNegativeStock: flag.describe('Whether more may be taken from there than the books have. False unless said.'),
  checkDigit: z
    .string()
    .regex(/^[0-9A-Z]{1,8}$/)
    .nullish()
    .describe('What a worker types who stands there and cannot scan; reckoned from the code unless said.'),
  active: flag.describe('Whether goods may be put there. True unless said.'),
});

/** A location as it is: ready to be sent back changed. */
export interface ShownLocation {
  readonly code: string;
  readonly type: LocationType;
  readonly zone: string;
  readonly sequence: number;
  readonly capacity: {
    readonly plates: number | null;
    readonly weightGrams: number | null;
    readonly volumeCm3: number | null;
  };
  readonly mixing: {
    readonly items: boolean;
    readonly lots: boolean;
    readonly statuses: boolean;
    readonly owners: boolean;
  };
  readonly fixedItem: string | null;
  readonly fixedItemSourceSystem: string | null;
  readonly onlyCategories: readonly string[] | null;
  readonly barredCategories: readonly string[] | null;
  readonly allowedStatuses: readonly string[] | null;
  readonly allowNegativeStock: boolean;
  readonly checkDigit: string;
  readonly active: boolean;
}

export type LocationBody = z.infer<typeof locationBody>;

/**
 * The location that is asked for. `kept` is what a member that is left out stays as: nothing for a whole new description,
 * the location as it is for a row of an import. Null takes what is usual. `last` is the sequence of a location that says
 * none. The type must be known by then.
 */
export function plannedLocation(
  code: string,
  asked: LocationBody,
  kept: ShownLocation | null,
  type: LocationType,
  last: number,
): ShownLocation {
  const holdsOneItem = type === 'storage' || type === 'pick';
  const { capacity, mixing } = asked;
  const own = <T>(value: T | null | undefined, before: T | undefined, usual: T): T =>
    value === undefined ? (before ?? usual) : (value ?? usual);
  // A whole that is null takes what is usual in each of its parts.
  const oldCapacity = capacity === null ? undefined : kept?.capacity;
  const oldMixing = mixing === null ? undefined : kept?.mixing;
  return {
    code,
    type,
    zone: own(asked.zone, kept?.zone, zoneOf(code)),
    sequence: own(asked.sequence, kept?.sequence, last),
    capacity: {
      plates: own<number | null>(capacity?.plates, oldCapacity?.plates, null),
      weightGrams: own<number | null>(capacity?.weightGrams, oldCapacity?.weightGrams, null),
      volumeCm3: own<number | null>(capacity?.volumeCm3, oldCapacity?.volumeCm3, null),
    },
    mixing: {
      items: own(mixing?.items, oldMixing?.items, !holdsOneItem),
      lots: own(mixing?.lots, oldMixing?.lots, true),
      statuses: own(mixing?.statuses, oldMixing?.statuses, true),
      owners: own(mixing?.owners, oldMixing?.owners, true),
    },
    fixedItem: own<string | null>(asked.fixedItem, kept?.fixedItem, null),
    fixedItemSourceSystem: systemAsked(asked, kept),
    onlyCategories: own<readonly string[] | null>(asked.onlyCategories, kept?.onlyCategories, null),
    barredCategories: own<readonly string[] | null>(asked.barredCategories, kept?.barredCategories, null),
    allowedStatuses: own<readonly string[] | null>(asked.allowedStatuses, kept?.allowedStatuses, null),
    allowNegativeStock: own(asked.allowNegativeStock, kept?.allowNegativeStock, false),
    checkDigit: own(asked.checkDigit, kept?.checkDigit, locationCheckDigits(code)),
    active: own(asked.active, kept?.active, true),
  };
}

/** The system of a fixed item that is named anew is not that of the one before. */
function systemAsked(asked: LocationBody, kept: ShownLocation | null): string | null {
  if (asked.fixedItemSourceSystem) return asked.fixedItemSourceSystem;
  const isSame = asked.fixedItem === undefined || asked.fixedItem === kept?.fixedItem;
  return isSame && asked.fixedItem !== null ? (kept?.fixedItemSourceSystem ?? null) : null;
}

/** `A-01-02-1` lies in zone `A`, `DOCK-01` in `DOCK`; a code without letters first is its own zone. */
function zoneOf(code: string): string {
  return /^\p{L}+/u.exec(code)?.[0] ?? code;
}
