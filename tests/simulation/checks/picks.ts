import type { KnownStop, Papers } from '../floor/papers.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import { exactly } from './exact.ts';

/** Goods that were picked for a line of an order, net of what was put back. Quantities are in steps, see `exactly`. */
export interface Picked {
  /** The order's key. */
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly steps: number;
}

const taking: readonly string[] = ['picking.pick', 'picking.short_pick', 'picking.substitute'];

/** The number of the line of an order, by its key, that waits for what comes in of an item. */
export type TaggedLine = (order: string, item: string) => number | undefined;

/**
 * Everything that came into somebody's hands, and what it was for, by the papers that they followed; and what was brought
 * to an order straight from the dock.
 */
export function picksOf(
  deeds: readonly Deed[],
  deltas: readonly DeltaRow[],
  { stops }: Pick<Papers, 'stops'>,
  taggedLine: TaggedLine = () => undefined,
): Picked[] {
  const byCommand = Map.groupBy(deltas, ({ commandId }) => commandId);
  const made = new Map(deeds.map((deed) => [deed.id, deed]));
  const known = withReallocated(deeds, stops);
  return deeds.flatMap((deed) => {
    if (!deed.made) return [];
    if (deed.type === 'putaway.put' && deed.made.shipment !== undefined) {
      const brought = (byCommand.get(deed.id) ?? []).filter(({ quantity }) => quantity > 0);
      return brought.map(({ owner, item, lot, serial, quantity }) => {
        const order = `${owner}:${deed.body.order}`;
        return { order, line: taggedLine(order, item) ?? 0, item, lot, serial, steps: exactly(quantity) };
      });
    }
    const pick = deed.type === 'picking.undo' ? made.get(String(deed.body.pick).replace('command:', '')) : deed;
    if (!pick || !taking.includes(pick.type)) return [];
    const stop = known.get(`${pick.body.work} ${pick.body.line}`);
    const inHands = (byCommand.get(deed.id) ?? []).filter(({ location }) => location.startsWith('HANDS'));
    return inHands.map(({ item, lot, serial, quantity }) => ({
      ...{ order: stop?.order ?? `of work ${pick.body.work}`, line: stop?.orderLine ?? 0 },
      ...{ item, lot, serial, steps: exactly(quantity) },
    }));
  });
}

/** Stops that a short pick made elsewhere are for the same line; they may be done before anybody is told of them. */
function withReallocated(deeds: readonly Deed[], stops: Papers['stops']): Map<string, KnownStop> {
  const known = new Map(stops);
  for (const { type, body, made } of deeds) {
    const from = known.get(`${body.work} ${body.line}`);
    if (type !== 'picking.short_pick' || !made || !from) continue;
    for (const { line } of made.reallocated as readonly { line: number }[]) {
      const key = `${body.work} ${line}`;
      if (!known.has(key)) known.set(key, { ...from, line });
    }
  }
  return known;
}
