import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('a remainder that is cancelled when the goods leave', (app) => {
  const erp = () => new Erp(app());

  test('order and slip say what will not come and why, and the next version of the slip says it again', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const did = async (type: string, body: object) => {
      const [{ outcome, problem, result }] = await office.send(office.unordered(type, body));
      expect([type, outcome, problem]).toEqual([type, 'applied', null]);
      return result;
    };
    const order = shipMessage('cr-1', 'CR-SO', [
      [1, 'CR-1', 5],
      [2, 'CR-1', 4],
    ]);
    await erp().sent(itemMessage('CR-1'), order);
    await did('inventory.adjust', { location: 'A-01-03-1', item: 'CR-1', quantity: 9, unit: 'pcs', reason: 'found' });
    const [{ work, shipment }] = (await did('waves.release', { orders: ['CR-SO'] })).work;
    await did('picking.pick', { work, line: 1, location: 'A-01-03-1', item: 'CR-1', quantity: 2, unit: 'pcs' });
    await did('picking.put', { work, location: 'STAGE-01' });
    const told = await did('shipping.confirm', { order: 'CR-SO', remainder: 'cancel', reason: 'sold out' });
    const [{ documentNumber }] = told.documents;
    const slip = [
      [1, 2, 0, 3, 'sold out'],
      [2, 0, 0, 4, 'sold out'],
    ];
    expect(await slipLines(documentNumber, 1)).toEqual(slip);
    expect(await orderLines()).toEqual([
      ['closed', 3, [{ kind: 'cancelled', code: 'sold out', expectedOn: null }]],
      ['cancelled', 4, [{ kind: 'cancelled', code: 'sold out', expectedOn: null }]],
    ]);

    await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
    expect((await orderLines()).map(([status]) => status)).toEqual(['open', 'cancelled']);
    await did('shipping.confirm', { shipment });
    expect(await slipLines(documentNumber, 2)).toEqual(slip);
    expect((await orderLines()).map(([status]) => status)).toEqual(['closed', 'cancelled']);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('of an order it is all that does not go, also what there never was; it is said why, and nothing follows later', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const did = async (type: string, body: object) => {
      const [{ outcome, problem, result }] = await office.send(office.unordered(type, body));
      expect([type, outcome, problem]).toEqual([type, 'applied', null]);
      return result;
    };
    const order = shipMessage('cr-2', 'CR-SO-2', [
      [1, 'CR-2', 10],
      [2, 'CR-2', 4],
    ]);
    await erp().sent(itemMessage('CR-2'), order);
    await did('inventory.adjust', { location: 'A-01-04-1', item: 'CR-2', quantity: 7, unit: 'pcs', reason: 'found' });
    const [{ work }] = (await did('waves.release', { orders: ['CR-SO-2'] })).work;
    await did('picking.pick', { work, line: 1, location: 'A-01-04-1', item: 'CR-2', quantity: 7, unit: 'pcs' });
    await did('picking.put', { work, location: 'STAGE-01' });
    const unsaid = await office.do('shipping.confirm', { order: 'CR-SO-2', remainder: 'cancel' });
    expect([unsaid.outcome, unsaid.problem.code]).toEqual(['refused', 'shipping.reason_required']);
    const told = await did('shipping.confirm', { order: 'CR-SO-2', remainder: 'cancel', reason: 'sold out' });
    const [{ documentNumber }] = told.documents;
    const slip = [
      [1, 7, 0, 3, 'sold out'],
      [2, 0, 0, 4, 'sold out'],
    ];
    const ended = {
      status: 'closed',
      lines: [
        { status: 'closed', cancelledQuantity: 3 },
        { status: 'cancelled', cancelledQuantity: 4 },
      ],
    };
    expect(await slipLines(documentNumber, 1)).toEqual(slip);
    expect(await erp().order('CR-SO-2')).toMatchObject(ended);

    // A newer version of the slip replaces the older whole: also what it told of lines that were never on the shipment.
    await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
    expect((await erp().order('CR-SO-2')).lines).toMatchObject([{ status: 'open' }, { status: 'cancelled' }]);
    await did('shipping.confirm', { order: 'CR-SO-2' });
    expect(await slipLines(documentNumber, 2)).toEqual(slip);
    expect(await erp().order('CR-SO-2')).toMatchObject(ended);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('what a supervisor cancelled before is told with its reason, and each line in the words of the ERP', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const did = async (type: string, body: object) => {
      const [{ outcome, problem, result }] = await office.send(office.unordered(type, body));
      expect([type, outcome, problem]).toEqual([type, 'applied', null]);
      return result;
    };
    const order = shipMessage('cr-3', 'CR-SO-3', [
      [1, 'CR-3', 3, { itemDescription: 'Rye flour, milled for you' }],
      [2, 'CR-3', 4],
    ]);
    await erp().sent(itemMessage('CR-3'), order);
    await did('inventory.adjust', { location: 'A-02-04-1', item: 'CR-3', quantity: 7, unit: 'pcs', reason: 'found' });
    const [{ work }] = (await did('waves.release', { orders: ['CR-SO-3'] })).work;
    await did('orders.close_remainder', { order: 'CR-SO-3', line: 2, reason: 'recalled' });
    await did('picking.pick', { work, line: 1, location: 'A-02-04-1', item: 'CR-3', quantity: 3, unit: 'pcs' });
    await did('picking.put', { work, location: 'STAGE-01' });
    const [{ documentNumber }] = (await did('shipping.confirm', { order: 'CR-SO-3' })).documents;
    expect(await slipLines(documentNumber, 1)).toEqual([
      [1, 3, 0, 0, null],
      [2, 0, 0, 4, 'recalled'],
    ]);
    const { lines } = (await erp().get(`/api/erp/packing-slips/${documentNumber}`)).body;
    expect(lines.map(({ description }: { description: string }) => description)).toEqual([
      'Rye flour, milled for you',
      'Item CR-3',
    ]);
    expect(await wrongIn(app())).toEqual([]);
  });

  interface Line {
    readonly [member: string]: unknown;
  }

  async function slipLines(documentNumber: string, version: number) {
    const { body } = await erp().get(`/api/erp/packing-slips/${documentNumber}/versions/${version}`);
    return body.lines.map((line: Line) => [
      line.lineNumber,
      line.shippedQuantity,
      line.remainingQuantity,
      line.cancelledQuantity,
      line.cancelReason,
    ]);
  }

  async function orderLines(): Promise<unknown[][]> {
    const { lines } = await erp().order('CR-SO');
    return lines.map((line: Line) => [line.status, line.cancelledQuantity, line.reasons]);
  }
});
