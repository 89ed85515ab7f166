import { type DocumentRow, type LogRow, newestOf } from '../outside/books.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';

/** A registration as those know it who made it, with the delta that tells of it. */
export interface KnownRegistration {
  readonly id: string;
  readonly command: string;
  readonly sourceSystem: string;
  readonly order: string;
  readonly line: number;
  readonly item: string;
  /** Told of by the update log as it was made, so it waits for no receipt. */
  readonly isLogged: boolean;
  readonly load: string | undefined;
  /** It was held, and somebody let it pass. */
  readonly isApproved: boolean;
  readonly delta: DeltaRow | undefined;
  /** Position of the delta that took it back. */
  readonly undoneAt: number | undefined;
}

/** Every registration that was made, whatever became of it. `deltas` are in order; `log` is that of all ERPs. */
export function registrationsOf(
  deeds: readonly Deed[],
  deltas: readonly DeltaRow[],
  log: readonly LogRow[],
): KnownRegistration[] {
  const logged = new Map(log.map((row) => [row.position, row]));
  const byCommand = Map.groupBy(deltas, ({ commandId }) => commandId);
  const undone = new Map<string, number>();
  for (const { type, id, body, made } of deeds) {
    if (type !== 'receiving.undo_registration' || !made) continue;
    const at = byCommand.get(id)?.[0]?.position ?? Number.POSITIVE_INFINITY;
    undone.set(String(body.registration).replace('command:', ''), at);
  }
  return deeds.flatMap(({ type, id, body, made, isCase }) => {
    if (type !== 'receiving.register' || !made) return [];
    const registered = made.registrations as { registration: string; order: string; line: number }[];
    return registered.map(({ registration, order, line }, index) => {
      const delta = byCommand.get(id)?.[index];
      const row = delta && logged.get(delta.position);
      return {
        ...{ id: registration, command: id, order, line, delta },
        // Whoever scans a plate that was announced names neither.
        sourceSystem: String(body.sourceSystem ?? delta?.owner),
        item: String(body.item ?? delta?.item),
        isLogged: row?.quantityChannel ?? false,
        load: row?.reference?.load,
        isApproved: isCase,
        undoneAt: undone.get(registration) ?? undone.get(id),
      };
    });
  });
}

/** The receipt in force that tells of each registration, at a position. */
export function reportedAt(receipts: readonly DocumentRow[], upTo?: number): Map<string, DocumentRow> {
  const reported = new Map<string, DocumentRow>();
  for (const row of newestOf(receipts, upTo)) {
    if (!row.active) continue;
    for (const { details = [] } of row.lines) for (const { id } of details) reported.set(id, row);
  }
  return reported;
}
