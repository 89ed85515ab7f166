import { byPercent } from '#shared/kernel/quantity.ts';
import type { TestApp } from './app.ts';

/**
 * What is wrong after a day on the floor, looked at from outside the code that wrote it: the items and orders of a run
 * begin with its name. Empty when everything is right.
 */
export async function faultsOfFloor(app: TestApp, run: string): Promise<string[]> {
  const { k } = app.services.store.read;
  const entries = await k.selectFrom('ledger_entry').selectAll().where('item_key', 'like', `DEMO:${run}-%`).execute();
  const balances = await k.selectFrom('balance').selectAll().where('item_key', 'like', `DEMO:${run}-%`).execute();
  const deltas = await k
    .selectFrom('inventory_delta')
    .selectAll()
    .where('item_key', 'like', `DEMO:${run}-%`)
    .orderBy('position')
    .execute();
  const coverage = new Map((await k.selectFrom('coverage').selectAll().execute()).map((row) => [row.id, row.state]));
  const faults: string[] = [];

  const rebuilt = new Map<string, number>();
  const add = (
    location: string,
    plate: string | null,
    status: string,
    entry: (typeof entries)[number],
    sign: number,
  ) => {
    if (location.startsWith('@')) return;
    const key = [location, entry.item_key, entry.owner, entry.lot ?? '', entry.serial ?? '', status, plate ?? ''].join(
      '|',
    );
    rebuilt.set(key, (rebuilt.get(key) ?? 0) + sign * entry.quantity_base);
  };
  for (const entry of entries) {
    add(entry.from_location, entry.from_plate, entry.from_status, entry, -1);
    add(entry.to_location, entry.to_plate, entry.to_status, entry, 1);
  }
  const kept = new Map(
    balances.map((row) => [
      [row.location, row.item_key, row.owner, row.lot, row.serial, row.inventory_status, row.license_plate].join('|'),
      row.quantity_base,
    ]),
  );
  for (const [key, quantity] of rebuilt) {
    if (quantity !== (kept.get(key) ?? 0))
      faults.push(`${key}: the ledger says ${quantity}, the balance ${kept.get(key) ?? 0}`);
    if (quantity < 0) faults.push(`${key} is below zero`);
  }
  for (const [key, quantity] of kept) {
    if (!rebuilt.has(key)) faults.push(`${key}: a balance of ${quantity} without a ledger`);
    if (quantity <= 0) faults.push(`${key}: a balance of ${quantity} is kept`);
  }

  const onHand = balances.reduce((sum, row) => sum + row.quantity_base, 0);
  const told = deltas
    .filter((delta) => delta.warehouse_level === 1)
    .reduce((sum, delta) => sum + delta.quantity_base, 0);
  if (told !== onHand) faults.push(`planners were told of ${told}, ${onHand} are there`);
  const pending = entries
    .filter((entry) => entry.coverage !== null && coverage.get(entry.coverage) === 'pending')
    .reduce((sum, entry) => sum + (entry.to_location.startsWith('@') ? -1 : 1) * entry.quantity_base, 0);
  const booked = await bookedByErp(app, run);
  if (booked !== onHand - pending)
    faults.push(`the ERP booked ${booked} of ${onHand}, of which ${pending} are not reported`);

  faults.push(...(await faultsOfOrder(app, run)), ...(await faultsOfPlaces(app, run, balances)));
  return faults;
}

/** What an ERP books that reads both feeds from the start. */
async function bookedByErp(app: TestApp, run: string): Promise<number> {
  const rows = await app.services.store.read.k.selectFrom('document').selectAll().where('active', '=', 1).execute();
  return rows
    .flatMap((row) => JSON.parse(row.body).lines as { item: string; receivedQuantity?: number; difference?: number }[])
    .filter((line) => line.item.startsWith(`${run}-`))
    .reduce((sum, line) => sum + (line.receivedQuantity ?? line.difference ?? 0), 0);
}

async function faultsOfOrder(app: TestApp, run: string): Promise<string[]> {
  const { k } = app.services.store.read;
  const key = `DEMO:${run}`;
  const lines = await k.selectFrom('inbound_order_line').selectAll().where('order_key', '=', key).execute();
  const registrations = await k.selectFrom('registration').selectAll().where('order_key', '=', key).execute();
  const faults: string[] = [];
  for (const line of lines) {
    const active = registrations.filter((each) => each.line_number === line.line_number && each.status === 'active');
    const sum = active.reduce((total, each) => total + each.quantity_base, 0);
    const reported = active.filter((each) => each.document_number !== null);
    const received = reported.reduce((total, each) => total + each.quantity_base, 0);
    const limit = byPercent(line.quantity_base, Number(line.over_percent));
    if (sum !== line.registered_base)
      faults.push(`line ${line.line_number}: ${sum} registered, ${line.registered_base} kept`);
    if (received !== line.received_base)
      faults.push(`line ${line.line_number}: ${received} received, ${line.received_base} kept`);
    if (sum > limit) faults.push(`line ${line.line_number}: ${sum} registered, at most ${limit} are allowed`);
  }
  const open = await k
    .selectFrom('inbound_load')
    .select('load_number')
    .where('status', '=', 'open')
    .where('load_number', 'in', (sub) =>
      sub.selectFrom('inbound_shipment').select('load_number').where('order_key', '=', key),
    )
    .execute();
  if (open.length > 1) faults.push(`the order is on ${open.length} open loads`);
  return faults;
}

interface Balance {
  readonly location: string;
  readonly item_key: string;
  readonly license_plate: string;
}

async function faultsOfPlaces(app: TestApp, run: string, balances: readonly Balance[]): Promise<string[]> {
  const { k } = app.services.store.read;
  const faults: string[] = [];
  const plates = Map.groupBy(
    balances.filter((row) => row.license_plate !== ''),
    (row) => row.license_plate,
  );
  for (const [plate, rows] of plates) {
    const places = new Set(rows.map((row) => row.location));
    if (places.size > 1) faults.push(`plate ${plate} is at ${[...places].join(' and ')}`);
  }
  for (const location of await k.selectFrom('location').selectAll().where('zone', '=', run).execute()) {
    const rows = balances.filter((row) => row.location === location.code);
    const units = new Set(rows.map((row) => row.license_plate)).size;
    if (location.capacity_plates !== null && units > location.capacity_plates)
      faults.push(`${location.code} holds ${units} plates`);
    const items = new Set(rows.map((row) => row.item_key)).size;
    if (location.mixed_items === 0 && items > 1) faults.push(`${location.code} mixes ${items} items`);
  }
  const works = await k
    .selectFrom('work')
    .selectAll()
    .where('status', '=', 'open')
    .where((eb) =>
      eb.or([
        eb('item_key', 'like', `DEMO:${run}-%`),
        eb('license_plate', 'in', (sub) =>
          sub.selectFrom('registration').select('license_plate').where('order_key', '=', `DEMO:${run}`),
        ),
      ]),
    )
    .execute();
  const waiting = new Set(
    balances
      .filter((row) => row.location.startsWith('DOCK'))
      .map((row) => (row.license_plate === '' ? `${row.item_key}@${row.location}` : row.license_plate)),
  );
  const open = works.map((work) => work.license_plate ?? `${work.item_key}@${work.from_location}`);
  for (const goods of waiting) if (!open.includes(goods)) faults.push(`nobody is to put away ${goods}`);
  for (const goods of open) if (!waiting.has(goods)) faults.push(`${goods} is to be put away and is not at a dock`);
  if (new Set(open).size < open.length) faults.push('the same goods are to be put away twice');
  return faults;
}
