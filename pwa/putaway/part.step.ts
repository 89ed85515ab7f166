import { whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isProblem, readQuantity, shownIn } from '#shared/ledger/stock-item.ts';
import { rulesInForce } from '#shared/putaway/default-rules.ts';
import { put } from '#shared/putaway/put.ts';
import { proposeParts } from '#shared/putaway/split.ts';
import { type FlowStep, go, refuse, say, submit, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, type Words, words } from '../ui/words.ts';
import type { InParts, PutStates } from './put-away.states.ts';

/**
 * Where the goods of a plate go that no place bears as a whole; null where they are of several kinds or have serial
 * numbers, so that a person says what goes where, or where nothing of them fits anywhere.
 */
export function inParts(licensePlate: string, what: Words, world: World): InParts | null {
  const plate = world.thing('licensePlate', licensePlate);
  const [row, another] = plate?.contents ?? [];
  const item = row && world.thing('item', row.item);
  if (!plate || !row || !item || another || plate.nested || item.isSerialTracked) return null;
  const locations = foundOf(world.list(snapshotCode.locations), 'location').map(({ value }) => value);
  const [rules] = foundOf(world.list(snapshotCode.putawayRules), 'putawayRules');
  const origin = locations.find(({ code }) => code === plate.location) ?? null;
  const proposed = proposeParts(row, item, locations, rulesInForce(rules?.value.rules ?? []), origin);
  if (proposed.length === 0) return null;
  const parts = proposed.map((part) => ({ to: part.location, ...shownIn(item, part.quantityBase, item.baseUnit) }));
  return {
    licensePlate,
    what,
    item: item.key,
    lot: row.lot || null,
    name: item.description,
    parts,
    total: parts.length,
  };
}

/** As much as the next place bears is taken off the plate and brought there. */
export const partStep: FlowStep<PutStates, InParts> = {
  prompt: ({ licensePlate, what, parts: [part], total, parts }) => ({
    ask: words('putAway.takePart', { quantity: part?.quantity ?? 0, unit: part?.unit ?? '' }),
    large: part?.to ?? '',
    about: what,
    details: [{ label: 'putAway.plate', value: grouped(licensePlate) }],
    progress: { done: total - parts.length, of: total, unit: 'unit.places' },
  }),
  needs: ({ licensePlate }) => [{ goodsOn: licensePlate }],
  scan: {
    location: (state, { location }, world) => {
      const [part, ...rest] = state.parts;
      if (!part) return say('location.unknown', { location });
      if (location !== part.to) return say('putAway.partElsewhere', { location, proposed: part.to });
      const why = whyNotThere(state, location, world);
      if (why) return refuse(why);
      const { licensePlate, item, lot } = state;
      const body = {
        ...{ licensePlate, item: itemNumberOf(item), sourceSystem: sourceSystemOf(item) },
        ...{ quantity: part.quantity, unit: part.unit, to: location, proposed: location },
        ...(lot !== null && { lot }),
      };
      const told = words('putAway.done', { what: amount(part.quantity, part.unit, state.name), location });
      const then = rest.length > 0 ? go('part', { ...state, parts: rest }) : go('plate', {});
      return submit(put, body, then, { told });
    },
  },
};

function whyNotThere({ licensePlate, parts: [part] }: InParts, code: string, world: World) {
  const location = world.thing('location', code);
  const [row] = world.thing('licensePlate', licensePlate)?.contents ?? [];
  const item = row && world.thing('item', row.item);
  if (!location || !row || !item || !part) return null;
  const quantityBase = readQuantity(item, part.quantity, part.unit);
  if (isProblem(quantityBase)) return quantityBase;
  return whyNotFit(location, goodsOf(null, [{ ...row, quantityBase }], [item]));
}
