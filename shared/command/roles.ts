/** The roles of people, from the floor up. */
export const roles = ['worker', 'lead', 'supervisor', 'integrator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/**
 * What each role may do besides what the one before it may. Permits name operations: the type of a command, or
 * `<slice>.read` for a screen. `*` stands for every operation of the slice. Integrators stand aside from the floor.
 *
 * Workers may adjust, with a reason and in their own name, as whoever finds goods has to be able to say so: how much
 * without a second person is their limit's to say (`limits.adjustment.value`; 0: nothing), not the role's.
 */
const grants: Readonly<Record<Role, { readonly also?: Role; readonly permits: readonly string[] }>> = {
  worker: {
    permits: [
      'receiving.register',
      'receiving.undo_registration',
      'receiving.complete',
      'putaway.put',
      'putaway.claim',
      'putaway.release_claim',
      'inventory.move',
      'inventory.build_plate',
      'inventory.break_plate',
      'inventory.consolidate',
      'inventory.adjust',
      'inventory.change_status',
      'picking.*',
      'packing.*',
      'shipping.load',
      'shipping.unload',
      'counting.start',
      'counting.count',
      'returns.register',
      'unknown_codes.report',
      'unknown_codes.add_after',
      'replenishment.request',
      'replenishment.pick',
      'replenishment.put',
      'labels.print',
      'exceptions.report_discrepancy',
      'stock.read',
      'orders.read',
    ],
  },
  lead: { also: 'worker', permits: ['waves.*', 'replenishment.read', 'exceptions.read'] },
  supervisor: {
    also: 'lead',
    permits: [
      'receiving.*',
      'putaway.*',
      'inventory.*',
      'counting.*',
      'returns.*',
      'unknown_codes.*',
      'replenishment.*',
      'shipping.*',
      'labels.*',
      'exceptions.*',
      'orders.*',
      'integration.read',
      'planning.read',
      'monitoring.read',
    ],
  },
  integrator: { permits: ['integration.*', 'orders.read', 'planning.read', 'monitoring.read', 'stock.read'] },
  administrator: { permits: ['*'] },
};

/** Every permit of a role, those of the roles below it included. */
export function permitsOf(role: Role): readonly string[] {
  const { also, permits } = grants[role];
  return also ? [...permitsOf(also), ...permits] : permits;
}

/** True when one of the granted permits covers the operation. */
export function isPermitted(granted: readonly string[], operation: string): boolean {
  const slice = operation.slice(0, operation.indexOf('.'));
  return granted.includes(operation) || granted.includes('*') || granted.includes(`${slice}.*`);
}
