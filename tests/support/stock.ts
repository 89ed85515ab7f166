import { randomBytes } from 'node:crypto';
import { uuidV7 } from '#shared/kernel/id.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { post } from '../../api/platform/ledger.ts';
import type { AppTrx } from '../../api/platform/store.ts';
import type { TestApp } from './app.ts';

/** An item of the demo's source system, straight into the table. */
export async function addItem(app: TestApp, number: string, decimals = 0): Promise<string> {
  const key = itemKey('DEMO', number);
  const flags = { lot_tracked: 0, serial_tracked: 0, expiry_tracked: 0, shelf_life_days: null };
  await app.services.store.write(async (trx) => {
    await trx.k
      .insertInto('item')
      .values({
        item_key: key,
        source_system: 'DEMO',
        number,
        description: number,
        base_unit: 'pcs',
        decimals,
        ...flags,
        unit_cost: null,
        abc_class: null,
        status: 'active',
        document: '{}',
        version: 1,
        changed_at: trx.now,
      })
      .execute();
  });
  return key;
}

export interface Movement {
  readonly item: string;
  readonly quantityBase: number;
  readonly from: string;
  readonly to: string;
  readonly lot?: string;
  readonly warehouse?: string;
  readonly fromStatus?: string;
  readonly toStatus?: string;
  readonly reason?: EntryDraft['reason'];
  readonly coverage?: EntryDraft['coverage'];
}

/** Moves stock in one transaction of the ledger, without a command's rule before it. Answers the id of the command. */
export async function moveStock(app: TestApp, ...movements: Movement[]): Promise<string> {
  const commandId = uuidV7(Date.now(), randomBytes(10));
  await app.services.store.write((trx) => postMovements(trx, commandId, movements));
  return commandId;
}

/** The same inside a transaction that is open already. */
export async function postMovements(trx: AppTrx, commandId: string, movements: readonly Movement[]): Promise<void> {
  const warehouse = movements[0]?.warehouse ?? 'EAST';
  await post(
    trx,
    { commandId, warehouse, operator: 'W-1001', device: 'HH-1', occurredAt: trx.now },
    movements.map(draft),
  );
}

function draft(movement: Movement): EntryDraft {
  const { item, quantityBase, lot, coverage } = movement;
  const status = movement.fromStatus ?? 'available';
  return {
    item,
    owner: 'DEMO',
    lot: lot ?? null,
    serial: null,
    quantityBase,
    from: { location: movement.from, licensePlate: null, inventoryStatus: status },
    to: { location: movement.to, licensePlate: null, inventoryStatus: movement.toStatus ?? status },
    reason: movement.reason ?? 'move',
    ...(coverage && { coverage }),
  };
}
