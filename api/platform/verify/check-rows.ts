import type { Runner } from '../db/connection.ts';
import type { RowOf } from '../db/statement.ts';
import { Check } from './findings.ts';
import {
  announcedWithRegistrations,
  commandCount,
  commandsWithoutEnd,
  commandsWithoutEntries,
  firstHole,
  heldWithoutCase,
  type linesWithRegistrations,
  loadLinesWithRegistrations,
  numbersOfDevices,
  plateCount,
  platesInTwoPlaces,
  registrationCount,
  registrationsAtOdds,
  serialsTwice,
} from './rows.queries.ts';

/** Every command came to an end, and what it did to stock is in the ledger. */
export async function checkCommands(read: Runner): Promise<Check> {
  const check = new Check('commands', 'commands');
  check.rows = (await read.one(commandCount, {}))?.rows ?? 0;
  for (const { id, type } of await read.all(commandsWithoutEntries, {}))
    check.fault(id, `${type} was applied but moved nothing`);
  for (const { id, outcome } of await read.all(commandsWithoutEnd, {})) check.fault(id, `its outcome is ${outcome}`);
  for (const { id } of await read.all(heldWithoutCase, {}))
    check.fault(id, 'it is held, but nobody is asked to decide');
  return check;
}

/** Devices number their commands 1, 2, 3… without holes. */
export async function checkDevices(read: Runner): Promise<Check> {
  const check = new Check('numbers of devices', 'devices');
  for (const device of await read.all(numbersOfDevices, {})) {
    check.rows += 1;
    check.same(device.id, 'its last number', device.last, device.highest ?? 0);
    if (device.different !== device.count) check.fault(device.id, 'a number was used twice');
    if (device.different === (device.highest ?? 0)) continue;
    const hole = await read.one(firstHole, { device: device.id });
    check.fault(device.id, `number ${(hole?.sequence ?? 0) + 1} is missing`);
  }
  return check;
}

/** A licence plate stands in one place; a serial number is one piece in one place. */
export async function checkPlaces(read: Runner): Promise<Check> {
  const check = new Check('plates and serials', 'plates and serial numbers');
  check.rows = (await read.one(plateCount, {}))?.rows ?? 0;
  for (const row of await read.all(platesInTwoPlaces, {})) {
    check.fault(row.license_plate, `it stands in ${row.first} and in ${row.last}`);
  }
  for (const row of await read.all(serialsTwice, {})) {
    check.rows += 1;
    const name = `${row.item_key} ${row.serial}`;
    if (row.places > 1) check.fault(name, `it stands in ${row.places} places`);
    check.same(name, 'its quantity', row.quantity_base, 10 ** row.decimals);
  }
  return check;
}

/** What order lines and loads say was registered and received is what the registrations add up to. */
export async function checkOrders(
  read: Runner,
  lines: readonly RowOf<typeof linesWithRegistrations>[],
): Promise<Check> {
  const check = new Check('orders and registrations', 'lines and registrations');
  check.rows = (await read.one(registrationCount, {}))?.rows ?? 0;
  for (const row of lines) {
    check.rows += 1;
    const name = `${row.order_key} line ${row.line_number}`;
    check.same(name, 'what it says is registered', row.registered_base, row.registered_sum);
    check.same(name, 'what it says is received', row.received_base, row.received_sum);
  }
  for (const row of await read.all(loadLinesWithRegistrations, {})) {
    check.rows += 1;
    const name = `${row.load_number}, ${row.order_key} line ${row.line_number}`;
    check.same(name, 'what it says is registered', row.registered_base, row.registered_sum);
  }
  for (const row of await read.all(announcedWithRegistrations, {})) {
    check.rows += 1;
    const name = `${row.load_number}, plate ${row.license_plate} line ${row.position}`;
    check.same(name, 'what it says is registered', row.registered_base, row.registered_sum);
  }
  for (const row of await read.all(registrationsAtOdds, {})) {
    check.same(row.id, 'its quantity in the ledger', row.entry_base, row.quantity_base);
    const should = row.document_number === null && row.channel !== 'update-log' ? 'not reported' : 'reported';
    if (row.state === null || (row.state === 'reported') !== (should === 'reported'))
      check.same(row.id, 'its coverage', row.state, should);
    else {
      const document = row.channel === 'update-log' ? null : row.document_number;
      check.same(row.id, 'the document that covers it', row.covered_by, document);
    }
  }
  return check;
}
