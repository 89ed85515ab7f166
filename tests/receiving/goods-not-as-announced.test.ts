import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

onBothDatabases('goods that are not as announced', (app) => {
  let number = 0;

  async function orderOf(item: object = {}) {
    number += 1;
    const itemNumber = `Q${number}`;
    const order = `PO-Q${number}`;
    await haveItems(app(), [{ number: itemNumber, ...item }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item: itemNumber, quantity: 1000 }] }]);
    return { order, line: 1, item: itemNumber, quantity: 5, unit: 'pcs' };
  }

  async function discrepancyOf(command: { id: string }) {
    return app()
      .services.store.read.k.selectFrom('exception_case')
      .select(['class', 'status', 'action', 'details'])
      .where('id', '=', `${command.id}.discrepancy`)
      .executeTakeFirst();
  }

  test.each([
    ['a condition that has a class', { condition: 'damage', inventoryStatus: 'damaged' }, 'damage', undefined],
    ['a condition in words', { condition: 'corner is wet' }, 'other', 'corner is wet'],
    ['a status that was not expected', { inventoryStatus: 'quality' }, 'quality', undefined],
    ['goods put into quarantine', { inventoryStatus: 'quarantine' }, 'quality', undefined],
    ['photos alone', { photos: ['0198f6c2-0000-7000-8000-00000000f001'] }, 'other', undefined],
    ['nothing', {}, undefined, undefined],
    ['the status that was expected anyway', { inventoryStatus: 'available' }, undefined, undefined],
  ])('registered with %s', async (_name, extra, found, note) => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf();
    const result = await device.do('receiving.register', { ...body, ...extra });
    expect(result.problem).toBeNull();
    const discrepancy = await discrepancyOf(result);
    expect(discrepancy?.class).toBe(found);
    if (!discrepancy) return;
    const { load, ...details } = JSON.parse(discrepancy.details ?? '{}');
    expect(load).toMatch(/^LD-/);
    expect(details).toEqual({
      sourceSystem: 'DEMO',
      order: body.order,
      line: 1,
      licensePlate: result.result.licensePlate,
      location: 'DOCK-01',
      item: body.item,
      quantity: 5,
      unit: 'pcs',
      ...(note !== undefined && { note }),
      ...('photos' in extra && { photos: extra.photos }),
    });
  });

  test('taken back, they were never there to be settled', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const result = await device.do('receiving.register', { ...(await orderOf()), condition: 'damage' });
    await device.do('receiving.undo_registration', { registration: `command:${result.id}` });
    expect(await discrepancyOf(result)).toMatchObject({ status: 'resolved', action: 'withdrawn' });
  });

  const tracked = { lot: true, expiry: true, extra: { shelfLifeDays: 100 } };

  async function settings(shelfLife: string, minimumShelfLifePercent: number) {
    await app().services.store.write((trx) =>
      trx.k
        .updateTable('source_system')
        .set({ settings: JSON.stringify({ shelfLife, minimumShelfLifePercent }) })
        .where('code', '=', 'DEMO')
        .execute(),
    );
  }

  test.each([
    ['the date has passed', 'warn', 0, -2, {}, 'receiving.expired'],
    ['the date has passed, but they are set aside', 'warn', 0, -2, { inventoryStatus: 'damaged' }, 'applied'],
    ['the date has passed, and nobody looks', 'off', 0, -2, {}, 'applied'],
    ['enough is left', 'block', 50, 60, {}, 'applied'],
    ['too little is left, and that is refused', 'block', 50, 40, {}, 'receiving.shelf_life_short'],
    ['too little is left, but they are set aside', 'block', 50, 40, { inventoryStatus: 'quality' }, 'applied'],
    ['too little is left, and that is said', 'warn', 50, 40, {}, 'applied with receiving.shelf_life_short'],
  ])('with an expiry date: %s', async (_name, setting, percent, days, extra, outcome) => {
    await settings(setting, percent);
    const device = await Device.signIn(app(), 'W-1001');
    const lot = { lot: 'L1', expiryDate: inDays(days) };
    const result = await device.do('receiving.register', { ...(await orderOf(tracked)), ...lot, ...extra });
    const [warning] = result.result?.warnings ?? [];
    expect(result.problem?.code ?? (warning ? `applied with ${warning.code}` : 'applied')).toBe(outcome);
    if (warning) expect(await discrepancyOf(result)).toMatchObject({ class: 'expiry' });
    await settings('warn', 0);
  });

  const serialised = { serial: true };
  const serialsOf = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

  test('five hundred serials are one scan of a plate, and each is there once', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf(serialised);
    const serials = serialsOf('FIVE', 500);
    const result = await device.do('receiving.register', { ...body, quantity: 500, serials });
    expect(result.result.registrations).toHaveLength(500);
    const stock = await app().call('GET', `/api/device/stock?licensePlate=${result.result.licensePlate}`, {
      as: device.token,
    });
    expect(new Set(stock.body.items.map((row: { serial: string }) => row.serial))).toEqual(new Set(serials));
  });

  test('of many serials, those that are in the building are named each with its place, and nothing is done', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf(serialised);
    await device.do('receiving.register', { ...body, quantity: 2, serials: ['TWICE-3', 'TWICE-7'] });
    const refused = await device.do('receiving.register', { ...body, quantity: 10, serials: serialsOf('TWICE', 10) });
    expect(refused).toMatchObject({
      outcome: 'refused',
      problem: {
        code: 'receiving.serial_in_stock',
        errors: [
          { pointer: '/body/serials/3', code: 'receiving.serial_in_stock', value: 'TWICE-3' },
          { pointer: '/body/serials/7', code: 'receiving.serial_in_stock', value: 'TWICE-7' },
        ],
      },
    });
    const mended = await device.do('receiving.register', {
      ...body,
      quantity: 8,
      serials: serialsOf('TWICE', 10).filter((serial) => !['TWICE-3', 'TWICE-7'].includes(serial)),
    });
    expect(mended.outcome).toBe('applied');
  });

  test('a serial scanned twice on one plate is named with its place', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf(serialised);
    const refused = await device.do('receiving.register', { ...body, quantity: 3, serials: ['A', 'B', 'A'] });
    expect(refused.problem).toMatchObject({
      code: 'receiving.serial_repeated',
      errors: [{ pointer: '/body/serials/2', value: 'A' }],
    });
  });
});
