import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import {
  decideUndo,
  type RegistrationFacts,
  type UndoFacts,
  type UndoPlan,
  type UndoRegistrationBody,
  type UndoResult,
  undoRegistration,
} from '#shared/receiving/undo-registration.ts';
import { withdrawDiscrepancy } from '../platform/facts/discrepancies.queries.ts';
import { publishLoad } from '../platform/facts/loads.queries.ts';
import { othersTookFromPlace, othersTookFromPlate } from '../platform/facts/news.queries.ts';
import { carriersOf } from '../platform/facts/plate-family.queries.ts';
import { lockPlate, workOfLoose, workOfPlate } from '../platform/facts/plates.queries.ts';
import { addOnLoad, addRegistered } from '../platform/facts/registrations.queries.ts';
import { settleWorkOfPlate } from '../platform/facts/settle-work.ts';
import { lockItem } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems, lockStockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import { endWork } from '../platform/facts/work.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { fillExpected } from './load-facts.queries.ts';
import { lowerManual } from './manual-receipt.ts';
import {
  endRegistration,
  lockRegistrations,
  registrationsNamed,
  standingOf,
  withdrawCoverage,
} from './undo-registration.queries.ts';

export const undoRegistrationHandler = handler({
  operation: undoRegistration,
  facts,
  decide: decideUndo,
  reconsider,
  apply,
});

async function facts(trx: AppTrx, command: Command<UndoRegistrationBody>): Promise<Facts> {
  const rows = await lockRegistrations(trx, registrationsNamed(command.body.registration));
  const registrations: AnnouncedRegistration[] = [];
  for (const row of rows) registrations.push(await withWork(trx, row, rows));
  return { registrations, isMoveNews: false };
}

async function reconsider(
  trx: AppTrx,
  command: Command<UndoRegistrationBody>,
  known: Facts,
  { code }: Problem,
): Promise<Facts> {
  if (code !== 'receiving.already_put_away') return known;
  return { ...known, isMoveNews: await isMoveNews(trx, command, known.registrations) };
}

/** With the line of its plate's announcement that it filled. */
interface AnnouncedRegistration extends RegistrationFacts {
  readonly expectedLine: number | null;
}

interface Facts extends UndoFacts {
  readonly registrations: readonly AnnouncedRegistration[];
}

type Row = Awaited<ReturnType<typeof lockRegistrations>>[number];

async function withWork(trx: AppTrx, row: Row, all: readonly Row[]): Promise<AnnouncedRegistration> {
  const { warehouse, location } = row;
  const isLoose = row.license_plate === '';
  if (isLoose) await lockItem(trx, row.item_key);
  else await lockPlate(trx, row.license_plate);
  const openWork = isLoose
    ? await workOfLoose(trx, { warehouse, location, itemKey: row.item_key })
    : await workOfPlate(trx, row.license_plate);
  const stock = isLoose
    ? (await lockStockOfItems(trx, warehouse, location, [{ key: row.item_key }])).filter(
        (each) => each.licensePlate === '',
      )
    : await lockStockOnPlate(trx, row.license_plate);
  const undone = all.filter(
    (other) => other.license_plate === row.license_plate && (!isLoose || other.item_key === row.item_key),
  );
  return {
    id: row.id,
    entry: row.entry_id,
    warehouse,
    order: row.order_key,
    line: row.line_number,
    load: row.load_number,
    loadStatus: row.load_status,
    documentNumber: row.document_number,
    expectedLine: row.expected_line,
    item: row.item_key,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    inventoryStatus: row.inventory_status,
    licensePlate: isLoose ? null : row.license_plate,
    location,
    quantityBase: row.quantity_base,
    status: row.status,
    cameFrom: row.from_location,
    atDockBase: totalBase(stock.filter((each) => isSame(each, row))),
    openWork,
    othersOnWorkBase: totalBase(stock) - undone.reduce((sum, other) => sum + other.quantity_base, 0),
  };
}

/** Whether a row of stock is exactly the goods of a registration, where they were registered. */
function isSame(stock: StockRow, row: Row): boolean {
  return (
    stock.location === row.location &&
    stock.item === row.item_key &&
    stock.owner === row.owner &&
    stock.lot === (row.lot ?? '') &&
    stock.serial === (row.serial ?? '') &&
    stock.inventoryStatus === row.inventory_status
  );
}

async function isMoveNews(
  trx: AppTrx,
  command: Command<UndoRegistrationBody>,
  registrations: readonly RegistrationFacts[],
): Promise<boolean> {
  for (const { licensePlate, warehouse, location, item } of registrations) {
    const isNews =
      licensePlate === null
        ? await othersTookFromPlace(trx, { warehouse, location, itemKeys: [item] }, command)
        : await othersTookFromPlate(trx, licensePlate, command);
    if (isNews) return true;
  }
  return false;
}

async function apply(
  trx: AppTrx,
  command: Command<UndoRegistrationBody>,
  { plan }: Applied<UndoPlan, UndoResult>,
  { registrations }: Facts,
): Promise<undefined> {
  const { warehouse } = command;
  for (const { load, licensePlate, expectedLine, quantityBase } of registrations) {
    if (licensePlate === null || expectedLine === null) continue;
    await trx.one(fillExpected, { load, licensePlate, position: expectedLine, quantityBase: -quantityBase });
    trx.publish({ kind: 'thing', thing: 'expectedPlate', key: licensePlate, warehouse, deleted: false });
  }
  for (const load of new Set(registrations.map((each) => each.load))) publishLoad(trx, load, warehouse);
  for (const { id, order, line, load, quantityBase, licensePlate, openWork } of plan.registrations) {
    const less = { orderKey: order, line, quantityBase: -quantityBase };
    invariant(await trx.one(endRegistration, { id }), `the registration ${id} stood`);
    await trx.one(withdrawCoverage, { id });
    await trx.one(addRegistered, less);
    await trx.one(addOnLoad, { ...less, load, expectedBase: 0, overPercent: '0' });
    await lowerManual(trx, order, line);
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key: order, warehouse, deleted: false });
    if (licensePlate !== null) {
      trx.publish({ kind: 'thing', thing: 'licensePlate', key: licensePlate, warehouse, deleted: false });
    }
    // It tells how much of the goods orders wait for.
    if (openWork !== null) trx.publish({ kind: 'thing', thing: 'work', key: openWork, warehouse, deleted: false });
  }
  for (const id of plan.cancelledWork) await endWork(trx, { id, warehouse, status: 'cancelled', to: null });
  await settleCarriers(trx, command, registrations);
  for (const commandId of new Set(plan.registrations.map(({ id }) => id.slice(0, id.lastIndexOf('.'))))) {
    if (await trx.one(standingOf, registrationsNamed(`command:${commandId}`))) continue;
    await withdrawDiscrepancy(trx, { commandId, warehouse, by: command.operator, undoneBy: command.id });
  }
  return undefined;
}

/** Goods on nested plates wait by the put-away of the plate that carries them: it ends when nothing is left of them. */
async function settleCarriers(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<UndoRegistrationBody>,
  registrations: Facts['registrations'],
): Promise<void> {
  const carriers = new Set<string>();
  for (const licensePlate of new Set(registrations.map((each) => each.licensePlate))) {
    if (licensePlate === null) continue;
    for (const number of await carriersOf(trx, licensePlate)) carriers.add(number);
  }
  for (const key of carriers) {
    await settleWorkOfPlate(trx, { commandId, warehouse }, key);
    trx.publish({ kind: 'thing', thing: 'licensePlate', key, warehouse, deleted: false });
  }
}
