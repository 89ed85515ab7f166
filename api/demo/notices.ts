import { ssccOf } from '#shared/scan/sscc.ts';
import { instant } from '../platform/clock.ts';

/** The suppliers' own prefix, as that of the demo's barcodes: never given out with these plates. */
const companyPrefix = '4099999';
const dayMs = 86_400_000;

/** A plate of a supplier by its number. */
function plate(number: number): string {
  return ssccOf(number, companyPrefix);
}

/**
 * What Alpine Dairy has announced of PO-5101: a pallet that carries two plates of one item in two lots, a plate of its
 * own in cases, and one with serial numbers.
 */
export function demoNotice(now: number) {
  const line = (lineNumber: number, item: string, quantity: number, unit: string, more: object) => ({
    ...{ orderNumber: 'PO-5101', lineNumber, item, quantity, unit, ...more },
  });
  const lot = (name: string, days: number) => ({ lot: name, expiryDate: instant(now + days * dayMs).slice(0, 10) });
  const pallet = plate(1);
  return {
    load: 'ASN-7001',
    warehouse: 'EAST',
    shippedAt: instant(now - 6 * 3_600_000),
    expectedArrival: instant(now + 3_600_000),
    carrier: 'DHL',
    shipments: [
      {
        shipment: 'S-7001',
        licensePlates: [
          { licensePlate: pallet, parent: null, lines: [] },
          { licensePlate: plate(2), parent: pallet, lines: [line(1, 'A0053', 60, 'pcs', lot('L-5101-A', 26))] },
          { licensePlate: plate(3), parent: pallet, lines: [line(1, 'A0053', 60, 'pcs', lot('L-5101-B', 27))] },
          { licensePlate: plate(4), parent: null, lines: [line(2, 'A0054', 6, 'case', lot('L-5101-C', 27))] },
          {
            licensePlate: plate(5),
            parent: null,
            lines: [line(3, 'A0372', 4, 'pcs', { serials: ['HM-70011', 'HM-70012', 'HM-70013', 'HM-70014'] })],
          },
        ],
      },
    ],
  };
}

/** The truck that brings two orders, as somebody in the office has planned it. */
export function demoLoad(now: number) {
  return {
    load: 'TRUCK-7002',
    orders: ['PO-5102', 'PO-5103'],
    expectedArrival: instant(now + 3 * 3_600_000),
    notes: 'Two orders on one truck: receive by load.',
  };
}
