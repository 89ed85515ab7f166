import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { decidePick, type PickFacts, pick } from '#shared/picking/pick.ts';
import { decideSkip, skip } from '#shared/picking/skip.ts';
import { decideSubstitute, type SubstituteFacts, substitute } from '#shared/picking/substitute.ts';
import { workOf } from '../store/pick-works.ts';
import { deviceOperation } from '../store/provisional.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { lineOf, pickEffects, pickFacts } from './pick-facts.ts';
import { undoPick } from './undo.facts.ts';

/** A pick as the device judges it, of work that it has a copy of. */
export const pickOnDevice = deviceOperation({
  operation: pick,
  facts: async (command, read) => withRead(await pickFacts(command, read), read),
  decide: decidePick,
  effects: (command, plan, { read }) => pickEffects(command, plan, read),
  undo: undoPick,
});

/** The facts with what else is to be looked up once the rule has spoken. */
export function withRead<Facts extends PickFacts>(facts: Facts | null, read: ReadThings) {
  return facts && { ...facts, read };
}

/** What the other item costs, and so whether a second person has to agree, only the server can tell. */
export const substituteOnDevice = deviceOperation({
  operation: substitute,
  facts: async (command, read): Promise<(SubstituteFacts & { read: ReadThings }) | null> => {
    const known = await pickFacts(command, read);
    const thing = await read.thing('pickWork', command.body.work);
    const line = thing?.lines.find((each) => each.line === command.body.line);
    if (!known || !line) return null;
    const found = foundOf(await read.byCodes([snapshotCode.itemNumber(command.body.item)]), 'item');
    const other = found.find(({ value }) => value.sourceSystem === sourceSystemOf(line.item))?.value ?? null;
    const unknown = { placeType: null, unitCost: null, otherUnitCost: null };
    if (!other) return { ...known, ...unknown, other, substitutes: line.substitutes, read };
    // Nobody sent the device what else is at the place: that it is there the worker sees.
    const { location, owner, inventoryStatus, quantityBase } = line;
    const { licensePlate = '', lot = '' } = command.body;
    const row = { location, owner, inventoryStatus, quantityBase, licensePlate, lot, item: other.key };
    const serials = command.body.serials ?? [''];
    const rows = serials.map((serial) => ({ ...row, serial, reservedBase: 0, expiryDate: null }));
    return { ...known, ...unknown, rows, other, substitutes: line.substitutes, read };
  },
  decide: decideSubstitute,
  effects: (command, { pick: plan }, { read }) => (plan ? pickEffects(command, plan, read) : []),
  undo: undoPick,
});

/** Coming back to a line at the end. */
export const skipOnDevice = deviceOperation({
  operation: skip,
  facts: async (command, read) => {
    const thing = await read.thing('pickWork', command.body.work);
    if (!thing) return null;
    const line = lineOf(thing, command.body.line, command.warehouse);
    return { work: workOf(thing, command), line, isWorkNews: false };
  },
  decide: decideSkip,
  effects: (_command, { work, line }) => [{ does: 'end-line', work, line, status: 'skipped' }],
});

export function numberOf(item: string) {
  return { item: itemNumberOf(item), sourceSystem: sourceSystemOf(item) };
}
