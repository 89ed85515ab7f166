import type { Command } from '#shared/command/envelope.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotPlateAt } from '#shared/ledger/arriving-goods.ts';
import type { PlateFacts } from './plate-facts.ts';
import { isBegun, isLeft } from './plate-goods.ts';
import type { RegisterPlateBody } from './register-body.ts';

/** Why the plates asked for cannot be registered at all, in the order of `decideRegisterPlate`. */
export function whyNotPlates(
  { body: asked, warehouse }: Command<RegisterPlateBody>,
  facts: PlateFacts,
): Problem | null {
  const { licensePlate } = asked;
  const { load, plates } = facts;
  if (!load) return problem('receiving.plate_not_announced', { licensePlate });
  if (load.warehouse !== warehouse) {
    return problem('receiving.plate_other_warehouse', { licensePlate, warehouse: load.warehouse });
  }
  if (asked.load !== undefined && asked.load !== load.number) {
    return problem('receiving.plate_on_other_load', { licensePlate, load: load.number });
  }
  if (load.status !== 'open') return problem('receiving.load_completed', { load: load.number });
  if (asked.order !== undefined && !facts.orders.some(({ number }) => number === asked.order)) {
    return problem('receiving.order_not_on_plate', { licensePlate, order: asked.order });
  }
  const open = plates.filter(({ lines }) => lines.some(isLeft));
  if (open.length === 0) return problem('receiving.plate_received', { licensePlate, load: load.number });
  const begun = open.find(({ lines }) => lines.some(isBegun));
  if (begun && asked.remaining !== true) {
    const left = begun.lines.filter(isLeft).length;
    return problem('receiving.plate_begun', { licensePlate: begun.licensePlate, left, lines: begun.lines.length });
  }
  return facts.isPlateNews ? problem('receiving.plate_changed', { licensePlate }) : null;
}

/** What is announced changed behind the device's back. */
export function isNews({ code }: Problem, { isPlateNews }: PlateFacts): boolean {
  return isPlateNews && (code === 'receiving.plate_changed' || code === 'receiving.plate_not_announced');
}

/** None of the plates may hold goods anywhere but here, nor one that they are to stand on. */
export function whyNotThere(
  { plates }: PlateFacts,
  { warehouse, here }: { readonly warehouse: string; readonly here: string },
): Problem | null {
  const carriers = new Set(plates.flatMap(({ plate, parent }) => (plate === null && parent !== null ? [parent] : [])));
  const filled = plates.filter(({ licensePlate, lines }) => lines.some(isLeft) || carriers.has(licensePlate));
  for (const { plate } of filled) {
    const why = plate && whyNotPlateAt(plate, warehouse, here);
    if (why) return why;
  }
  return null;
}
