import { problem } from '#shared/kernel/problem.ts';
import {
  type DiscrepancyClass,
  type DiscrepancyDetails,
  discrepancyCodes,
  firstResponsible,
} from '#shared/ledger/discrepancy.ts';
import { statement } from '../db/statement.ts';
import { publishEvent } from '../events.ts';
import type { AppTrx } from '../store.ts';
import { openStatus } from './literals.ts';

const insertDiscrepancy = statement<{
  id: string;
  warehouse: string;
  commandId: string;
  problem: string;
  at: number;
  class: string;
  responsible: string;
  details: string;
}>()((k, p) =>
  k.insertInto('exception_case').values({
    id: p('id'),
    kind: 'discrepancy',
    warehouse: p('warehouse'),
    command_id: p('commandId'),
    status: 'open',
    problem: p('problem'),
    opened_at: p('at'),
    class: p('class'),
    responsible: p('responsible'),
    details: p('details'),
  }),
);

const withdrawOpen = statement<{ id: string; at: number; by: string; action: string; reason: string }>()((k, p) =>
  k
    .updateTable('exception_case')
    .set({ status: 'resolved', resolved_at: p('at'), resolved_by: p('by'), action: p('action'), reason: p('reason') })
    .where('id', '=', p('id'))
    .where('status', '=', openStatus)
    .returning('details'),
);

/**
 * Closes what a command found once that command was taken back: the goods were never there. Nothing where it found
 * nothing, or somebody has settled it.
 */
export async function withdrawDiscrepancy(
  trx: AppTrx,
  found: { readonly commandId: string; readonly by: string; readonly undoneBy: string; readonly warehouse: string },
): Promise<void> {
  const id = `${found.commandId}.discrepancy`;
  const closing = { id, at: trx.now, by: found.by, action: 'withdrawn', reason: found.undoneBy };
  const row = await trx.one(withdrawOpen, closing);
  const sourceSystem = row && (JSON.parse(row.details ?? '{}') as DiscrepancyDetails).sourceSystem;
  if (sourceSystem === undefined) return;
  const { warehouse } = found;
  publishEvent(trx, {
    id: `${id}.withdrawn`,
    type: 'discrepancy.resolved',
    sourceSystem,
    warehouse,
    subject: id,
    data: { discrepancy: id, warehouse, action: 'withdrawn', reason: found.undoneBy },
  });
}

export interface DiscrepancyDraft {
  /** The command that found it: one discrepancy each. */
  readonly commandId: string;
  readonly warehouse: string;
  /** Whose goods: that ERP hears of it. Null where nobody's are named. */
  readonly sourceSystem: string | null;
  readonly class: DiscrepancyClass;
  readonly details: DiscrepancyDetails;
}

/**
 * Records a discrepancy with the desk that sees to it first, and tells the source system by an event. Answers its id.
 */
export async function openDiscrepancy(trx: AppTrx, draft: DiscrepancyDraft): Promise<string> {
  const { commandId, warehouse, sourceSystem } = draft;
  const details = { ...(sourceSystem !== null && { sourceSystem }), ...draft.details };
  const id = `${commandId}.discrepancy`;
  const responsible = firstResponsible(draft.class);
  await trx.one(insertDiscrepancy, {
    id,
    warehouse,
    commandId,
    problem: JSON.stringify(problem(discrepancyCodes[draft.class])),
    at: trx.now,
    class: draft.class,
    responsible,
    details: JSON.stringify(details),
  });
  if (sourceSystem !== null) {
    publishEvent(trx, {
      id,
      type: 'discrepancy.opened',
      sourceSystem,
      warehouse,
      subject: id,
      data: { discrepancy: id, warehouse, class: draft.class, responsible, ...draft.details },
    });
  }
  return id;
}
