import { instant } from '../platform/clock.ts';

export interface DemoOrder {
  readonly orderNumber: string;
  readonly warehouse: string;
  readonly orderType: string;
  readonly plannedReceiptStart: string;
  readonly consigner: { readonly account: string; readonly name: string };
  readonly notes?: string;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly item: string;
    readonly quantity: number;
    readonly unit: string;
    readonly overDeliveryPercent?: number;
    readonly underDeliveryPercent?: number;
  }[];
}

export const demoParties = [
  { account: 'S-77', kind: 'supplier', name: 'Northern Mills' },
  { account: 'S-12', kind: 'supplier', name: 'Alpine Dairy' },
  { account: 'S-31', kind: 'supplier', name: 'Orient Spices' },
  { account: 'S-58', kind: 'supplier', name: 'Packwell' },
  { account: 'C-9', kind: 'customer', name: 'Corner Bakery' },
  { account: 'DHL', kind: 'carrier', name: 'DHL' },
] as const;

type Row = readonly [item: string, quantity: number, unit: string];

/** Order number, supplier, when it is due (hours from now), its lines, a note for the dock. */
const plan: readonly (readonly [string, number, number, readonly Row[], string?])[] = [
  [
    'PO-4001',
    1,
    -48,
    [
      ['A0049', 120, 'pcs'],
      ['A0052', 60, 'pcs'],
      ['A0098', 200, 'pcs'],
    ],
  ],
  [
    'PO-4002',
    2,
    -24,
    [
      ['A0430', 90, 'pcs'],
      ['A0441', 40, 'pcs'],
    ],
  ],
  [
    'PO-5001',
    0,
    -1,
    [
      ['A0001', 60, 'pcs'],
      ['A0002', 4, 'case'],
    ],
    'Pallets are double-stacked: take the upper one off first.',
  ],
  [
    'PO-5002',
    1,
    0,
    [
      ['A0050', 10, 'case'],
      ['A0051', 80, 'pcs'],
      ['A0056', 5, 'case'],
    ],
    'Chilled goods: put them away first.',
  ],
  [
    'PO-5003',
    2,
    1,
    [
      ['A0431', 45, 'pcs'],
      ['A0432', 30, 'pcs'],
      ['A0440', 3, 'case'],
    ],
  ],
  [
    'PO-5004',
    3,
    2,
    [
      ['A0274', 500, 'pcs'],
      ['A0299', 3, 'case'],
    ],
  ],
  [
    'PO-5005',
    0,
    3,
    [
      ['A0003', 6, 'case'],
      ['A0003', 12, 'pcs'],
      ['A0004', 48, 'pcs'],
    ],
  ],
  ['PO-5006', 3, 4, [['A0371', 3, 'pcs']]],
  [
    'PO-5007',
    0,
    5,
    [
      ['A0346', 125.5, 'kg'],
      ['A0350', 50, 'kg'],
    ],
  ],
  [
    'PO-5008',
    0,
    24,
    [
      ['A0010', 240, 'pcs'],
      ['A0011', 120, 'pcs'],
      ['A0012', 60, 'pcs'],
      ['A0013', 2, 'case'],
    ],
  ],
  // Announced plate by plate, see `notices.ts`.
  [
    'PO-5101',
    1,
    1,
    [
      ['A0053', 120, 'pcs'],
      ['A0054', 6, 'case'],
      ['A0372', 4, 'pcs'],
    ],
  ],
  // On one truck.
  [
    'PO-5102',
    2,
    3,
    [
      ['A0210', 4, 'case'],
      ['A0211', 96, 'pcs'],
    ],
  ],
  [
    'PO-5103',
    2,
    3,
    [
      ['A0211', 48, 'pcs'],
      ['A0212', 2, 'case'],
    ],
  ],
];

/** What the demo's suppliers are to bring: two orders that arrived, the rest to receive. */
export function demoOrders(now: number): DemoOrder[] {
  return plan.map(([orderNumber, supplier, dueInHours, rows, notes]) => {
    const { account, name } = demoParties[supplier] ?? demoParties[0];
    return {
      orderNumber,
      warehouse: 'EAST',
      orderType: 'Purchase order',
      plannedReceiptStart: instant(now + dueInHours * 3_600_000),
      consigner: { account, name },
      ...(notes !== undefined && { notes }),
      lines: rows.map(([item, quantity, unit], index) => ({
        lineNumber: index + 1,
        item,
        quantity,
        unit,
        overDeliveryPercent: 10,
        underDeliveryPercent: 10,
      })),
    };
  });
}
