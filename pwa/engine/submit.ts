import type { Problem } from '#shared/kernel/problem.ts';
import type { Reversal } from '../store/provisional.ts';
import { type CommandDraft, newCommandId } from '../store/queue.ts';
import type { Words } from '../ui/words.ts';
import type { RunnerOptions } from './runner.ts';

/** Why a command is not queued: the shared rule refuses it on what the device knows. */
export interface NotDone {
  readonly problem: Problem;
}

/** What a flow's `submit` or an undo asks for. */
interface Asked extends Reversal {
  readonly told: Words;
  readonly takesPlate: boolean;
}

/** A command ready for the queue, after the shared rule was asked; what the rule refuses the worker corrects on the spot. */
export async function draftCommand(
  { environment, session, device, operations, things }: RunnerOptions,
  { type, version, body, effects, told, takesPlate }: Asked,
): Promise<CommandDraft | NotDone> {
  const id = newCommandId(environment);
  const { warehouse } = session;
  const { badge } = session.operator;
  const occurredAt = new Date(environment.clock.now()).toISOString();
  const command = { id, type, version, warehouse, body, device, occurredAt, knownAt: null, operator: badge };
  const operation = operations.find((known) => known.operation.type === type);
  const judgement = operation ? await operation.judge(command, things) : nothingKnown;
  if (judgement.problem) return { problem: judgement.problem };
  return {
    ...{ id, type, version, badge, warehouse, takesPlate, session: session.session, words: told },
    body: { ...body },
    causedBy: judgement.causedBy,
    effects: effects?.(id) ?? judgement.effects,
  };
}

const nothingKnown = { problem: null, effects: [], causedBy: null } as const;
