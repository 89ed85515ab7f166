import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { BookingErp, chooseChannel, seenByPlanning } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';

type Channel = 'documents' | 'update-log';

/** The channel in force before the registration, before the count, and before receiving is completed. */
type Channels = readonly [Channel, Channel, Channel];

const [documents, log] = ['documents', 'update-log'] as const;

onBothDatabases('item A0001 reaches the ERP once', (app) => {
  let run = 0;

  /** Registers 10, counts 11, completes; answers what the warehouse and the ERP have after each step. */
  async function journey(channels: Channels, includeRegisteredAndPicked: boolean) {
    run += 1;
    const [item, order] = [`A0001-${run}`, `PO-1001-${run}`];
    await haveItems(app(), [{ number: item, unitCost: 1.15 }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 10 }] }]);
    const device = await Device.signIn(app(), 'S-2001');
    const erp = new BookingErp(app());
    const steps: [what: string, warehouse: number, erp: number][] = [];
    const step = async (what: string) => {
      await whenPublished(app());
      await erp.poll();
      const { onHand, pending } = await seenByPlanning(app(), item);
      const booked = erp.bookedOf(item);
      steps.push([what, onHand, booked]);
      expect(booked).toBe(onHand - pending);
      const asked = await erp.reportOn(item, includeRegisteredAndPicked);
      const other = await erp.reportOn(item, !includeRegisteredAndPicked);
      expect([asked.reportedToErp, other.reportedToErp]).toEqual([booked, booked]);
      expect((includeRegisteredAndPicked ? asked : other).onHand).toBe(onHand);
    };
    await step('at first');

    await chooseChannel(app(), channels[0]);
    const body = { order, line: 1, item, quantity: 10, unit: 'pcs', location: 'DOCK-01' };
    const { result } = await device.do('receiving.register', body);
    await step('registered 10');

    await chooseChannel(app(), channels[1]);
    const { licensePlate } = result;
    const { result: count } = await device.do('counting.start', { location: 'DOCK-01', item });
    const lines = [{ location: 'DOCK-01', item, licensePlate, quantity: 11, unit: 'pcs' }];
    expect((await device.do('counting.count', { work: count.work, lines })).result.outcome).toBe('posted');
    await step('counted 11');

    await chooseChannel(app(), channels[2]);
    const completed = await device.do('receiving.complete', { order });
    expect(completed.outcome).toBe('applied');
    await step('completed');

    await erp.pollFromTheBeginning();
    await step('read once more');
    return steps;
  }

  test.each<[channel: Channel, flag: boolean, erpAfterRegistering: number, erpAfterCounting: number]>([
    [documents, false, 0, 1],
    [documents, true, 0, 1],
    [log, false, 10, 11],
    [log, true, 10, 11],
  ])('by %s, registered and picked counted in reports: %s', async (channel, flag, registered, counted) => {
    expect(await journey([channel, channel, channel], flag)).toEqual([
      ['at first', 0, 0],
      ['registered 10', 10, registered],
      ['counted 11', 11, counted],
      ['completed', 11, 11],
      ['read once more', 11, 11],
    ]);
  });

  test.each<[...Channels, erp: readonly number[]]>([
    [documents, documents, log, [0, 0, 1, 11, 11]],
    [documents, log, log, [0, 0, 1, 11, 11]],
    [documents, log, documents, [0, 0, 1, 11, 11]],
    [log, documents, documents, [0, 10, 11, 11, 11]],
    [log, log, documents, [0, 10, 11, 11, 11]],
    [log, documents, log, [0, 10, 11, 11, 11]],
  ])('switched in the middle: %s, then %s, then %s', async (first, second, third, erp) => {
    const steps = await journey([first, second, third], true);
    expect(steps.map(([, warehouse]) => warehouse)).toEqual([0, 10, 11, 11, 11]);
    expect(steps.map(([, , booked]) => booked)).toEqual(erp);
  });
});
