import type { Effect, RegisteredByDevice } from '../store/effects.ts';

/** What was registered of a line; the hundreds of pieces that have serial numbers one by one. */
export type Registered = RegisteredByDevice & { readonly order: string };

/** What registrations do to their orders: those of a line that only differ in their pieces are one for a device. */
export function registeredEffects(made: readonly Registered[]): Effect[] {
  return [...Map.groupBy(made, ({ order }) => order)].map(([order, ofOrder]) => {
    const registrations: RegisteredByDevice[] = [];
    for (const { order: _, ...one } of ofOrder) {
      const last = registrations.at(-1);
      if (last && isAlike(last, one)) {
        registrations.splice(-1, 1, { ...last, quantityBase: last.quantityBase + one.quantityBase });
      } else registrations.push(one);
    }
    return { does: 'register', order, registrations };
  });
}

const alike = ['command', 'line', 'item', 'licensePlate', 'lot', 'load', 'expectedLine'] as const;

function isAlike(one: RegisteredByDevice, other: RegisteredByDevice): boolean {
  return alike.every((member) => one[member] === other[member]);
}
