import type { Effect, RegisteredByDevice } from '../store/effects.ts';

/** What was registered of a line; the hundreds of pieces that have serial numbers one by one. */
export type Registered = RegisteredByDevice & { readonly order: string };

/** What registrations do to their orders: those of a line that only differ in their pieces are one for a device. */
export function registeredEffects(made: readonly Registered[]): Effect[] {
  const byOrder = new Map<string, Run[]>();
  for (const one of made) {
    const runs = byOrder.get(one.order) ?? [];
    const last = runs.at(-1);
    if (last && isAlike(last.first, one)) last.quantityBase += one.quantityBase;
    else runs.push({ first: one, quantityBase: one.quantityBase });
    byOrder.set(one.order, runs);
  }
  return [...byOrder].map(([order, runs]) => {
    const registrations = runs.map(({ first: { order: _, ...first }, quantityBase }) => ({ ...first, quantityBase }));
    return { does: 'register', order, registrations };
  });
}

/** Registrations that are alike and follow each other. */
interface Run {
  readonly first: Registered;
  quantityBase: number;
}

function isAlike(one: RegisteredByDevice, other: RegisteredByDevice): boolean {
  const isSameLine = one.line === other.line && one.item === other.item && one.expectedLine === other.expectedLine;
  const isSamePlate = one.licensePlate === other.licensePlate && one.lot === other.lot && one.load === other.load;
  return isSameLine && isSamePlate && one.command === other.command;
}
