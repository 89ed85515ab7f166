import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { Device } from './device.ts';
import { Erp } from './erp.ts';
import { type Names, type NoticePlate, noticeMessage } from './notices.ts';
import { haveItems, haveOrders, type TestItem } from './orders.ts';

/** Announces plates, each time of two items on an order of their own; `plates` gets a name for everything. */
export function announcer(app: () => TestApp) {
  let number = 0;
  return async (plates: (names: Names) => readonly NoticePlate[], item: Partial<TestItem> = {}) => {
    number += 1;
    const names = { order: `PO-A${number}`, one: `A${number}-1`, two: `A${number}-2`, plate: `LP-A${number}` };
    await haveItems(app(), [{ number: names.one, ...item }, { number: names.two }]);
    const lines = [names.one, names.two].map((each, index) => ({ lineNumber: index + 1, item: each, quantity: 20 }));
    await haveOrders(app(), [{ orderNumber: names.order, lines }]);
    const load = `ASN-A${number}`;
    const [message] = await new Erp(app()).sent(noticeMessage(load, plates(names)));
    expect(message).toMatchObject({ status: 'accepted' });
    return { ...names, load, device: await Device.signIn(app(), 'W-1001') };
  };
}
