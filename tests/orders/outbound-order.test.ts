import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, type LineOf, shipMessage } from '../support/erp.ts';

const ten: readonly LineOf[] = [[1, 'A1', 10]];

onBothDatabases('an outbound order', (app) => {
  const erp = () => new Erp(app());
  const codesOf = (message: { errors: { pointer: string; code: string }[] }) =>
    message.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  const supervisor = () => Device.signIn(app(), 'S-2001');

  /** Goods on a shelf that orders are served from. */
  async function haveStock(item: string, quantity: number, location = 'A-01-02-1'): Promise<void> {
    const body = { location, item, quantity, unit: 'pcs', reason: 'found' };
    const result = await (await supervisor()).do('inventory.adjust', body);
    expect(result.outcome, JSON.stringify(result.problem)).toBe('applied');
  }

  test('it is kept as the ERP sent it, open on both axes', async () => {
    await erp().sent(itemMessage('A1'));
    const [message] = await erp().sent(
      shipMessage('n-1', 'SO-N', [[1, 'A1', 2, { unit: 'case', sellableDays: 30, substitutes: ['A2'] }]], {
        priority: 3,
        carrier: 'DHL',
        language: 'de',
        requestedShippingEnd: '2026-03-03T15:00:00+01:00',
      }),
    );
    expect([message.status, message.errors]).toEqual(['accepted', []]);
    expect(await erp().order('SO-N')).toMatchObject({
      direction: 'outbound',
      status: 'open',
      releaseStatus: 'open',
      shipmentStatus: 'open',
      priority: 3,
      shipBy: '2026-03-03T14:00:00.000Z',
      header: { carrier: 'DHL', consignee: { name: 'Corner Bakery' } },
      lines: [
        {
          item: 'A1',
          unit: 'case',
          orderedQuantity: 2,
          reservedQuantity: 0,
          releasedQuantity: 0,
          base: { ordered: 24, remaining: 24 },
          sellableDays: 30,
          substitutes: ['A2'],
        },
      ],
    });
  });

  test('released, lowered, cancelled: what nobody has begun gives way, and all is free again', async () => {
    await erp().sent(itemMessage('A1'), shipMessage('r-1', 'SO-R', ten));
    await haveStock('A1', 20);
    const device = await supervisor();
    const released = await device.do('waves.release', { orders: ['SO-R'] });
    expect(released.outcome, JSON.stringify(released.problem)).toBe('applied');
    expect((await erp().order('SO-R')).lines[0]).toMatchObject({ reservedQuantity: 10, releasedQuantity: 10 });
    const [lowered] = await erp().sent(shipMessage('r-2', 'SO-R', [[1, 'A1', 4]]));
    expect([lowered.status, codesOf(lowered)]).toEqual(['accepted', []]);
    expect(await erp().order('SO-R')).toMatchObject({
      releaseStatus: 'released',
      lines: [{ orderedQuantity: 4, releasedQuantity: 4, reservedQuantity: 4 }],
    });
    const [cancelled] = await erp().sent(cancelShipMessage('r-3', 'SO-R'));
    expect([cancelled.status, codesOf(cancelled)]).toEqual(['accepted', []]);
    expect(await erp().order('SO-R')).toMatchObject({
      status: 'cancelled',
      lines: [{ status: 'cancelled', releasedQuantity: 0, reservedQuantity: 0, cancelledQuantity: 4 }],
    });
    const { body } = await app().call('GET', '/api/device/stock?item=A1', { as: device.token });
    expect(body.items.map((row: { reserved: number }) => row.reserved)).toEqual([0]);
  });
});
