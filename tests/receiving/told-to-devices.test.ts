import { afterEach, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { type NoticePlate, noticeMessage } from '../support/notices.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';
import { decideFor } from '../support/settings.ts';

/** A device that follows all the time has the same copy as one that starts now: whatever changes has to be told. */
onBothDatabases('devices that follow are told', (app) => {
  let number = 0;
  afterEach(() => decideFor(app(), {}));

  async function announced(plates: (order: string, item: string, plate: string) => readonly NoticePlate[]) {
    number += 1;
    const [order, item, plate, load] = [`PO-T${number}`, `T${number}`, `LP-T${number}`, `ASN-T${number}`];
    await haveItems(app(), [{ number: item }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 20 }] }]);
    const send = async () => {
      const [message] = await new Erp(app()).sent(noticeMessage(load, plates(order, item, plate)));
      expect(message).toMatchObject({ status: 'accepted' });
    };
    await send();
    return { order, item, plate, load, send, device: await Device.signIn(app(), 'W-1001') };
  }

  /** What is told of a thing after a position; null: that it is gone; undefined: nothing. */
  async function told(device: Device, kind: string, key: string, after: number) {
    await published(app());
    const path = `/api/device/changes?after=${after}&limit=1000&warehouse=EAST`;
    const { body } = await app().call('GET', path, { as: device.token });
    const change = body.items.findLast((each: { kind: string; key: string }) => each.kind === kind && each.key === key);
    return change?.deleted ? null : change?.value;
  }

  test('of plates that are expected again, when a load that was closed is announced once more', async () => {
    const { device, plate, load, send } = await announced((order, item, licensePlate) => [
      { licensePlate, lines: [[order, 1, item, 6]] },
    ]);
    await device.do('receiving.complete', { load, acceptDifferences: true });
    const before = await published(app());
    await send();
    expect(await told(device, 'expectedPlate', plate, before)).toMatchObject({ licensePlate: plate, load });
  });

  test('of orders and plates of a load that is open again because more of it came', async () => {
    await decideFor(app(), { multipleReceiptsPerLoad: true });
    const { device, plate, load, order, item } = await announced((order, item, licensePlate) => [
      { licensePlate, lines: [[order, 1, item, 6]] },
    ]);
    await device.do('receiving.register', { licensePlate: plate });
    await device.do('receiving.complete', { load });
    const before = await published(app());
    const goods = { load, order, line: 1, item, quantity: 1, unit: 'pcs', licensePlate: null };
    expect(await device.do('receiving.register', goods)).toMatchObject({ outcome: 'applied' });
    expect(await told(device, 'inboundLoad', load, before)).toMatchObject({ load });
    expect(await told(device, 'expectedPlate', plate, before)).toMatchObject({ licensePlate: plate });
    expect(await told(device, 'inboundOrder', `DEMO:${order}`, before)).toMatchObject({ openLoads: [load] });
  });

  test('of all plates beneath one that is taken off them, though nothing else stands there', async () => {
    const { device, plate } = await announced((order, item, plate) => [
      { licensePlate: plate },
      { licensePlate: `${plate}-b`, parent: plate },
      { licensePlate: `${plate}-c`, parent: `${plate}-b`, lines: [[order, 1, item, 6]] },
    ]);
    await device.do('receiving.register', { licensePlate: plate });
    expect(await told(device, 'licensePlate', plate, 0)).toMatchObject({ nested: [`${plate}-c`] });
    const before = await published(app());
    const moved = { licensePlate: `${plate}-c`, from: 'DOCK-01', to: 'DOCK-02' };
    expect(await device.do('inventory.move', moved)).toMatchObject({ outcome: 'applied' });
    expect(await told(device, 'licensePlate', plate, before)).toBeNull();
    expect(await told(device, 'licensePlate', `${plate}-b`, before)).toBeNull();
  });

  test.each(['one by one', 'by one scan'])('of all plates beneath one that gets goods again, %s', async (way) => {
    const { device, plate, order, item, load } = await announced((order, item, plate) => [
      { licensePlate: plate },
      { licensePlate: `${plate}-b`, parent: plate, lines: [[order, 1, item, 6]] },
    ]);
    const scanned = await device.do('receiving.register', { licensePlate: plate });
    await device.do('receiving.undo_registration', { registration: `command:${scanned.id}` });
    expect(await told(device, 'licensePlate', plate, 0)).toBeNull();
    const before = await published(app());
    const goods = { load, order, line: 1, item, quantity: 2, unit: 'pcs' };
    const sent = { licensePlate: `${plate}-b`, ...(way === 'one by one' && goods) };
    expect(await device.do('receiving.register', sent)).toMatchObject({ outcome: 'applied' });
    expect(await told(device, 'licensePlate', plate, before)).toMatchObject({ nested: [`${plate}-b`] });
  });
});
