import { codeOf } from '#shared/unknown-codes/code-of.ts';
import { decideReport, report } from '#shared/unknown-codes/report.ts';
import { scanRulesOf } from '../platform/facts/scan-rules.queries.ts';
import { handler } from '../platform/handler.ts';
import { itemsWith } from './items-with.ts';
import { countSeen, insertSighting } from './unknown-codes.queries.ts';

export const reportHandler = handler({
  operation: report,

  facts: async (trx, { body: asked, warehouse }) => {
    const rules = await scanRulesOf(trx, warehouse);
    const read = codeOf(asked.text, { ...rules, currentYear: new Date(trx.now).getUTCFullYear() }, asked.symbology);
    const [item = null] = read ? await itemsWith(trx, read.code) : [];
    return { read, item };
  },

  decide: decideReport,

  apply: async (trx, { id, warehouse, operator, device, occurredAt, body: asked }, { plan }) => {
    const { code, suspicion, isKnown } = plan;
    // Somebody has said meanwhile what it is: the device hears of it with its next sync.
    if (isKnown) return undefined;
    await trx.one(countSeen, { code, suspicion: suspicion && JSON.stringify(suspicion), at: trx.now });
    const { text: scanned, symbology = null, flow = null, step = null, location = null, order = null } = asked;
    const { work = null, licensePlate = null, note = null, photos = [], before = [] } = asked;
    await trx.one(insertSighting, {
      ...{ id, code, warehouse, scanned, symbology, flow, step, location, order, work, licensePlate, note },
      photos: JSON.stringify(photos),
      before: JSON.stringify(before),
      ...{ by: operator, device, at: Date.parse(occurredAt) },
    });
    return undefined;
  },
});
