import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { outside } from '#shared/ledger/place.ts';

const body = z.strictObject({
  /** A registration, or `command:<id>` for all that this command registered. */
  registration: z.string().min(1).max(96),
});

export type UndoRegistrationBody = z.infer<typeof body>;

/** The worker counted wrong or scanned the wrong plate: the registration is taken back while the goods are at the dock. */
export const undoRegistration = operation({ type: 'receiving.undo_registration', version: 1, body });

/** A registration as it was made, and what became of it since. Keys and base steps. */
export interface RegistrationFacts {
  readonly id: string;
  readonly entry: string;
  readonly warehouse: string;
  readonly order: string;
  readonly line: number;
  readonly load: string;
  readonly loadStatus: string;
  /** The receipt that tells of it already, where a load has several; missing on a device, which would not know it. */
  readonly documentNumber?: string | null;
  readonly item: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly inventoryStatus: string;
  readonly licensePlate: string | null;
  readonly location: string;
  readonly quantityBase: number;
  /** `active`, or `undone`. */
  readonly status: string;
  /** The place outside that the goods came from; missing: their supplier. */
  readonly cameFrom?: string;
  /** How much of exactly these goods is still at the dock, on the plate they were registered on. */
  readonly atDockBase: number;
  /** The open put-away of these goods. */
  readonly openWork: string | null;
  /** What else, of any item, that put-away is for. */
  readonly othersOnWorkBase: number;
}

export interface UndoFacts {
  readonly registrations: readonly RegistrationFacts[];
  /** The goods moved after the device's `knownAt`; false on a device. */
  readonly isMoveNews: boolean;
}

export interface UndoPlan {
  readonly registrations: readonly RegistrationFacts[];
  /** Put-away that has nothing left to put. */
  readonly cancelledWork: readonly string[];
}

export type UndoResult = Readonly<Record<string, never>>;

/**
 * Refusals, in this order: `receiving.registration_unknown`; `receiving.wrong_warehouse`;
 * `receiving.registration_undone` already; `receiving.load_completed` or, of a load with several receipts,
 * `receiving.registration_reported` the ERP was told;
 * `receiving.already_put_away` the goods, or some of them, left the dock (held when they left after `knownAt`).
 */
export function decideUndo(command: Command<UndoRegistrationBody>, facts: UndoFacts): Decision<UndoPlan, UndoResult> {
  const { registrations } = facts;
  const why = whyNotUndo(command, facts);
  if (why) return why.code === 'receiving.already_put_away' && facts.isMoveNews ? held(why) : refused(why);
  const plan = { registrations, cancelledWork: emptiedWork(registrations) };
  return applied(plan, {}, registrations.map(reversalOf));
}

function whyNotUndo(
  { body: asked, warehouse }: Command<UndoRegistrationBody>,
  { registrations }: UndoFacts,
): Problem | null {
  const [first] = registrations;
  const named = commandReference(asked.registration) ?? asked.registration;
  if (!first) return problem('receiving.registration_unknown', { registration: named });
  if (first.warehouse !== warehouse) {
    return problem('receiving.wrong_warehouse', { order: first.order, warehouse: first.warehouse });
  }
  if (registrations.some((each) => each.status !== 'active')) {
    return problem('receiving.registration_undone', { registration: named });
  }
  const completed = registrations.find((each) => each.loadStatus !== 'open');
  if (completed) return problem('receiving.load_completed', { load: completed.load });
  const reported = registrations.find((each) => (each.documentNumber ?? null) !== null);
  if (reported) {
    return problem('receiving.registration_reported', { documentNumber: reported.documentNumber ?? '' });
  }
  const needed = neededBase(registrations);
  const gone = registrations.find((each) => each.atDockBase < (needed.get(goodsOf(each)) ?? 0));
  return gone
    ? problem('receiving.already_put_away', { licensePlate: gone.licensePlate ?? '', location: gone.location })
    : null;
}

/** Several registrations of one command can be of the very same goods: together they must still be there. */
function neededBase(registrations: readonly RegistrationFacts[]): Map<string, number> {
  const needed = new Map<string, number>();
  for (const each of registrations) needed.set(goodsOf(each), (needed.get(goodsOf(each)) ?? 0) + each.quantityBase);
  return needed;
}

/** The same for what cannot be told apart. */
function goodsOf({ item, owner, lot, serial, inventoryStatus, licensePlate, location }: RegistrationFacts): string {
  return JSON.stringify([item, owner, lot, serial, inventoryStatus, licensePlate, location]);
}

/** Back to whoever brought it; names the entry it corrects and keeps its coverage, so that both are known to cancel out. */
function reversalOf(registration: RegistrationFacts): EntryDraft {
  const { item, owner, lot, serial, quantityBase, inventoryStatus, location, licensePlate } = registration;
  const { cameFrom = outside.supplier } = registration;
  return {
    item,
    owner,
    lot,
    serial,
    quantityBase,
    from: { location, licensePlate, inventoryStatus },
    to: { location: cameFrom, licensePlate: null, inventoryStatus },
    reason: cameFrom === outside.customer ? 'return' : 'receive',
    corrects: registration.entry,
    coverage: { id: registration.id, kind: 'shipment-receipt' },
  };
}

function emptiedWork(registrations: readonly RegistrationFacts[]): string[] {
  const works = new Set(registrations.flatMap((each) => (each.openWork === null ? [] : [each.openWork])));
  return [...works].filter((work) =>
    registrations.every((each) => each.openWork !== work || each.othersOnWorkBase === 0),
  );
}
