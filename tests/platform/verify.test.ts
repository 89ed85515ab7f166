import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepSnapshots } from '../../api/planning/keep-snapshots.ts';
import { findingLines } from '../../api/platform/verify/verify-books.ts';
import { verifyLedger } from '../../api/platform/verify/verify-ledger.ts';
import { walkQuickly } from '../../api/platform/verify/walk-quickly.ts';
import { type OwnTestApp, onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';
import { rawSql } from '../support/raw-sql.ts';
import { addItem, moveStock } from '../support/stock.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('proving the books', (app) => {
  let device: Device;
  beforeAll(async () => {
    device = await aDayOnTheFloor(app());
  });

  test('after receiving, undoing, put-away, adjusting and completing, everything adds up', async () => {
    const findings = await books(app());
    expect(findingLines(findings).filter((line) => !line.endsWith('right'))).toEqual([]);
    expect(findings.map(({ rows, of }) => `${rows} ${of}`)).toEqual([
      '8 links',
      '8 entries',
      '9 deltas',
      '0 positions',
      '4 balances',
      '5 sums',
      '0 items',
      '0 promises and order lines',
      '6 plates and serial numbers',
      '12 commands',
      '2 devices',
      '10 lines and registrations',
      '2 versions',
      '0 slips',
      '0 returns',
      '0 rows',
    ]);
  });

  test('what waits for its position is not held against the books', async () => {
    await device.do('receiving.register', { order: 'PO-V2', item: 'V-LOT', lot: 'L1', quantity: 1, unit: 'pcs' });
    expect(faultsOf(await verified(app()))).toEqual([]);
  });

  test('where all is right it is proved quickly, also from balances that were kept on the way', async () => {
    const { store } = app().services;
    const fine = await addItem(app(), 'V-FINE', 3);
    const moved = { item: fine, quantityBase: 1_250, lot: 'ÄÖ "quoted" \\ 漢' };
    await moveStock(app(), { ...moved, from: '@adjustment', to: 'DOCK-01' }).then(appliedAs(app()));
    await moveStock(app(), { ...moved, from: 'DOCK-01', to: 'QC-01', toStatus: 'blocked' }).then(appliedAs(app()));
    await whenPublished(app());
    const whole = await walkQuickly(store.read, null);
    expect(whole?.map(({ entries, deltas }) => [entries, deltas])).toEqual([[expect.any(Number), expect.any(Number)]]);
    await keepSnapshots(store, { between: 10 });
    expect(await walkQuickly(store.read, null)).toEqual(whole);
    const inThreads = await walkQuickly(store.read, app().databaseUrl, { perThread: 10 });
    expect(inThreads?.length).toBeGreaterThan(1);
    const last = inThreads?.at(-1);
    expect([last?.lastHash, last?.quantity]).toEqual([whole?.[0]?.lastHash, whole?.[0]?.quantity]);
    const entries = inThreads?.reduce((sum, part) => sum + part.entries, 0);
    expect(entries).toBe(whole?.[0]?.entries);
    const all = await books(app());
    const ofLedger = all.filter(({ check }) => ['hash chain', 'ledger entries', 'balances'].includes(check));
    expect(await verifyLedger(store.read, app().databaseUrl, 10)).toEqual(ofLedger);
    expect(await verifyLedger(store.read)).toEqual(ofLedger);
    expect(faultsOf(await books(app()))).toEqual([]);
  });

  /** Each row is changed by other means than the program's, and found by name. `undo` puts it right again. */
  describe('a row that was changed by other means is named', () => {
    test.each<[what: string, check: string, row: RegExp, change: string, undo: string]>([
      [
        'the quantity of an entry',
        'hash chain',
        /ledger .*:0/,
        `update ledger_entry set quantity_base = quantity_base + 1 where reason = 'put'`,
        `update ledger_entry set quantity_base = quantity_base - 1 where reason = 'put'`,
      ],
      [
        'a balance',
        'balances',
        /EAST \| A-01-02-1 \| DEMO:V-LOT/,
        `update balance set quantity_base = quantity_base + 1 where location = 'A-01-02-1'`,
        `update balance set quantity_base = quantity_base - 1 where location = 'A-01-02-1'`,
      ],
      [
        'a sum that snapshots are made of',
        'snapshots',
        /EAST \| \(all\) \| DEMO:V-LOT/,
        `update published_balance set quantity_base = quantity_base + 1 where location = '' and item_key = 'DEMO:V-LOT'`,
        `update published_balance set quantity_base = quantity_base - 1 where location = '' and item_key = 'DEMO:V-LOT'`,
      ],
      [
        'what of a sum no ERP was told of',
        'snapshots',
        /EAST \| \(all\) \| DEMO:V-LOT/,
        `update published_balance set unreported_base = unreported_base + 1 where location = '' and item_key = 'DEMO:V-LOT'`,
        `update published_balance set unreported_base = unreported_base - 1 where location = '' and item_key = 'DEMO:V-LOT'`,
      ],
      [
        'what counts as told by a receipt',
        'not reported',
        /EAST \| DEMO:V-LOT/,
        `update coverage set state = 'pending' where document_number = 'SR-00000001' and id in (select coverage from ledger_entry where lot = 'L1')`,
        `update coverage set state = 'reported' where document_number = 'SR-00000001'`,
      ],
      [
        'the channel of a registration on a receipt',
        'documents',
        /SR-00000001/,
        `update coverage set channel = 'update-log', document_number = null where document_number = 'SR-00000001'`,
        `update coverage set channel = 'documents', document_number = 'SR-00000001' where channel = 'update-log'`,
      ],
      [
        'a receipt that does not count any more, which nobody reversed',
        'documents',
        /SR-00000001 version 1/,
        `update document set active = 0 where number = 'SR-00000001'`,
        `update document set active = 1 where number = 'SR-00000001'`,
      ],
      [
        'what stands after a change',
        'deltas',
        /position \d+/,
        `update inventory_delta set on_hand_after = '99' || on_hand_after where quantity_base = 5 and warehouse_level = 1`,
        `update inventory_delta set on_hand_after = substr(on_hand_after, 3) where quantity_base = 5 and warehouse_level = 1`,
      ],
      [
        'how an item is counted',
        'deltas',
        /position \d+/,
        `update item set decimals = 2 where item_key = 'DEMO:V-LOT'`,
        `update item set decimals = 0 where item_key = 'DEMO:V-LOT'`,
      ],
      [
        'a link of the chain',
        'hash chain',
        /position \d+/,
        `update chain set hash = 'x' || hash where subject like '%:1'`,
        `update chain set hash = substr(hash, 2) where subject like '%:1'`,
      ],
      [
        'the plate of goods, so that it stands in two places',
        'plates and serials',
        /^\d{18}$/,
        `update balance set license_plate = (select max(license_plate) from balance where location = 'DOCK-01') where location = 'A-01-02-1'`,
        `update balance set license_plate = (select number from license_plate where command_id = (select command_id from ledger_entry where reason = 'receive' and lot = 'L1' and quantity_base = 5)) where location = 'A-01-02-1'`,
      ],
      [
        'a serial number',
        'plates and serials',
        /V-SERIAL SN-1/,
        `update balance set serial = 'SN-1' where serial = 'SN-2'`,
        `update balance set serial = 'SN-2' where serial = 'SN-1' and location = 'DOCK-02'`,
      ],
      [
        'what a line says is registered',
        'orders and registrations',
        /PO-V1 line 1/,
        `update inbound_order_line set registered_base = registered_base + 1 where order_key = 'DEMO:PO-V1' and line_number = 1`,
        `update inbound_order_line set registered_base = registered_base - 1 where order_key = 'DEMO:PO-V1' and line_number = 1`,
      ],
      [
        'what a line says is received',
        'documents',
        /PO-V1 line 1/,
        `update inbound_order_line set received_base = received_base + 1 where order_key = 'DEMO:PO-V1' and line_number = 1`,
        `update inbound_order_line set received_base = received_base - 1 where order_key = 'DEMO:PO-V1' and line_number = 1`,
      ],
      [
        'a stored receipt',
        'documents',
        /SR-00000001 version 1/,
        `update document set body = replace(body, '"receivedQuantity":5', '"receivedQuantity":6') where number = 'SR-00000001'`,
        `update document set body = replace(body, '"receivedQuantity":6', '"receivedQuantity":5') where number = 'SR-00000001'`,
      ],
      [
        'a journal in its feed',
        'documents',
        /CJ-00000001 version 1/,
        `update feed_entry set body = replace(body, '"difference":-2', '"difference":-3') where subject = 'CJ-00000001'`,
        `update feed_entry set body = replace(body, '"difference":-3', '"difference":-2') where subject = 'CJ-00000001'`,
      ],
      [
        'a command that moved goods',
        'ledger entries',
        /:0$/,
        `update command set outcome = 'refused' where type = 'putaway.put'`,
        `update command set outcome = 'applied' where type = 'putaway.put'`,
      ],
      [
        'a number of a device',
        'numbers of devices',
        /^HH-V$/,
        `update command set sequence = 90 where device = 'HH-V' and sequence = 2`,
        `update command set sequence = 2 where device = 'HH-V' and sequence = 90`,
      ],
      [
        'the owner of what an entry says covers it',
        'ledger entries',
        /:0$/,
        `update coverage set id = 'x' || id where kind = 'counting-journal'`,
        `update coverage set id = substr(id, 2) where kind = 'counting-journal'`,
      ],
      [
        'a balance that was kept',
        'kept balances',
        /position \d+, EAST \| DOCK-01/,
        `update stock_snapshot_row set quantity_base = quantity_base + 1 where location = 'DOCK-01'`,
        `update stock_snapshot_row set quantity_base = quantity_base - 1 where location = 'DOCK-01'`,
      ],
      [
        'a kept balance of what was not there',
        'kept balances',
        /position \d+, EAST \| NOWHERE/,
        `insert into stock_snapshot_row select position, 'NOWHERE', warehouse, item_key, owner, lot, inventory_status, 5 from stock_snapshot_row where location = 'DOCK-02'`,
        `delete from stock_snapshot_row where location = 'NOWHERE'`,
      ],
      [
        'who made a change, in the feed',
        'deltas',
        /position \d+/,
        `update inventory_delta set body = replace(body, '"reason":"put"', '"reason":"pot"')`,
        `update inventory_delta set body = replace(body, '"reason":"pot"', '"reason":"put"')`,
      ],
    ])('%s', async (_, check, row, change, undo) => {
      await rawSql(app(), change);
      const faults = faultsOf(await books(app()));
      await rawSql(app(), undo);
      expect(faults.filter((fault) => fault.check === check && row.test(fault.row))).not.toEqual([]);
      expect(faultsOf(await books(app()))).toEqual([]);
    });

    test('also where only the ledger is proved', async () => {
      await rawSql(app(), `update ledger_entry set quantity_base = quantity_base + 1 where reason = 'put'`);
      const faults = faultsOf(await verifyLedger(app().services.store.read));
      await rawSql(app(), `update ledger_entry set quantity_base = quantity_base - 1 where reason = 'put'`);
      expect(new Set(faults.map(({ check }) => check))).toEqual(new Set(['hash chain', 'balances']));
      expect(faultsOf(await verifyLedger(app().services.store.read))).toEqual([]);
    });
  });

  test('a row that was removed is missed, and one that was added stands out', async () => {
    const { store } = app().services;
    const link = await store.read.k
      .selectFrom('chain')
      .selectAll()
      .where('subject', 'like', '%:1')
      .executeTakeFirstOrThrow();
    await rawSql(app(), `delete from chain where position = ${link.position}`);
    const missed = faultsOf(await books(app()));
    await store.write(async (trx) => trx.k.insertInto('chain').values(link).execute());
    expect(missed.map((fault) => [fault.check, fault.row])).toContainEqual(['ledger entries', link.subject]);

    const id = `${randomBytes(4).toString('hex')}:0`;
    await rawSql(
      app(),
      `insert into ledger_entry (id, command_id, ${everyColumnBut}) select '${id}', 'nobody', ${everyColumnBut} from ledger_entry where reason = 'put'`,
    );
    const added = faultsOf(await books(app()));
    await rawSql(app(), `delete from ledger_entry where id = '${id}'`);
    expect(added.map((fault) => [fault.check, fault.row])).toContainEqual(['ledger entries', id]);
    expect(added.some((fault) => fault.check === 'balances')).toBe(true);
    expect(faultsOf(await books(app()))).toEqual([]);
  });
});

const everyColumnBut = [
  ...['warehouse', 'item_key', 'owner', 'lot', 'serial', 'quantity_base', 'from_location', 'from_plate', 'from_status'],
  ...['to_location', 'to_plate', 'to_status', 'reason', 'reason_code', 'corrects', 'coverage', 'operator', 'device'],
  ...['occurred_at', 'recorded_at'],
].join(', ');

/** Two items received on one order, one of them put away, one registration undone, one adjustment, the receipt. */
async function aDayOnTheFloor(app: OwnTestApp): Promise<Device> {
  await haveItems(app, [
    { number: 'V-LOT', lot: true },
    { number: 'V-SERIAL', serial: true },
  ]);
  const line = { item: 'V-LOT', quantity: 20 };
  await haveOrders(app, [
    {
      orderNumber: 'PO-V1',
      lines: [
        { lineNumber: 1, ...line },
        { lineNumber: 2, item: 'V-SERIAL', quantity: 4 },
      ],
    },
    { orderNumber: 'PO-V2', lines: [{ lineNumber: 1, ...line }] },
  ]);
  const device = await Device.signIn(app, 'S-2001', { id: 'HH-V' });
  await Device.signIn(app, 'W-1001', { id: 'HH-IDLE' });
  const of = { order: 'PO-V1', location: 'DOCK-01', unit: 'pcs' };
  const plate = device.command('receiving.register', { ...of, line: 1, item: 'V-LOT', lot: 'L1', quantity: 5 });
  const wrong = device.command('receiving.register', { ...of, line: 1, item: 'V-LOT', lot: 'L2', quantity: 3 });
  const other = { ...of, line: 2, item: 'V-SERIAL', quantity: 2 };
  const results = await device.send(
    plate,
    wrong,
    device.command('receiving.undo_registration', { registration: `command:${wrong.id}` }),
    device.command('receiving.register', { ...other, serials: ['SN-1', 'SN-3'] }),
    device.command('receiving.register', { ...other, quantity: 1, serials: ['SN-2'], location: 'DOCK-02' }),
    device.command('putaway.put', { licensePlate: `command:${plate.id}`, to: 'A-01-02-1', overrideReason: 'other' }),
    device.command('inventory.adjust', {
      ...{ location: 'A-01-02-1', licensePlate: `command:${plate.id}`, item: 'V-LOT', lot: 'L1' },
      ...{ quantity: -2, unit: 'pcs', reason: 'damaged' },
    }),
    device.command('receiving.complete', { order: 'PO-V1', acceptDifferences: true }),
  );
  expect(
    results.map((result: { outcome: string; problem: object | null }) => result.problem ?? result.outcome),
  ).toEqual(Array.from({ length: 8 }, () => 'applied'));
  return device;
}

/** Movements without a command's rule need a command all the same. */
function appliedAs(app: OwnTestApp) {
  return (id: string) =>
    rawSql(
      app,
      `insert into command (id, type, version, device, warehouse, operator, occurred_at, received_at, content_hash, body, outcome)
       values ('${id}', 'inventory.change', 1, 'HH-1', 'EAST', 'W-1001', 0, 0, '', '{}', 'applied')`,
    );
}

async function books(app: OwnTestApp) {
  await whenPublished(app);
  return verified(app);
}

function faultsOf(findings: Awaited<ReturnType<typeof verified>>) {
  return findings.flatMap(({ check, faults }) => faults.map((fault) => ({ check, ...fault })));
}
