import { type Command, commandReference } from '#shared/command/envelope.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotPlateAt } from '#shared/ledger/arriving-goods.ts';
import type { RegisterFacts } from './facts.ts';
import type { RegisterBody } from './register-body.ts';

/**
 * What is wrong with the plate: what keeps the server from giving a number, `receiving.plate_unknown` (no plate came of
 * the command named), `receiving.plate_put_away` (its goods left the dock), `receiving.plate_elsewhere` (it is in use
 * at another place).
 */
export function whyNotPlate(command: Command<RegisterBody>, facts: RegisterFacts, location: string): Problem | null {
  const asked = command.body.licensePlate;
  const { plate } = facts;
  if (!plate) {
    if (facts.newPlate !== null && typeof facts.newPlate !== 'string') return facts.newPlate;
    const isReference = typeof asked === 'string' && commandReference(asked) !== null;
    return isReference ? problem('receiving.plate_unknown', { licensePlate: asked }) : null;
  }
  return whyNotPlateAt(plate, command.warehouse, location);
}
