import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideSetOverDelivery,
  type SetOverDeliveryBody,
  type SetOverDeliveryFacts,
  type SetOverDeliveryPlan,
  type SetOverDeliveryResult,
  setOverDelivery,
} from '#shared/receiving/set-over-delivery.ts';
import { publishLoad } from '../platform/facts/loads.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { setLoadLinePercent } from './load-commands.queries.ts';
import { lineOnLoad, loadFacts } from './load-facts.ts';
import { lockLoadableOrders } from './loadable-lines.ts';

export const setOverDeliveryHandler = handler({
  operation: setOverDelivery,
  facts,
  decide: decideSetOverDelivery,
  apply,
});

async function facts(trx: AppTrx, { body: asked }: Command<SetOverDeliveryBody>): Promise<SetOverDeliveryFacts> {
  const { orders, lines } = await lockLoadableOrders(trx, [asked.order], asked.sourceSystem);
  const load = await loadFacts(trx, asked.load);
  const line = lines.find((each) => each.line === asked.line);
  if (!line) return { load, orders, line: null };
  return { load, orders, line: { ...line, onLoad: await lineOnLoad(trx, asked.load, line) } };
}

async function apply(
  trx: AppTrx,
  { id, type, operator, warehouse, body: asked }: Command<SetOverDeliveryBody>,
  { plan }: Applied<SetOverDeliveryPlan, SetOverDeliveryResult>,
): Promise<undefined> {
  const { load, order, line, before, percent } = plan;
  await trx.one(setLoadLinePercent, { load, orderKey: order, line, percent: String(percent) });
  trx.publish({
    kind: 'audit',
    id,
    at: trx.now,
    actor: operator,
    action: type,
    subject: `${load} ${order} ${line}`,
    before: { overDeliveryPercent: before },
    after: { overDeliveryPercent: percent, reason: asked.reason },
    commandId: id,
  });
  publishLoad(trx, load, warehouse);
  return undefined;
}
