import type { Command } from '#shared/command/envelope.ts';
import { decideWithdraw, type WithdrawBody, type WithdrawFacts, withdraw } from '#shared/counting/withdraw.ts';
import { countPlansOf } from '../platform/facts/count-plans.queries.ts';
import { withdrawCountWork } from '../platform/facts/count-work.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { noteWithdrawn, taskOf } from './count.queries.ts';
import { lockCountWork } from './count-facts.ts';

export const withdrawHandler = handler({
  operation: withdraw,
  facts,
  decide: decideWithdraw,
  apply: async (trx, { warehouse, operator, body }, { plan: { work, count } }) => {
    await withdrawCountWork(trx, warehouse, work);
    if (count !== null) {
      await trx.one(noteWithdrawn, { number: count, by: operator, at: trx.now, reason: body.reason });
    }
    return undefined;
  },
});

async function facts(trx: AppTrx, { warehouse, body }: Command<WithdrawBody>): Promise<WithdrawFacts> {
  const work = await lockCountWork(trx, warehouse, body.work);
  if (!work) return { work };
  const { id, status, count } = work;
  return { work: { id, status, count: count?.id ?? null, plan: await planThatAsksAgain(trx, warehouse, id) } };
}

/** The plan of the calendar that made the work, while it is in use. */
async function planThatAsksAgain(trx: AppTrx, warehouse: string, work: string): Promise<string | null> {
  const task = await trx.one(taskOf, { work });
  if (task?.origin !== 'plan') return null;
  const plan = (await countPlansOf(trx, warehouse)).find(({ code }) => code === task.plan);
  return plan?.isActive === true && plan.everyDays !== null ? plan.code : null;
}
