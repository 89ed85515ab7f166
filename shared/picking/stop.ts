import { type Problem, problem } from '#shared/kernel/problem.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { leftBase, type PickLine, type PickWork } from '#shared/ledger/pick-work.ts';
import { whyLotOnHold } from '#shared/ledger/shipment-goods.ts';

/** What a command says of the stop that it is for. */
interface AskedStop {
  readonly line: number;
  readonly position?: string | undefined;
}

interface AskedPlace extends AskedStop {
  readonly location: string;
  readonly item: string;
  readonly sourceSystem?: string | undefined;
}

interface StopFacts {
  readonly work: PickWork | null;
  readonly line: PickLine | null;
}

/**
 * Why a stop of work is not made, wherever goods for it are taken: `picking.line_unknown`, `picking.line_cancelled`,
 * `picking.line_done`, `picking.order_held`, `picking.blocked`, `picking.wrong_position`.
 */
export function whyNotStop(asked: AskedStop, { line, work }: StopFacts): Problem | null {
  if (!line) return problem('picking.line_unknown', { line: asked.line });
  if (line.status === 'cancelled')
    return problem('picking.line_cancelled', { line: line.line, location: line.location });
  if (leftBase(line) === 0 || line.status === 'picked' || line.status === 'short') {
    return problem('picking.line_done', { line: line.line });
  }
  if (line.hold) return problem('picking.order_held', { ...line.hold, location: line.location });
  if (line.blockedBy !== null) return problem('picking.blocked', { location: line.location, work: line.blockedBy });
  const position = work?.trolleyPosition ?? null;
  const isOther = asked.position !== undefined && position !== null && asked.position !== position;
  return isOther ? problem('picking.wrong_position', { expected: position, got: asked.position ?? '' }) : null;
}

/**
 * The same for goods that are taken where the work says: besides `picking.wrong_location`, `inventory.lot_on_hold`,
 * `picking.wrong_item`. A
 * supervisor who has a pick applied that was kept lets it pass for an order on hold: the goods are in hand.
 */
export function whyNotLine(
  { body: asked, approvedBy }: { readonly body: AskedPlace; readonly approvedBy?: string },
  facts: StopFacts,
): Problem | null {
  const { line } = facts;
  const noStop = whyNotStop(asked, facts);
  const isLetPass = approvedBy !== undefined && noStop?.code === 'picking.order_held';
  if ((noStop && !isLetPass) || !line) return noStop;
  if (asked.location !== line.location) {
    return problem('picking.wrong_location', { expected: line.location, got: asked.location });
  }
  const onHold = whyLotOnHold(line.promised);
  if (onHold) return onHold;
  const isItem =
    asked.item === itemNumberOf(line.item) &&
    (asked.sourceSystem ?? sourceSystemOf(line.item)) === sourceSystemOf(line.item);
  return isItem ? null : problem('picking.wrong_item', { expected: itemNumberOf(line.item), got: asked.item });
}

/** What happened behind a device's back. */
interface StopNews {
  readonly isMoveNews: boolean;
  readonly isHoldNews?: boolean;
}

/**
 * Goods may be in hand for a stop that was taken off the list, that another made, or whose order was put on hold behind
 * the device's back.
 */
export function isLineHeld({ code: why }: Problem, { isMoveNews, isHoldNews = false }: StopNews): boolean {
  if (why === 'picking.order_held') return isHoldNews;
  return why === 'picking.line_cancelled' || (why === 'picking.line_done' && isMoveNews);
}
