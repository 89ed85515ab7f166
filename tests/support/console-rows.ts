import { uuidV7 } from '#shared/kernel/id.ts';
import { hashSecret } from '../../api/platform/secrets.ts';
import type { AppStore, AppTrx } from '../../api/platform/store.ts';

const start = Date.parse('2026-03-02T06:00:00Z');
const minute = 60_000;

/**
 * A small warehouse to look at, written straight into the tables: messages in every state, two orders, documents,
 * stock, decisions, and a person `X-4001` who supervises WEST alone. Nobody could be asked for it in one step.
 */
export async function seedConsole(store: AppStore): Promise<void> {
  const passwordHash = await hashSecret('4001');
  await store.write(async (trx) => {
    await seedPeople(trx, passwordHash);
    await seedMessages(trx);
    await seedOrders(trx);
    await seedDocuments(trx);
    await seedStock(trx);
    await seedCommands(trx);
  });
}

async function seedPeople(trx: AppTrx, passwordHash: string): Promise<void> {
  const person = { badge: 'X-4001', name: 'Xenia West', language: 'es', password_hash: passwordHash };
  await trx.k
    .insertInto('person')
    .values({ ...person, roles: JSON.stringify({ WEST: 'supervisor' }), failed_attempts: 0, version: 1 })
    .execute();
  const contact = { enrolled_at: start, last_contact_at: start, last_sequence: 4, waiting_commands: 3 };
  await trx.k
    .insertInto('device')
    .values({ id: 'HH-1', ...contact })
    .execute();
  const session = { id: 'session-1', token_hash: 'none', badge: 'W-1001', device: 'HH-1' };
  await trx.k
    .insertInto('session')
    .values({ ...session, created_at: start, expires_at: start + minute })
    .execute();
}

async function seedMessages(trx: AppTrx): Promise<void> {
  const other = {
    code: 'OTHER',
    name: 'Other',
    settings: '{}',
    warehouses: '["EAST"]',
    owners: '["OTHER"]',
    version: 1,
  };
  await trx.k.insertInto('source_system').values(other).execute();
  const errors = [
    {
      pointer: '/order/lines/0/unit',
      code: 'message.unit_unknown',
      params: { item: 'A0001', unit: 'crate', units: 'pcs, case' },
      value: 'crate',
    },
    { pointer: '/order/warehouse', code: 'message.warehouse_unknown', value: 'NORTH' },
  ];
  const rows = [
    { number: 1, id: 'm-first', status: 'accepted', order: 'PO-1', errors: [] },
    { number: 2, id: 'm-failed', status: 'failed', order: 'PO-1', errors },
    { number: 3, id: 'm-parked', status: 'parked', order: 'PO-3', errors: [] },
    { number: 4, id: 'm-other', status: 'draft', order: 'PO-1', errors: [], sourceSystem: 'OTHER' },
  ];
  for (const { number, id, status, order, errors: wrong, sourceSystem = 'DEMO' } of rows) {
    await trx.k
      .insertInto('message')
      .values({
        source_system: sourceSystem,
        message_id: id,
        number,
        type: 'inbound-shipment-order',
        operation: 'upsert',
        lane: `order:${order}`,
        body: JSON.stringify({ messageId: id, order: { orderNumber: order } }),
        content_hash: id,
        status,
        errors: JSON.stringify(wrong),
        waiting_for: status === 'parked' ? 'A9999' : null,
        order_number: sourceSystem === 'OTHER' ? 'PO-77' : order,
        origin: 'integration',
        received_at: start + number * minute,
        processed_at: null,
      })
      .execute();
  }
}

async function seedOrders(trx: AppTrx): Promise<void> {
  await trx.k
    .insertInto('item')
    .values({
      item_key: 'DEMO:A0001',
      source_system: 'DEMO',
      number: 'A0001',
      description: 'Rye flour',
      base_unit: 'kg',
      decimals: 1,
      lot_tracked: 0,
      serial_tracked: 0,
      expiry_tracked: 0,
      status: 'active',
      document: '{}',
      version: 1,
      changed_at: start,
    })
    .execute();
  const barcode = { code: '04006381333931', item_key: 'DEMO:A0001', unit: 'kg', quantity: '1' };
  await trx.k.insertInto('item_barcode').values(barcode).execute();
  for (const [index, [number, status]] of [['PO-1', 'open'] as const, ['PO-2', 'received'] as const].entries()) {
    const document = { consigner: { name: 'Northern Mills' }, plannedReceiptStart: '2026-03-02T06:00:00Z' };
    await trx.k
      .insertInto('inbound_order')
      .values({
        order_key: `DEMO:${number}`,
        source_system: 'DEMO',
        order_number: number,
        warehouse: 'EAST',
        order_type: 'Purchase order',
        status,
        document: JSON.stringify(document),
        created_at: start - index * minute,
        changed_at: start,
        version: 1,
      })
      .execute();
  }
  const lines = [
    { line: 1, expected: 24, registered: 24, received: 12, status: 'open' },
    { line: 2, expected: 24, registered: 12, received: 0, status: 'open' },
    { line: 3, expected: 24, registered: 0, received: 0, status: 'cancelled' },
  ];
  for (const { line, expected, registered, received, status } of lines) {
    await trx.k
      .insertInto('inbound_order_line')
      .values({
        order_key: 'DEMO:PO-1',
        line_number: line,
        item_key: 'DEMO:A0001',
        unit: 'kg',
        quantity: '2.4',
        quantity_base: expected,
        over_percent: '10',
        under_percent: '0',
        inventory_status: 'available',
        owner: 'DEMO',
        lot: null,
        status,
        registered_base: registered,
        received_base: received,
        document: '{}',
      })
      .execute();
  }
  const load = { load_number: 'LD-1', warehouse: 'EAST', status: 'open', source_system: 'DEMO' };
  await trx.k
    .insertInto('inbound_load')
    .values({ ...load, created_at: start, version: 1 })
    .execute();
  await trx.k
    .insertInto('inbound_shipment')
    .values({ load_number: 'LD-1', order_key: 'DEMO:PO-1', shipment: 'SH-1' })
    .execute();
  const loadLine = { load_number: 'LD-1', order_key: 'DEMO:PO-1', line_number: 1, expected_base: 24 };
  await trx.k
    .insertInto('inbound_load_line')
    .values({ ...loadLine, over_percent: '10', registered_base: 24 })
    .execute();
  await trx.k
    .insertInto('registration')
    .values({
      id: 'r-1',
      command_id: 'c-1',
      load_number: 'LD-1',
      order_key: 'DEMO:PO-1',
      line_number: 1,
      item_key: 'DEMO:A0001',
      owner: 'DEMO',
      inventory_status: 'available',
      license_plate: 'LP-1',
      location: 'DOCK-01',
      quantity_base: 12,
      entry_id: 'c-1:0',
      status: 'received',
      document_number: 'SR-00000001',
      occurred_at: start,
    })
    .execute();
}

async function seedDocuments(trx: AppTrx): Promise<void> {
  const said = (result: string) =>
    JSON.stringify({ result, reference: 'B-1', reason: null, at: '2026-03-02T07:00:00Z' });
  const rows = [
    { number: 'SR-00000001', version: 1, active: 0, acknowledgement: said('posted') },
    { number: 'SR-00000001', version: 2, active: 1, acknowledgement: null },
    { number: 'SR-00000002', version: 1, active: 1, acknowledgement: said('rejected') },
  ];
  for (const { number, version, active, acknowledgement } of rows) {
    await trx.k
      .insertInto('document')
      .values({
        kind: 'shipment-receipt',
        number,
        version,
        active,
        supersedes: version > 1 ? version - 1 : null,
        posting_status: 'ready',
        source_system: 'DEMO',
        warehouse: 'EAST',
        body: JSON.stringify({ documentNumber: number, version, quantityChannel: true, lines: [{ item: 'A0001' }] }),
        made_at: start,
        command_id: commandId(start, 0),
        acknowledged_at: acknowledgement === null ? null : start,
        acknowledgement,
      })
      .execute();
  }
}

async function seedStock(trx: AppTrx): Promise<void> {
  await trx.k
    .insertInto('item')
    .values({
      item_key: 'DEMO:B0001',
      source_system: 'DEMO',
      number: 'B0001',
      description: 'Oats',
      base_unit: 'pcs',
      decimals: 0,
      lot_tracked: 0,
      serial_tracked: 0,
      expiry_tracked: 0,
      status: 'active',
      document: '{}',
      version: 1,
      changed_at: start,
    })
    .execute();
  await trx.k.insertInto('license_plate').values({ number: 'LP-1', warehouse: 'EAST', created_at: start }).execute();
  const rows = [
    { location: 'DOCK-01', item: 'DEMO:A0001', plate: 'LP-1', quantity: 12, reserved: 0 },
    { location: 'A-01-02-1', item: 'DEMO:A0001', plate: '', quantity: 35, reserved: 5 },
    { location: 'A-01-02-1', item: 'DEMO:B0001', plate: '', quantity: 9, reserved: 0 },
  ];
  for (const { location, item, plate, quantity, reserved } of rows) {
    const kind = { owner: 'DEMO', lot: '', serial: '', inventory_status: 'available' };
    const place = { warehouse: 'EAST', location, item_key: item, license_plate: plate };
    await trx.k
      .insertInto('balance')
      .values({ ...place, ...kind, quantity_base: quantity, reserved_base: reserved })
      .execute();
  }
  const work = { id: 'w-1', type: 'putaway', warehouse: 'EAST', status: 'open', license_plate: 'LP-1' };
  await trx.k
    .insertInto('work')
    .values({ ...work, from_location: 'DOCK-01', quantity_base: 12, command_id: 'c-1', created_at: start, version: 1 })
    .execute();
}

async function seedCommands(trx: AppTrx): Promise<void> {
  const rows = [
    { sequence: 1, at: start, outcome: 'applied' },
    { sequence: 2, at: trx.now, outcome: 'applied' },
    { sequence: 3, at: trx.now, outcome: 'refused' },
    { sequence: 4, at: trx.now, outcome: 'held' },
    { sequence: 5, at: trx.now, outcome: 'held', causedBy: commandId(trx.now, 4) },
  ];
  for (const { sequence, at, outcome, causedBy } of rows) {
    await trx.k
      .insertInto('command')
      .values({
        id: commandId(at, sequence === 1 ? 0 : sequence),
        type: 'receiving.register',
        version: 1,
        device: 'HH-1',
        sequence,
        warehouse: 'EAST',
        operator: 'W-1001',
        occurred_at: at,
        received_at: at,
        caused_by: causedBy ?? null,
        content_hash: '',
        body: JSON.stringify({ order: 'PO-2', item: 'A0001', quantity: 1, unit: 'kg', location: 'DOCK-01' }),
        outcome,
      })
      .execute();
  }
  const cases = [
    { n: 4, status: 'open', code: 'receiving.order_closed', params: { order: 'PO-2', status: 'received' } },
    { n: 5, status: 'open', code: 'command.cause_not_applied', params: { outcome: 'held' } },
    { n: 3, status: 'resolved', code: 'session.revoked', params: { operator: 'W-1001' } },
  ];
  for (const { n, status, code, params } of cases) {
    const decided = { resolved_at: trx.now, resolved_by: 'S-2001', action: 'dismiss', reason: 'twice' };
    await trx.k
      .insertInto('exception_case')
      .values({
        id: commandId(trx.now, n),
        kind: 'held_command',
        warehouse: 'EAST',
        command_id: commandId(trx.now, n),
        status,
        problem: JSON.stringify({ code, params }),
        opened_at: trx.now + n,
        ...(status === 'resolved' && decided),
      })
      .execute();
  }
}

function commandId(at: number, n: number): string {
  return uuidV7(at, new Uint8Array(10).fill(n + 1));
}
