import { commandReference } from '#shared/command/envelope.ts';
import { breakPlate, decideBreakPlate } from '#shared/inventory/break-plate.ts';
import { asMove, type BuildPlateBody, buildPlate, decideBuildPlate } from '#shared/inventory/build-plate.ts';
import { consolidate, decideConsolidate } from '#shared/inventory/consolidate.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import { moveEffects, moveFacts } from './move.facts.ts';
import { familyOf, familyWithGoods, nestingPlate, standOn } from './plate-things.ts';

/** A plate is put onto another one: it may come from another place, as a move does. */
export const buildOnDevice = deviceOperation({
  operation: buildPlate,
  facts: async (command, read) => {
    const { licensePlate, toLicensePlate } = command.body;
    if (commandReference(toLicensePlate) !== null) return null;
    const family = await familyOf(licensePlate, read);
    const onto = await familyOf(toLicensePlate, read);
    const places = { from: family?.rows[0]?.location ?? null, onto: onto?.rows[0]?.location ?? null };
    const known = await moveFacts(asMove(command, places), read);
    return known && { ...known, places };
  },
  decide: decideBuildPlate,
  effects: (command, plan, known) => moveEffects(asMove(command, known.places), plan, known),
  undo: async ({ command, effects, state }) => {
    const isDone = state === 'waiting' || state === 'applied';
    // One that came from another place would have to be carried back there.
    if (!isDone || effects.some(({ does }) => does === 'move-stock')) return null;
    const { licensePlate, toLicensePlate } = command.body as unknown as BuildPlateBody;
    return { ...breakPlate, body: { licensePlate: toLicensePlate, nested: [licensePlate] } };
  },
});

/** Plates are taken off the one that they stand on. */
export const breakOnDevice = deviceOperation({
  operation: breakPlate,
  facts: async ({ body: { licensePlate }, warehouse }, read) => {
    const family = await familyOf(licensePlate, read);
    if (!family) return null;
    const { plate, plates, rows } = family;
    const own = plates.filter(({ parent }) => parent === licensePlate);
    const place = rows[0]?.location;
    return {
      read,
      plate: { number: licensePlate, warehouse, parent: plate.parent ?? null },
      nested: own.map((each) => each.licensePlate),
      hasGoods: plate.contents.length > 0,
      location: place === undefined ? null : ((await read.thing('location', place)) ?? null),
    };
  },
  decide: decideBreakPlate,
  effects: async (_command, { taken }, { read }): Promise<Effect[]> =>
    (await Promise.all(taken.map((each) => standOn(each, null, read)))).flat(),
});

/** All that is on a plate comes onto another one. */
export const consolidateOnDevice = deviceOperation({
  operation: consolidate,
  facts: async ({ body: { licensePlate, toLicensePlate }, warehouse }, read) => {
    const family = await familyWithGoods(licensePlate, read);
    if (!family || commandReference(toLicensePlate) !== null) return null;
    const { plates, rows } = family;
    const onto = await nestingPlate(toLicensePlate, { warehouse, moving: family }, read);
    const place = onto.location ?? rows[0]?.location;
    const items = await Promise.all([...new Set(rows.map(({ item }) => item))].map((key) => read.thing('item', key)));
    return {
      read,
      plate: { number: licensePlate, warehouse },
      rows,
      items: items.filter((item) => item !== undefined),
      promises: [],
      nested: plates.filter(({ parent }) => parent === licensePlate).map((each) => each.licensePlate),
      onto,
      to: place === undefined ? null : ((await read.thing('location', place)) ?? null),
      isMoveNews: false,
    };
  },
  decide: decideConsolidate,
  effects: async (_command, { from, nested, onto }, { read }): Promise<Effect[]> => {
    const moved = await Promise.all(nested.map((each) => standOn(each, onto.number, read)));
    return [...moved.flat(), ...(await standOn(from, null, read))];
  },
});
