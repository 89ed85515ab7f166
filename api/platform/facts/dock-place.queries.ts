import { sql } from 'kysely';
import { type ParameterOf, type RowOf, statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { receivingType } from './literals.ts';
import { placeNamed } from './places.queries.ts';
import { placeOfPlate } from './plates.queries.ts';

/**
 * Where goods are to be registered and what is known of their plate and lot: the location asked for (or the first
 * receiving location), the plate with the place of its goods and its open put-away, the lot.
 */
const placeAskedFor = statement<Question & { location: string }>()((k, p) =>
  k
    .selectFrom('location as at')
    .leftJoin('license_plate as plate', (join) => join.on('plate.number', '=', p('licensePlate')))
    .leftJoin('lot', (join) => join.on('lot.item_key', '=', p('itemKey')).on('lot.lot', '=', p('lot')))
    .select([...columns])
    .select([plateStandsAt, plateWork, cartonHere(p), placeNamedSo(p), announcedOn(p), lotHold(p)])
    .where('at.warehouse', '=', p('warehouse'))
    .where('at.code', '=', p('location')),
);

const firstPlace = statement<Question>()((k, p) =>
  k
    .selectFrom('location as at')
    .leftJoin('license_plate as plate', (join) => join.on('plate.number', '=', p('licensePlate')))
    .leftJoin('lot', (join) => join.on('lot.item_key', '=', p('itemKey')).on('lot.lot', '=', p('lot')))
    .select([...columns])
    .select([plateStandsAt, plateWork, cartonHere(p), placeNamedSo(p), announcedOn(p), lotHold(p)])
    .where('at.warehouse', '=', p('warehouse'))
    .where('at.type', '=', receivingType)
    .where('at.active', '=', sql.lit(1))
    .orderBy('at.walk_sequence')
    .limit(1),
);

/**
 * Where goods are registered: at the location named, else at the dock where their plate stands, else at the first one. A
 * plate that stands at no dock is judged as it is.
 */
export async function placeMeant(
  trx: AppTrx,
  location: string | undefined,
  question: Question,
): Promise<Row | undefined> {
  const isOfPlace = question.licensePlate === '' && question.lot === '';
  if (location !== undefined && isOfPlace) return placeAlone(trx, question.warehouse, location);
  if (location !== undefined) return trx.one(placeAskedFor, { ...question, location });
  const first = await trx.one(firstPlace, question);
  const standsAt = first?.plate_location;
  if (!standsAt || standsAt === first.code) return first;
  const dock = await trx.one(placeAskedFor, { ...question, location: standsAt });
  return dock?.type === first.type ? dock : first;
}

type Row = RowOf<typeof placeAskedFor>;

/** Where neither a plate nor a lot is named, all there is to know is the place. */
async function placeAlone(trx: AppTrx, warehouse: string, location: string): Promise<Row | undefined> {
  const place = await placeNamed(trx, warehouse, location);
  return place ? { ...nothingElse, code: place.code, type: place.type, active: place.isActive ? 1 : 0 } : undefined;
}

const nothingElse = {
  number: null,
  plate_warehouse: null,
  plate_location: null,
  plate_work: null,
  carton: null,
  place_named_so: null,
  lot: null,
  lot_hold: null,
  expiry_date: null,
  announced_on: null,
};

interface Question {
  readonly warehouse: string;
  readonly licensePlate: string;
  readonly itemKey: string;
  readonly lot: string;
}

const columns = [
  'at.code',
  'at.type',
  'at.active',
  'plate.number',
  'plate.warehouse as plate_warehouse',
  'lot.lot',
  'lot.expiry_date',
] as const;

const plateStandsAt = placeOfPlate('plate.number').as('plate_location');

const plateWork = sql<
  string | null
>`(select w.id from work w where w.license_plate = plate.number and w.status = 'open' limit 1)`.as('plate_work');

/** The number is that of a carton that has not left. */
function cartonHere(p: ParameterOf<Question>) {
  return sql<string | null>`(select x.carton from carton x
    where x.carton = ${p('licensePlate')} and x.status <> 'shipped')`.as('carton');
}

/** The number is the code of a location here. */
function placeNamedSo(p: ParameterOf<Question>) {
  return sql<string | null>`(select l.code from location l where l.warehouse = at.warehouse
    and l.code in (${p('licensePlate')}, upper(${p('licensePlate')})) limit 1)`.as('place_named_so');
}

/** The lot is on hold; also one that was never here may be. */
function lotHold(p: ParameterOf<Question>) {
  return sql<string | null>`(select h.hold from lot_hold h
    where h.item_key = ${p('itemKey')} and h.lot = ${p('lot')} and h.status = 'active' limit 1)`.as('lot_hold');
}

/** The open load that announces the plate. */
function announcedOn(p: ParameterOf<Question>) {
  return sql<string | null>`(select e.load_number from expected_plate e
    join inbound_load d on d.load_number = e.load_number
    where e.license_plate = ${p('licensePlate')} and d.status = 'open' limit 1)`.as('announced_on');
}
