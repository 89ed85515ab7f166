import { expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';

onBothDatabases('every quantity reaches the ERP once', (app) => {
  test('received 10, counted 11, completed: the ERP ends at 11, and at every step it is off by what is not reported', async () => {
    await haveItems(app(), [{ number: 'A0001' }]);
    await haveOrders(app(), [{ orderNumber: 'PO-1', lines: [{ lineNumber: 1, item: 'A0001', quantity: 10 }] }]);
    const device = await Device.signIn(app(), 'S-2001');
    const erp = new BookingErp(app());
    const steps: [what: string, wms: number, erp: number, pending: number][] = [];
    const step = async (what: string) => {
      await whenPublished(app());
      await erp.poll();
      steps.push([what, await onHand(app(), 'A0001'), erp.bookedOf('A0001'), await pendingOf(app(), 'A0001')]);
    };
    await step('at first');

    const scan = { order: 'PO-1', line: 1, item: 'A0001', quantity: 10, unit: 'pcs', location: 'DOCK-01' };
    const registered = await device.do('receiving.register', scan);
    await step('10 are received, but receiving is not completed');

    const { licensePlate } = registered.result;
    const one = { location: 'DOCK-01', licensePlate, item: 'A0001', quantity: 1, unit: 'pcs', reason: 'found' };
    const counted = await device.do('inventory.adjust', one);
    await step('a count finds 11: the journal says one more');

    const completed = await device.do('receiving.complete', { order: 'PO-1', acceptDifferences: true });
    await step('receiving is completed: the receipt says 10');
    await erp.pollFromTheBeginning();
    await step('the ERP reads everything once more');

    expect([registered, counted, completed].map((result) => result.problem)).toEqual([null, null, null]);
    expect(steps).toEqual([
      ['at first', 0, 0, 0],
      ['10 are received, but receiving is not completed', 10, 0, 10],
      ['a count finds 11: the journal says one more', 11, 1, 10],
      ['receiving is completed: the receipt says 10', 11, 11, 0],
      ['the ERP reads everything once more', 11, 11, 0],
    ]);
    for (const [, wms, booked, pending] of steps) expect(booked).toBe(wms - pending);
  });

  test('a registration that was undone is told by nobody, and pends no more', async () => {
    await haveItems(app(), [{ number: 'A0002' }]);
    await haveOrders(app(), [{ orderNumber: 'PO-2', lines: [{ lineNumber: 1, item: 'A0002', quantity: 10 }] }]);
    const device = await Device.signIn(app(), 'W-1001');
    const scan = { order: 'PO-2', line: 1, item: 'A0002', unit: 'pcs' };
    const wrong = device.command('receiving.register', { ...scan, quantity: 4 });
    const undo = device.command('receiving.undo_registration', { registration: `command:${wrong.id}` });
    await device.send(wrong, undo, device.command('receiving.register', { ...scan, quantity: 6 }));
    await whenPublished(app());
    expect([await onHand(app(), 'A0002'), await pendingOf(app(), 'A0002')]).toEqual([6, 6]);

    await device.do('receiving.complete', { order: 'PO-2', acceptDifferences: true });
    await whenPublished(app());
    const erp = new BookingErp(app());
    await erp.poll();
    expect([erp.bookedOf('A0002'), await pendingOf(app(), 'A0002')]).toEqual([6, 0]);
  });
});

interface Document {
  readonly documentNumber: string;
  readonly version: number;
  readonly active: boolean;
  readonly quantityChannel: boolean;
  readonly lines: readonly {
    readonly item: string;
    readonly receivedQuantity?: number;
    readonly difference?: number;
  }[];
}

/** An ERP that books what receipts and journals say, each version once, and nothing else. */
class BookingErp {
  readonly #app: TestApp;
  readonly #after = new Map<string, number>();
  readonly #known = new Set<string>();
  readonly #booked = new Map<string, number>();

  constructor(app: TestApp) {
    this.#app = app;
  }

  bookedOf(item: string): number {
    return this.#booked.get(item) ?? 0;
  }

  async poll(): Promise<void> {
    for (const feed of ['shipment-receipts', 'counting-journals']) {
      const path = `/api/erp/${feed}?limit=1000&after=${this.#after.get(feed) ?? 0}`;
      const { body } = await this.#app.call('GET', path, { as: 'demo-erp-key' });
      for (const document of body.items) this.#book(document);
      this.#after.set(feed, body.next);
    }
  }

  async pollFromTheBeginning(): Promise<void> {
    this.#after.clear();
    await this.poll();
  }

  #book(document: Document): void {
    const version = `${document.documentNumber}.${document.version}`;
    if (!document.quantityChannel || !document.active || this.#known.has(version)) return;
    this.#known.add(version);
    for (const line of document.lines) {
      const quantity = line.receivedQuantity ?? line.difference ?? 0;
      this.#booked.set(line.item, this.bookedOf(line.item) + quantity);
    }
  }
}

async function onHand(app: TestApp, item: string): Promise<number> {
  const path = '/api/planning/inventory-snapshots?limit=1000';
  const { body } = await app.call('GET', path, { as: 'demo-planning-key' });
  const rows: { item: string; onHand: number }[] = body.items;
  return rows.filter((row) => row.item === item).reduce((sum, row) => sum + row.onHand, 0);
}

/** What was changed and no document tells of yet, as planning sees it. */
async function pendingOf(app: TestApp, item: string): Promise<number> {
  const path = '/api/planning/inventory-deltas?limit=1000';
  const { body } = await app.call('GET', path, { as: 'demo-planning-key' });
  const rows: { item: string; quantity: number; coveredBy: { state: string } | null }[] = body.items;
  return rows
    .filter((row) => row.item === item && row.coveredBy?.state === 'pending')
    .reduce((sum, row) => sum + row.quantity, 0);
}
