import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { BookingErp, changeSettings, seenByPlanning } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { whenPublished } from '../support/published.ts';

type Channel = 'documents' | 'update-log';

/** The outbound channel in force when it is confirmed, when that is reversed, and when it is confirmed again. */
type Channels = readonly [confirmed: Channel, reversed: Channel, again: Channel];

const [documents, log] = ['documents', 'update-log'] as const;

onBothDatabases('goods that go out reach the ERP once', (app) => {
  let run = 0;

  async function journey(channels: Channels) {
    run += 1;
    const [item, order] = [`OUTCH-${run}`, `SO-CH-${run}`];
    const office = await Device.signIn(app(), 'S-2001');
    const erp = new BookingErp(app());
    const steps: [what: string, warehouse: number, erp: number][] = [];

    async function applied(type: string, body: object) {
      const result = await office.do(type, body);
      expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
      return result.result;
    }

    async function step(what: string): Promise<void> {
      await whenPublished(app());
      await erp.poll();
      const { onHand, pending } = await seenByPlanning(app(), item);
      const booked = erp.bookedOf(item);
      steps.push([what, onHand, booked]);
      expect([what, booked]).toEqual([what, onHand - pending]);
      for (const flag of [true, false]) expect((await erp.reportOn(item, flag)).reportedToErp).toBe(booked);
    }

    const choose = (outbound: Channel) => changeSettings(app(), { quantityChannel: { inbound: documents, outbound } });
    await choose(documents);
    await new Erp(app()).sent(itemMessage(item), shipMessage(`ch-${run}`, order, [[1, item, 8]]));
    const location = 'A-09-01-1';
    await applied('inventory.adjust', { location, item, quantity: 10, unit: 'pcs', reason: 'found' });
    const [work] = (await applied('waves.release', { orders: [order] })).work;
    const pick = { work: work.work, line: 1, location, item, unit: 'pcs', quantity: 8 };
    await applied('picking.pick', pick);
    await step('picked');
    await applied('picking.put', { work: work.work, location: 'STAGE-01' });

    await choose(channels[0]);
    const [{ documentNumber }] = (await applied('shipping.confirm', { order })).documents;
    await step('confirmed');
    const first = (await erp.call('GET', `/api/erp/packing-slips/${documentNumber}`)).body;
    expect(first.quantityChannel).toBe(channels[0] === documents);

    await choose(channels[1]);
    await applied('shipping.reverse_confirmation', { documentNumber, reason: 'customer' });
    await step('reversed');

    await choose(channels[2]);
    await applied('shipping.confirm', { order });
    await step('confirmed again');
    await erp.pollFromTheBeginning();
    await step('read once more');
    await choose(documents);
    const { items } = (await erp.call('GET', '/api/erp/inventory-update-log?limit=1000')).body;
    const shown = items.filter((row: { item: string }) => row.item === item);
    return { steps, logged: shown.map((row: LogRow) => [row.quantity, row.quantityChannel]) };
  }

  interface LogRow {
    readonly quantity: number;
    readonly quantityChannel: boolean;
  }

  test.each<Channels>([
    [documents, documents, documents],
    [log, log, log],
    [documents, log, log],
    [documents, log, documents],
    [documents, documents, log],
    [log, documents, documents],
    [log, documents, log],
    [log, log, documents],
  ])('confirmed by %s, reversed by %s, confirmed again by %s', async (...channels) => {
    const { steps } = await journey(channels);
    expect(steps.map(([what, warehouse, erp]) => [what, warehouse, erp])).toEqual([
      ['picked', 10, 10],
      ['confirmed', 2, 2],
      ['reversed', 10, 10],
      ['confirmed again', 2, 2],
      ['read once more', 2, 2],
    ]);
  });

  test('by the update log each change of shipping is a row of it, and the slip says that nothing is booked from it', async () => {
    const { logged } = await journey([log, log, log]);
    expect(logged.filter(([, isBooked]: [number, boolean]) => isBooked)).toEqual([
      [-8, true],
      [8, true],
      [-8, true],
    ]);
  });
});
