import type { Command } from '#shared/command/envelope.ts';
import {
  type DecideBody,
  type DecideFacts,
  decideDismiss,
  decideUnbind,
  dismiss,
  unbind,
} from '#shared/unknown-codes/dismiss.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { barcodeOf, codeInInbox, decideCode, unbindBarcode } from './unknown-codes.queries.ts';

export const dismissHandler = handler({
  operation: dismiss,
  facts,
  decide: decideDismiss,
  apply: async (trx, { operator: by }, { plan: { code, reason } }) => {
    const nothing = { itemKey: null, unit: null, quantity: null };
    await trx.one(decideCode, { code, status: 'dismissed', by, reason, at: trx.now, ...nothing });
    return undefined;
  },
});

export const unbindHandler = handler({
  operation: unbind,
  facts,
  decide: decideUnbind,
  apply: async (trx, { id: commandId, operator: by }, { plan: { code, reason, itemKey } }) => {
    const nothing = { itemKey: null, unit: null, quantity: null };
    await trx.one(decideCode, { code, status: 'open', by, reason, at: trx.now, ...nothing });
    if (itemKey !== null) {
      await trx.one(unbindBarcode, { code, itemKey });
      trx.publish({ kind: 'thing', thing: 'item', key: itemKey, warehouse: '', deleted: false });
    }
    const change = { action: unbind.type, subject: `barcode/${code}`, before: { item: itemKey }, after: { reason } };
    trx.publish({ kind: 'audit', id: commandId, at: trx.now, actor: by, commandId, ...change });
    return undefined;
  },
});

async function facts(trx: AppTrx, { body: { code } }: Command<DecideBody>): Promise<DecideFacts> {
  const row = await trx.one(codeInInbox.lock[trx.dialect], { code });
  const itemKey = row?.item_key ?? null;
  const barcode = itemKey === null ? undefined : await trx.one(barcodeOf, { code, itemKey });
  return { status: row?.status ?? null, itemKey, isErps: barcode?.bound_at === null };
}
