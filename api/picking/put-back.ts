import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { Place } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import {
  decidePutBack,
  type PutBackBody,
  type PutBackFacts,
  type PutBackPlan,
  type PutBackResult,
  putBack,
} from '#shared/picking/put-back.ts';
import { carryReservation } from '../platform/facts/carry-reservations.queries.ts';
import { lockLocation } from '../platform/facts/locations.queries.ts';
import { othersBroughtTo } from '../platform/facts/news.queries.ts';
import { closePickWork, lockLinesOfWork, lockPickWork, workFacts } from '../platform/facts/pick-work.queries.ts';
import { lockStockOfFamily, publishPlates, takeOffCarriers } from '../platform/facts/plate-family.queries.ts';
import { lockReservationsOfWork, unreserve } from '../platform/facts/reservations.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { countPick } from './pick-facts.queries.ts';
import { isWorkNews } from './pick-news.ts';
import { renewClaim } from './put.queries.ts';

export const putBackHandler = handler({ operation: putBack, facts, decide: decidePutBack, reconsider, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<PutBackBody>): Promise<PutBackFacts> {
  const work = await lockPickWork(trx, asked.work);
  const lines = work?.type === 'put_back' ? await lockLinesOfWork(trx, work.id) : [];
  const line = lines.find((one) => one.line === asked.line);
  const all = line ? await lockReservationsOfWork(trx, line.work) : [];
  const ofLine = all.filter(({ workLine }) => workLine === asked.line);
  const plate = line?.license_plate ?? '';
  const isSame = plate !== '' && ofLine.every(({ licensePlate }) => licensePlate === plate);
  const onPlate = isSame ? all.filter(({ licensePlate }) => licensePlate === plate) : [];
  const rows = await lockStockOfFamily(trx, plate);
  const isWholePlate = onPlate.length > 0 && totalBase(rows) === totalBase(onPlate);
  const goods = isWholePlate ? onPlate : ofLine;
  const done = new Set(goods.map(({ workLine }) => workLine ?? asked.line));
  return {
    work: work ? workFacts(work, trx.now) : null,
    line: line ? { line: line.line, status: line.status, location: line.location, licensePlate: plate } : null,
    goods,
    isWholePlate,
    lines: [...done],
    linesLeft: lines.filter(({ line: number, status }) => status !== 'picked' && !done.has(number)).length,
    items: await itemsByKey(
      trx,
      goods.map(({ item }) => item),
    ),
    to: await lockLocation(trx, warehouse, asked.location),
    isPlateThere: rows[0]?.location === asked.location,
    isTargetNews: false,
    isWorkNews: false,
  };
}

/** What others did behind the device's back, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<PutBackBody>, known: PutBackFacts): Promise<PutBackFacts> {
  const { warehouse, body: asked } = command;
  return {
    ...known,
    isTargetNews: await othersBroughtTo(trx, { warehouse, location: asked.location }, command),
    isWorkNews: await isWorkNews(trx, command, known.work),
  };
}

async function apply(
  trx: AppTrx,
  { operator, warehouse }: Command<PutBackBody>,
  { plan: { work, lines, to, licensePlate, goods, isWorkDone } }: Applied<PutBackPlan, PutBackResult>,
): Promise<undefined> {
  for (const one of goods) await setFree(trx, one, { ...one, location: to, licensePlate });
  for (const line of lines) {
    const quantityBase = totalBase(goods.filter(({ workLine }) => workLine === line));
    await trx.one(countPick, { work, line, quantityBase, status: 'picked' });
  }
  if (isWorkDone) await trx.one(closePickWork, { id: work, to, at: trx.now });
  else await trx.one(renewClaim, { id: work, by: operator, at: trx.now });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: isWorkDone });
  trx.publish({ kind: 'thing', thing: 'location', key: to, warehouse, deleted: false });
  await publishPlates(trx, warehouse, [licensePlate ?? '', ...goods.map((one) => one.licensePlate)]);
  const isCarried = licensePlate !== null && goods.every((one) => one.licensePlate === licensePlate);
  if (isCarried) await takeOffCarriers(trx, warehouse, licensePlate);
  return undefined;
}

/** The goods stand on a shelf: nobody is promised them any more, so that anybody may be. */
async function setFree(trx: AppTrx, reservation: Reservation, to: Place): Promise<void> {
  const { id: splitId, quantityBase, state } = reservation;
  await carryReservation(trx, reservation, to, { quantityBase, splitId, state });
  await unreserve(trx, { ...reservation, location: to.location, licensePlate: to.licensePlate ?? '' });
}
