import { type BindFacts, bind, decideBind } from '#shared/unknown-codes/bind.ts';
import { codeOf } from '#shared/unknown-codes/code-of.ts';
import { TryAgain } from '../platform/db/locking.ts';
import { itemsByNumber, lockItem } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import { itemsWith } from './items-with.ts';
import { bindBarcode, calledOtherwise, codeInInbox, decideCode } from './unknown-codes.queries.ts';

export const bindHandler = handler({
  operation: bind,

  facts: async (trx, { body: asked }): Promise<BindFacts> => {
    const row = await trx.one(codeInInbox.lock[trx.dialect], { code: asked.code });
    const items = await itemsByNumber(trx, asked.item);
    const suspicion = codeOf(asked.code, { currentYear: new Date(trx.now).getUTCFullYear() })?.suspicion ?? null;
    return {
      status: row?.status ?? null,
      boundTo: row?.number ?? null,
      items: items.filter(({ sourceSystem }) => (asked.sourceSystem ?? sourceSystem) === sourceSystem),
      itemsWithCode: await itemsWith(trx, asked.code),
      namesOther: (await trx.one(calledOtherwise, { code: asked.code }))?.what ?? null,
      checkDigit: suspicion?.code === 'scan.check_digit' ? suspicion : null,
    };
  },

  decide: decideBind,

  apply: async (trx, { id: commandId, operator: by }, { plan }) => {
    const { code, item, unit, quantity } = plan;
    await lockItem(trx, item.key);
    const bound = { code, itemKey: item.key, unit, quantity: String(quantity), at: trx.now };
    if ((await trx.count(bindBarcode, bound)) === 0)
      throw new TryAgain(`the code ${code} was bound at the same moment`);
    await trx.one(decideCode, { ...bound, status: 'bound', by, reason: null });
    trx.publish({ kind: 'thing', thing: 'item', key: item.key, warehouse: '', deleted: false });
    const after = { item: item.key, unit, quantity };
    const change = { action: bind.type, subject: `barcode/${code}`, before: null, after };
    trx.publish({ kind: 'audit', id: commandId, at: trx.now, actor: by, commandId, ...change });
    return undefined;
  },
});
