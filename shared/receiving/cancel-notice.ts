import { accepted, faulty, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import type { NoticeCancellation } from './notice-document.ts';
import { isBegun, type KnownPlate, type NoticeLoad } from './put-notice.ts';

export interface CancelNoticeFacts {
  /** Null: nothing was ever announced under this name. */
  readonly load: NoticeLoad | null;
  readonly known: readonly KnownPlate[];
  /** An earlier message that would have made the notice never did, and is superseded by this one. */
  readonly supersedesEarlier: boolean;
}

export interface CancelNoticePlan {
  /** Plates that are no longer announced: all of which nothing was registered. */
  readonly removed: readonly string[];
  /** Nothing of it was registered: the load is gone as well, where the notice had made it. */
  readonly isWhole: boolean;
}

/**
 * A notice is taken back. What of it was received stays and will be reported; the rest is no longer announced. What is
 * completed stays as it is, and cancelling twice is no fault. Faults: `notice.unknown`; `notice.warehouse_differs`.
 */
export function decideCancelNotice(
  { sourceSystem, document }: Message<NoticeCancellation>,
  { load, known, supersedesEarlier }: CancelNoticeFacts,
): MessageVerdict<CancelNoticePlan> {
  const { load: number, warehouse } = document;
  if (!load || load.sourceSystem !== sourceSystem) {
    if (supersedesEarlier) return accepted({ removed: [], isWhole: false });
    return faulty([{ pointer: '/notice/load', code: 'notice.unknown', params: { load: number }, value: number }]);
  }
  if (warehouse && warehouse !== load.warehouse) {
    const params = { load: number, warehouse: load.warehouse };
    return faulty([{ pointer: '/notice/warehouse', code: 'notice.warehouse_differs', params, value: warehouse }]);
  }
  if (load.status !== 'open') return accepted({ removed: [], isWhole: false });
  const begun = known.filter(isBegun);
  const kept = withCarriers(begun, known);
  const removed = known.map(({ licensePlate }) => licensePlate).filter((plate) => !kept.has(plate));
  return accepted({ removed, isWhole: begun.length === 0 });
}

/** Plates and all that carry them, however many lie between: what carries a plate that was received was there as well. */
function withCarriers(plates: readonly KnownPlate[], known: readonly KnownPlate[]): ReadonlySet<string> {
  const parents = new Map(known.map(({ licensePlate, parent }) => [licensePlate, parent]));
  const kept = new Set<string>();
  for (const { licensePlate } of plates) {
    let plate: string | null | undefined = licensePlate;
    for (; plate && !kept.has(plate); plate = parents.get(plate)) kept.add(plate);
  }
  return kept;
}
