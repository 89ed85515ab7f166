import type { Command } from '#shared/command/envelope.ts';
import { decideSkip, type SkipBody, skip } from '#shared/picking/skip.ts';
import { lockPickWork, workFacts } from '../platform/facts/pick-work.queries.ts';
import { handler } from '../platform/handler.ts';
import { lineFacts } from './pick-facts.ts';
import { skipLine } from './undo.queries.ts';

export const skipHandler = handler({
  operation: skip,
  facts: async (trx, { body: asked }: Command<SkipBody>) => {
    const work = await lockPickWork(trx, asked.work);
    return {
      work: work ? workFacts(work, trx.now) : null,
      line: work ? await lineFacts(trx, work.id, asked.line) : null,
      isWorkNews: false,
    };
  },
  decide: decideSkip,
  apply: async (trx, { warehouse }, { plan }) => {
    await trx.one(skipLine, { work: plan.work, line: plan.line, reason: plan.reason });
    trx.publish({ kind: 'thing', thing: 'pickWork', key: plan.work, warehouse, deleted: false });
    return undefined;
  },
});
