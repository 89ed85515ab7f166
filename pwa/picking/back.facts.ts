import { handsOf } from '#shared/ledger/location-type.ts';
import type { PickLineThing } from '#shared/ledger/outbound-thing.ts';
import { isToDo, leftBase } from '#shared/ledger/pick-work.ts';
import { decidePutBack, type PutBackFacts, putBack } from '#shared/picking/put-back.ts';
import type { Effect } from '../store/effects.ts';
import { workOf } from '../store/pick-works.ts';
import { deviceOperation } from '../store/provisional.ts';

/** Bringing goods back, as the device judges it of work that it has a copy of. */
export const putBackOnDevice = deviceOperation({
  operation: putBack,
  facts: async (command, read): Promise<PutBackFacts | null> => {
    const { body: asked, operator, warehouse } = command;
    const thing = await read.thing('pickWork', asked.work);
    const line = thing?.lines.find((one) => one.line === asked.line);
    if (!thing || !line) return null;
    const to = await read.thing('location', asked.location);
    const plate = line.licensePlate === '' ? undefined : await read.thing('licensePlate', line.licensePlate);
    const isSame = line.licensePlate !== '' && line.goodsOn === line.licensePlate;
    const back = isSame ? thing.lines.filter((one) => one.goodsOn === line.goodsOn && isToDo(one)) : [line];
    const item = await read.thing('item', line.item);
    const place = { warehouse, location: thing.goodsAt ?? handsOf(operator) };
    return {
      work: workOf(thing, command),
      line,
      goods: back.filter(isToDo).map((one) => ({
        ...goodsOf(one),
        ...{ ...place, id: `${thing.work}.${one.line}`, licensePlate: one.goodsOn ?? '', work: thing.work },
        ...{ workLine: one.line, order: '', line: 0, shipment: null, state: 'picked' as const },
      })),
      isWholePlate: isSame,
      lines: back.map((one) => one.line),
      linesLeft: thing.lines.filter((one) => isToDo(one) && !back.includes(one)).length,
      items: item ? [item] : [],
      to: to ? { ...to, code: asked.location } : null,
      isPlateThere: plate?.location === asked.location,
      ...{ isTargetNews: false, isWorkNews: false },
    };
  },
  decide: decidePutBack,
  effects: (_command, { work, lines, goods, isWorkDone }): Effect[] => {
    if (isWorkDone) return [{ does: 'close-pick-work', work }];
    return lines.map((line): Effect => {
      const own = goods.filter(({ workLine }) => workLine === line);
      return { does: 'pick-line', work, line, atLeastBase: own.reduce((sum, one) => sum + one.quantityBase, 0) };
    });
  },
});

function goodsOf(line: PickLineThing) {
  const { item, owner, lot, serial, inventoryStatus } = line;
  return { item, owner, lot, serial, inventoryStatus, quantityBase: leftBase(line) };
}
