import type { Found } from '#shared/inventory/look-up.ts';
import { crossDockOffersFor, offersTold } from '../platform/facts/cross-dock.ts';
import { familyOf, stockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { expectedOnPlate, nestingOf, openWorkOf } from './look-up.queries.ts';
import { goodsOf, type LookUp, workOf } from './look-up-common.ts';
import { expectedOf } from './look-up-expected.ts';

/** A licence plate: where it stands, what is on it and on those nested in it, whom that is promised, or who received it. */
export async function foundPlate(asked: LookUp, licensePlate: string): Promise<Found> {
  const { read, warehouse, nowMs } = asked;
  const family = await familyOf(read, licensePlate);
  const plates = family.length > 0 ? family : [licensePlate];
  const [goods, nesting, announced, work] = await Promise.all([
    goodsOf(asked, { licensePlates: plates }, { of: 'licensePlate', licensePlate }),
    nestingOf(read, licensePlate),
    expectedOnPlate(read, warehouse, licensePlate),
    openWorkOf(read, warehouse, { licensePlates: plates }),
  ]);
  const announcedOn = announced[0]?.load_number ?? null;
  return {
    kind: 'licensePlate',
    name: licensePlate,
    sourceSystem: null,
    description: null,
    plate: { location: goods.stock[0]?.location ?? null, ...nesting, announcedOn },
    ...goods,
    expected: announced.map((row) => ({
      ...expectedOf(row),
      licensePlate: row.license_plate,
      load: row.load_number,
    })),
    work: work.map((row) => workOf(row, nowMs)),
    ...(goods.stock[0]?.locationType === 'receiving' && (await offered(asked, licensePlate))),
  };
}

/** Orders that wait for what is on a plate at a dock. */
async function offered({ read, warehouse, nowMs }: LookUp, licensePlate: string): Promise<Pick<Found, 'crossDock'>> {
  const rows = await stockOfFamily(read, licensePlate);
  const offers = await crossDockOffersFor(read, { warehouse, rows, nowMs });
  return offers.length > 0 ? { crossDock: await offersTold(read, offers) } : {};
}
