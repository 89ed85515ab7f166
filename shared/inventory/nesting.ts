import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type OntoPlate, whyNotOnto } from '#shared/ledger/onto-plate.ts';

/** Plates that stand on one another: a carton on a box on a pallet. Capacities of places count no deeper. */
const mostLevels = 3;

/** A plate that goods, or whole plates, come onto. */
export interface NestingPlate extends OntoPlate {
  /** How many plates stand on one another then, this one and those that it stands on counted. */
  readonly levels: number;
  /** What the goods on it are picked for: shipments, and null where some are not picked. */
  readonly shipments: ReadonlySet<string | null>;
}

/**
 * Why goods cannot come onto a plate: `inventory.plate_unknown` of the command that was named none came,
 * `stock.plate_is_carton`, `stock.plate_is_location`, `inventory.onto_itself` it is the plate itself or one that stands on it,
 * `inventory.wrong_warehouse`, `inventory.plate_elsewhere`, `inventory.nested_too_deep`.
 */
export function whyNotNested(
  onto: NestingPlate,
  to: { readonly warehouse: string; readonly location: string },
): Problem | null {
  const { number: licensePlate, location, levels } = onto;
  const why = whyNotOnto(onto, to);
  switch (why) {
    case 'unknown':
      return problem('inventory.plate_unknown', { licensePlate });
    case 'carton':
      return problem('stock.plate_is_carton', { licensePlate });
    case 'location':
      return problem('stock.plate_is_location', { licensePlate });
    case 'onto_itself':
      return problem('inventory.onto_itself', { licensePlate });
    case 'wrong_warehouse':
      return problem('inventory.wrong_warehouse', { licensePlate, warehouse: onto.expectedIn ?? onto.warehouse });
    case 'plate_elsewhere':
      return problem('inventory.plate_elsewhere', { licensePlate, location: location ?? '' });
    case null:
      return levels > mostLevels ? problem('inventory.nested_too_deep', { licensePlate }) : null;
  }
}
