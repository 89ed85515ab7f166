import { type Command, commandReference } from '#shared/command/envelope.ts';
import { decideMove, type MoveBody, type MoveFacts, type MovePlan, move } from '#shared/inventory/move.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { familyWithGoods, nestingPlate, standOn } from './plate-things.ts';
import { undoMove } from './undo-move.ts';

/** Moving a plate or a part of one on the device; of loose goods it knows too little to say anything. */
export const moveOnDevice = deviceOperation({
  operation: move,
  facts: moveFacts,
  decide: decideMove,
  effects: moveEffects,
  causedBy: ({ licensePlate }, read) => (licensePlate === undefined ? null : read.makerOfPlate(licensePlate)),
  undo: undoMove,
});

/** The facts of the rule, and what they were read from. */
export interface DeviceMoveFacts extends MoveFacts {
  readonly read: ReadThings;
}

export async function moveFacts(
  { body, warehouse }: Pick<Command<MoveBody>, 'body' | 'warehouse'>,
  read: ReadThings,
): Promise<DeviceMoveFacts | null> {
  const { licensePlate, toLicensePlate, item, from, to } = body;
  if (licensePlate === undefined || commandReference(licensePlate) !== null) return null;
  const family = await familyWithGoods(licensePlate, read);
  if (!family) return null;
  const moving = item === undefined ? family : null;
  const { rows } = family;
  const keys = [...new Set(rows.map((row) => row.item))];
  const onIt = (await Promise.all(keys.map((key) => read.thing('item', key)))).filter((each) => each !== undefined);
  const named = item === undefined ? [] : foundOf(await read.byCodes([snapshotCode.itemNumber(item)]), 'item');
  return {
    read,
    from: (await read.thing('location', from)) ?? null,
    to: (await read.thing('location', to)) ?? null,
    plate: { number: licensePlate, warehouse, parent: family.plate.parent ?? null },
    items: item === undefined ? onIt : named.map(({ value }) => value),
    rows,
    ...(toLicensePlate !== undefined && { onto: await nestingPlate(toLicensePlate, { warehouse, moving }, read) }),
    isMoveNews: false,
    isTargetNews: false,
  };
}

/** A plate that moves stands where it was put; put-away that waited for it at a dock is done with. */
export async function moveEffects(
  command: Pick<Command<MoveBody>, 'body'>,
  { licensePlate, onto, to }: MovePlan,
  { plate, from, read }: DeviceMoveFacts,
): Promise<Effect[]> {
  if (licensePlate === null || !plate) return [];
  const nested = await standOn(plate.number, onto?.number ?? null, read);
  const isAway = from?.type === 'receiving' && to.type !== 'receiving' && command.body.from !== command.body.to;
  const works = isAway ? foundOf(await read.byCodes([snapshotCode.workOfPlate(plate.number)]), 'work') : [];
  return [...nested, ...works.map(({ key }): Effect => ({ does: 'close-work', work: key }))];
}
