import { type Command, commandReference } from '#shared/command/envelope.ts';
import { decideMove, type MoveBody, type MoveFacts, move } from '#shared/inventory/move.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { ReadThings } from '../store/read-things.ts';

/** Moving a whole plate on the device; of loose goods and parts of a plate it knows too little to say anything. */
export const moveOnDevice = deviceOperation({
  operation: move,
  facts: moveFacts,
  decide: decideMove,
});

async function moveFacts({ body, warehouse }: Command<MoveBody>, read: ReadThings): Promise<MoveFacts | null> {
  const { licensePlate, item, from, to } = body;
  if (licensePlate === undefined || item !== undefined || commandReference(licensePlate) !== null) return null;
  const plate = await read.thing('licensePlate', licensePlate);
  if (!plate) return null;
  return {
    from: (await read.thing('location', from)) ?? null,
    to: (await read.thing('location', to)) ?? null,
    plate: { number: licensePlate, warehouse },
    items: [],
    rows: plate.contents.map((content) => ({
      ...content,
      location: plate.location ?? '',
      licensePlate,
      reservedBase: 0,
    })),
    isMoveNews: false,
    isTargetNews: false,
  };
}
