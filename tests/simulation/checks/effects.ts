import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import { outboundRules } from './effects-out.ts';
import {
  type Announced,
  type Conversion,
  type Known,
  type Rule,
  whyNotAll,
  whyNotGoods,
  whyNotMove,
  whyNotOpposite,
} from './moved.ts';

/**
 * Every command that was carried out made its own deltas, once and to the piece; whatever else is in the feed was made
 * by nobody. `deltas` are those of locations: both ends of every move.
 */
export function checkEffects(
  deeds: readonly Deed[],
  deltas: readonly DeltaRow[],
  perUnit: Conversion,
  announced: Announced = () => undefined,
): string[] {
  const wrong: string[] = [];
  const byCommand = Map.groupBy(deltas, ({ commandId }) => commandId);
  const byId = new Map(deeds.map((deed) => [deed.id, deed]));
  for (const [id, made] of byCommand) {
    const deed = byId.get(id);
    if (!deed) wrong.push(`${made.length} deltas name the command ${id}, which nobody made`);
    else if (!deed.made) wrong.push(`${deed.type} ${id} is ${deed.outcome} and moved stock all the same`);
  }
  const transactions = new Set<string>();
  for (const { transactionId, quantity, position } of deltas) {
    const leg = `${transactionId} ${Math.sign(quantity)}`;
    if (transactions.has(leg)) wrong.push(`delta ${position} is the second one of ${transactionId}`);
    transactions.add(leg);
  }
  for (const deed of deeds) {
    if (!deed.made) continue;
    const rule = rules[deed.type] ?? whyNotStill;
    const why = rule(deed, byCommand.get(deed.id) ?? [], { byCommand, perUnit, announced });
    if (why) wrong.push(`${deed.type} ${deed.id} ${JSON.stringify(deed.body)}: ${why}`);
  }
  return wrong;
}

const rules: Readonly<Record<string, Rule>> = {
  ...outboundRules,
  'receiving.register': whyNotRegistered,
  'receiving.undo_registration': ({ body }, made, { byCommand }) =>
    whyNotOpposite(byCommand.get(String(body.registration).replace('command:', '')) ?? [], made),
  'putaway.put': (deed, made, known) => whyNotMove(deed, made, known),
  'inventory.move': (deed, made, known) => whyNotMove(deed, made, known),
  'counting.count': ({ made: result }, made) => whyNotCounted(made, result?.outcome === 'posted'),
  'counting.review': ({ body }, made) => whyNotCounted(made, body.decision === 'accept'),
  'inventory.adjust': (deed, made, known) =>
    whyNotGoods(deed, made, known) ?? whyNotAll(made, 'location', deed.body.location),
};

/** Everything else moves nothing. What was decided on moves stock in the name of the command that waited. */
function whyNotStill(_: Deed, made: readonly DeltaRow[]): string | undefined {
  return made.length === 0 ? undefined : 'it moved stock';
}

/** What is found different changes the books where it is accepted, and only there; see `checkCounts` for how much. */
function whyNotCounted(made: readonly DeltaRow[], isAccepted: boolean): string | undefined {
  return isAccepted || made.length === 0 ? whyNotAll(made, 'reason', 'count') : 'it changed the books';
}

function whyNotRegistered(deed: Deed, made: readonly DeltaRow[], known: Known): string | undefined {
  const { registrations, licensePlate } = deed.made ?? {};
  const count = (registrations as readonly unknown[] | undefined)?.length ?? 0;
  if (made.length !== count) return `it made ${made.length} deltas and ${count} registrations`;
  if (made.some(({ quantity, reason }) => quantity <= 0 || reason !== 'receive')) return 'it did not only receive';
  // One scan of a plate that was announced brings all that is to be on it and on the plates on it.
  if (deed.body.item === undefined) return made.length === 0 ? 'it brought nothing' : known.announced(deed, made);
  return whyNotGoods(deed, made, known) ?? whyNotAll(made, 'licensePlate', licensePlate ?? null);
}
