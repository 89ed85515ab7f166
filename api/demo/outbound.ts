import { instant } from '../platform/clock.ts';

interface Customer {
  readonly account: string;
  readonly name: string;
  readonly language: string;
  readonly carrier: string;
  readonly address: {
    readonly street: string;
    readonly zipCode: string;
    readonly city: string;
    readonly country: string;
  };
}

export const bakery: Customer = {
  account: 'C-9',
  name: 'Corner Bakery',
  language: 'de',
  carrier: 'DHL',
  address: { street: 'Hauptstr. 1', zipCode: '10115', city: 'Berlin', country: 'DE' },
};
const mill: Customer = {
  account: 'C-21',
  name: 'Mühlencafé Potsdam',
  language: 'de',
  carrier: 'DHL',
  address: { street: 'Am Kanal 14', zipCode: '14467', city: 'Potsdam', country: 'DE' },
};
const panaderia: Customer = {
  account: 'C-34',
  name: 'Panadería La Espiga',
  language: 'es',
  carrier: 'SEUR',
  address: { street: 'Calle Mayor 8', zipCode: '28013', city: 'Madrid', country: 'ES' },
};
const deli: Customer = {
  account: 'C-47',
  name: 'Harbour Deli',
  language: 'en',
  carrier: 'UPS',
  address: { street: '22 Quay St', zipCode: 'D01', city: 'Dublin', country: 'IE' },
};

export const demoCustomers = [mill, panaderia, deli].map(({ account, name }) => ({ account, kind: 'customer', name }));

type Row = readonly [item: string, quantity: number, unit: string, more?: object];

/** Order number, customer, hours until it has to leave, its lines, what else it says. */
const plan: readonly (readonly [string, Customer, number, readonly Row[], object?])[] = [
  // What goes first today.
  [
    'SO-5001',
    bakery,
    2,
    [
      ['A0002', 6, 'pcs'],
      ['A0003', 4, 'pcs'],
      ['A0004', 2, 'pcs'],
    ],
    { priority: 1 },
  ],
  [
    'SO-5002',
    bakery,
    2,
    [
      ['A0005', 8, 'pcs'],
      ['A0006', 3, 'pcs'],
    ],
    { priority: 1 },
  ],
  [
    'SO-5003',
    mill,
    3,
    [
      ['A0002', 5, 'pcs'],
      ['A0007', 5, 'pcs'],
      ['A0008', 2, 'pcs'],
      ['A0009', 1, 'pcs'],
      ['A0010', 4, 'pcs'],
    ],
    { priority: 2 },
  ],
  ['SO-5004', mill, 3, [['A0011', 3, 'pcs']], { priority: 2 }],
  [
    'SO-5005',
    deli,
    4,
    [
      ['A0012', 2, 'pcs'],
      ['A0013', 2, 'pcs'],
      ['A0014', 2, 'pcs'],
    ],
    { priority: 3 },
  ],
  [
    'SO-5006',
    deli,
    4,
    [
      ['A0002', 1, 'case'],
      ['A0003', 1, 'case'],
    ],
    { priority: 3 },
  ],
  [
    'SO-5007',
    panaderia,
    5,
    [
      ['A0015', 6, 'pcs'],
      ['A0016', 6, 'pcs'],
    ],
    { priority: 3 },
  ],
  [
    'SO-5008',
    panaderia,
    5,
    [
      ['A0017', 4, 'pcs'],
      ['A0018', 4, 'pcs'],
      ['A0019', 4, 'pcs'],
      ['A0020', 4, 'pcs'],
      ['A0021', 4, 'pcs'],
    ],
  ],
  // Goods with lots and dates: the butter has to be good for a while yet.
  [
    'SO-5009',
    bakery,
    6,
    [
      ['A0049', 20, 'pcs', { sellableDays: 14 }],
      ['A0052', 10, 'pcs'],
    ],
  ],
  [
    'SO-5010',
    deli,
    6,
    [
      ['A0049', 12, 'pcs'],
      ['A0098', 40, 'pcs'],
    ],
  ],
  ['SO-5011', mill, 6, [['A0098', 25, 'pcs', { lot: 'L-4001-3' }]], { notes: 'Only the lot that the sample was of.' }],
  [
    'SO-5012',
    panaderia,
    8,
    [
      ['A0430', 15, 'pcs'],
      ['A0441', 5, 'pcs'],
    ],
  ],
  // It waits for its money.
  [
    'SO-5013',
    deli,
    8,
    [
      ['A0022', 10, 'pcs'],
      ['A0023', 10, 'pcs'],
    ],
    { holdCodes: ['CREDIT'], priority: 2 },
  ],
  // There is less than this.
  [
    'SO-5014',
    mill,
    8,
    [
      ['A0024', 100_000, 'pcs'],
      ['A0025', 5, 'pcs'],
    ],
  ],
  // All of it or nothing.
  [
    'SO-5015',
    bakery,
    10,
    [
      ['A0026', 6, 'pcs'],
      ['A0027', 100_000, 'pcs'],
    ],
    { shipComplete: true },
  ],
  [
    'SO-5016',
    panaderia,
    10,
    [
      ['A0028', 6, 'pcs'],
      ['A0029', 6, 'pcs'],
    ],
    { shipComplete: true },
  ],
  // Something else may stand in.
  ['SO-5017', bakery, 12, [['A0030', 4, 'pcs', { substitutes: ['A0031', 'A0032'] }]]],
  [
    'SO-5018',
    deli,
    12,
    [
      ['A0033', 3, 'pcs'],
      ['A0034', 3, 'pcs'],
      ['A0035', 3, 'pcs'],
    ],
  ],
  // Its shelf life is longer than any butter's.
  ['SO-5019', deli, 12, [['A0049', 5, 'pcs', { sellableDays: 365 }]]],
  // Tomorrow.
  [
    'SO-5020',
    bakery,
    26,
    [
      ['A0002', 3, 'pcs'],
      ['A0005', 3, 'pcs'],
      ['A0008', 3, 'pcs'],
    ],
    { priority: 7 },
  ],
  ['SO-5021', mill, 26, [['A0036', 10, 'pcs']], { priority: 7 }],
  [
    'SO-5022',
    panaderia,
    28,
    [
      ['A0037', 2, 'pcs'],
      ['A0038', 2, 'pcs'],
    ],
    { priority: 7 },
  ],
  [
    'SO-5023',
    deli,
    28,
    [
      ['A0039', 8, 'pcs'],
      ['A0040', 8, 'pcs'],
      ['A0041', 8, 'pcs'],
      ['A0042', 8, 'pcs'],
    ],
    { priority: 7 },
  ],
  ['SO-5024', bakery, 30, [['A0043', 5, 'pcs']], { priority: 9 }],
  // It is still on its way: nothing of it is there yet.
  ['SO-5025', mill, 48, [['A0371', 1, 'pcs']], { priority: 9 }],
];

/** What the demo's customers want: cut-offs half an hour before the truck leaves. */
export function demoOutboundOrders(now: number) {
  return plan.map(([orderNumber, { account, name, address, language, carrier }, hours, rows, more]) => ({
    orderNumber,
    warehouse: 'EAST',
    orderType: 'Sales order',
    language,
    carrier,
    consignee: { account, name, address },
    requestedShippingEnd: instant(now + hours * 3_600_000),
    cutoffAt: instant(now + hours * 3_600_000 - 1_800_000),
    ...more,
    lines: rows.map(([item, quantity, unit, other], index) => ({
      lineNumber: index + 1,
      item,
      quantity,
      unit,
      ...other,
    })),
  }));
}
