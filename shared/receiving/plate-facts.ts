import type { LotFacts, ReceivingPlace, ReceivingPlate } from '#shared/ledger/arriving-goods.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { LoadFacts, ReceivingLine, ReceivingOrder, ReceivingSettings } from './facts.ts';
import type { ShelfLifeFacts } from './shelf-life.ts';

/** What one scan of an announced plate needs to know: the plate, all that stand on it, and what is to be on each. */
export interface PlateFacts {
  /** The load that announces the plate, an open one where there is one; null where none does. */
  readonly load: LoadFacts | null;
  /** The plate asked for first, then those on it, however deep; what carries comes before what it carries. */
  readonly plates: readonly ExpectedPlate[];
  /** The orders that something of it is for. */
  readonly orders: readonly ReceivingOrder[];
  readonly settings: ReceivingSettings;
  /** The location asked for, else the first receiving location of the warehouse. */
  readonly location: ReceivingPlace | null;
  /** Of the serials announced those that are in the building already. */
  readonly serialsInStock: readonly string[];
  /** What is announced of the plate changed after the device's `knownAt`: nobody looked at what it is now. */
  readonly isPlateNews: boolean;
  /** An order, or the load, was closed after `knownAt`; false on a device. */
  readonly isOrderNews: boolean;
  /** What others registered on these lines after `knownAt`; 0 on a device. */
  readonly registeredSinceBase: number;
}

export interface ExpectedPlate {
  readonly licensePlate: string;
  /** The plate it is announced to stand on. */
  readonly parent: string | null;
  /** The plate it stands on in the building, where it was seen. */
  readonly standsOn: string | null;
  /** The plate as it stands in the building; null: nobody has seen it. */
  readonly plate: ReceivingPlate | null;
  readonly lines: readonly ExpectedLine[];
}

export interface ExpectedLine {
  readonly position: number;
  readonly quantityBase: number;
  readonly registeredBase: number;
  /** Some of it came before what the quantities tell of; left out: they tell all. */
  readonly isBegun?: boolean;
  readonly lot: string | null;
  readonly expiryDate: string | null;
  readonly serials: readonly string[] | null;
  readonly inventoryStatus: string | null;
  readonly item: StockItem;
  readonly shelfLife: ShelfLifeFacts | null;
  /** What is known of the lot; null: cannot be told here. */
  readonly lotFacts: LotFacts | null;
  /** The order line it is for, with what the load is to bring of it; null: it is gone. */
  readonly line: ReceivingLine | null;
  readonly order: string;
  readonly lineNumber: number;
}

/** Which plates of an announced tree come first: what carries before what it carries. */
export function carriersFirst<Plate extends Pick<ExpectedPlate, 'licensePlate' | 'parent'>>(
  root: string,
  plates: readonly Plate[],
): Plate[] {
  const children = Map.groupBy(plates, ({ parent }) => parent);
  const ordered = plates.filter(({ licensePlate }) => licensePlate === root);
  for (const { licensePlate } of ordered) ordered.push(...(children.get(licensePlate) ?? []));
  return ordered;
}
