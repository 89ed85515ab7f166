/** Who may do what in demo mode. Printed at start, and refused in every other mode. Source: the outside contract, 6. */

/** Badges and PINs of the people of the demo. */
export const demoPeople = [
  { badge: 'W-1001', pin: '1001', role: 'worker' },
  { badge: 'S-2001', pin: '2001', role: 'supervisor' },
  { badge: 'A-3001', pin: '3001', role: 'administrator' },
] as const;

/** Keys of the machines of the demo. */
export const demoKeys = [
  { key: 'demo-erp-key', sourceSystem: 'DEMO', scopes: ['erp'] },
  { key: 'demo-planning-key', sourceSystem: null, scopes: ['planning', 'planning:publish'] },
  { key: 'demo-monitor-key', sourceSystem: null, scopes: ['monitor'] },
] as const;
