import { handsOf } from '#shared/ledger/location-type.ts';
import type { SimServer } from '../world/sim-server.ts';

/**
 * Goods that are promised and wait to be brought to a pick face stand where the work that brings them fetches them, no more
 * than it fetches, or are in the hands of whoever has it, to the unit. Whoever waits for them is led to that face.
 */
export async function checkBrought({ app }: SimServer): Promise<string[]> {
  const { k } = app.services.store.read;
  const works = await k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select(['w.id', 'w.status', 'w.claimed_by', 'w.planned_location', 'l.status as line_status', 'l.location'])
    .select(['l.license_plate', 'l.item_key', 'l.owner', 'l.lot', 'l.quantity_base', 'l.picked_base'])
    .where('w.type', '=', 'replenish')
    .execute();
  const promised = await k.selectFrom('reservation').selectAll().where('brought_by', 'is not', null).execute();
  const blocked = await k
    .selectFrom('work_line')
    .select(['work', 'line', 'location', 'blocked_by'])
    .where('blocked_by', 'is not', null)
    .where('status', 'in', ['open', 'skipped'])
    .execute();
  const known = new Map(works.map((work) => [work.id, work]));
  const wrong: string[] = [];
  for (const [id, own] of Map.groupBy(promised, ({ brought_by: by }) => by ?? '')) {
    const work = known.get(id);
    if (!work) {
      wrong.push(`nobody brings by ${id} what is promised to ${own[0]?.order_key}`);
      continue;
    }
    const isFetched = work.line_status !== 'open';
    const place = isFetched ? `${handsOf(work.claimed_by ?? '')}` : `${work.location} ${work.license_plate}`;
    const astray = own.find((one) => {
      const at = isFetched ? one.location : `${one.location} ${one.license_plate}`;
      const isSame = one.item_key === work.item_key && one.owner === work.owner && one.lot === work.lot;
      return at !== place || !isSame;
    });
    if (astray) wrong.push(`${id} brings goods from ${place}, and ${astray.id} at ${astray.location} waits for it`);
    const sum = own.reduce((total, { quantity_base: base }) => total + Number(base), 0);
    const isMuch = isFetched ? sum !== Number(work.picked_base) : sum > Number(work.quantity_base);
    if (isMuch) wrong.push(`${id} brings ${work.quantity_base}, has ${work.picked_base}, and ${sum} are waited for`);
  }
  for (const { work, line, location, blocked_by: by } of blocked) {
    const face = known.get(by ?? '')?.planned_location;
    if (face !== location) wrong.push(`${work} line ${line} leads to ${location}, ${by} brings the goods to ${face}`);
    const isPromised = promised.some((one) => one.work === work && one.work_line === line && one.brought_by === by);
    if (!isPromised) wrong.push(`${work} line ${line} waits for ${by}, and nothing of that is promised to it`);
  }
  return wrong;
}
