import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { rowByRow } from '../platform/facts/literals.ts';
import { locationCodeOf } from '../platform/facts/places.queries.ts';

const plateNamed = statement<{ code: string; upper: string }>()((k, p) =>
  k
    .selectFrom('license_plate')
    .select(['number', 'warehouse'])
    .where((eb) => eb.or([eb('number', '=', p('code')), eb('number', '=', p('upper'))])),
);

const announcedPlate = statement<{ code: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('expected_plate as e')
    .innerJoin('inbound_load as l', 'l.load_number', 'e.load_number')
    .select('e.license_plate as number')
    .where('e.license_plate', '=', p('code'))
    .where('l.warehouse', '=', p('warehouse'))
    .limit(1),
);

const itemsNumbered = statement<{ code: string; upper: string }>()((k, p) =>
  k
    .selectFrom('item')
    .select('item_key')
    .where((eb) => eb.or([eb('number', '=', p('code')), eb('number', '=', p('upper'))])),
);

const itemsWithBarcode = statement<{ code: string; gtin14: string; gtin13: string }>()((k, p) =>
  k
    .selectFrom('item_barcode')
    .select('item_key')
    .distinct()
    .where((eb) => eb.or([eb('code', '=', p('code')), eb('code', '=', p('gtin14')), eb('code', '=', p('gtin13'))])),
);

const ordersNumbered = statement<{ code: string; upper: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('inbound_order')
    .select('order_key')
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .where((eb) => eb.or([eb('order_number', '=', p('code')), eb('order_number', '=', p('upper'))])),
);

const loadNamed = statement<{ code: string; upper: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select('load_number')
    .where('warehouse', '=', p('warehouse'))
    .where((eb) => eb.or([eb('load_number', '=', p('code')), eb('load_number', '=', p('upper'))]))
    .limit(1),
);

const lotsNumbered = statement<{ code: string }>()((k, p) =>
  k
    .selectFrom('lot')
    .innerJoin('item', 'item.item_key', 'lot.item_key')
    .select(['lot.item_key', 'lot.lot', 'lot.expiry_date', 'item.description', 'item.source_system'])
    .where('lot.lot', '=', p('code'))
    .orderBy('lot.item_key')
    .limit(20),
);

/** Items of which something with this serial was ever moved here. */
const itemsWithSerial = statement<{ code: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('ledger_entry as e')
    .innerJoin('item', 'item.item_key', 'e.item_key')
    .select(['e.item_key', 'item.description', 'item.source_system'])
    .distinct()
    .where('e.serial', '=', p('code'))
    .where('e.warehouse', '=', p('warehouse'))
    .limit(20),
);

const outboundNumbered = statement<{ code: string; upper: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select('order_key')
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .where((eb) =>
      eb.or([
        eb('order_number', '=', p('code')),
        eb('order_number', '=', p('upper')),
        eb('own_number', '=', p('code')),
        eb('own_number', '=', p('upper')),
      ]),
    )
    .orderBy('order_key')
    .limit(20),
);

const shipmentNamed = statement<{ upper: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select('shipment as name')
    .where('shipment', '=', p('upper'))
    .where(rowByRow('warehouse'), '=', p('warehouse')),
);

const outboundLoadNamed = statement<{ upper: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_load')
    .select('load_number as name')
    .where('load_number', '=', p('upper'))
    .where(rowByRow('warehouse'), '=', p('warehouse')),
);

const cartonNamed = statement<{ upper: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('carton as c')
    .innerJoin('outbound_shipment as s', 's.shipment', 'c.shipment')
    .select('c.carton as name')
    .where('c.carton', '=', p('upper'))
    .where(rowByRow('s.warehouse'), '=', p('warehouse')),
);

const workNamed = statement<{ upper: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id as name')
    .where('id', '=', p('upper'))
    .where(rowByRow('warehouse'), '=', p('warehouse')),
);

const waveNamed = statement<{ upper: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('wave')
    .select('wave as name')
    .where('wave', '=', p('upper'))
    .where(rowByRow('warehouse'), '=', p('warehouse')),
);

/** What a code can be the name of, looked up in every kind of thing by an index of its own. */
export async function meaningsOf(read: Runner, warehouse: string, code: string) {
  const upper = code.toUpperCase();
  const isDigits = /^\d{8,14}$/.test(code);
  const gtin14 = isDigits ? code.padStart(14, '0') : code;
  const gtin13 = isDigits ? code.replace(/^0+/, '').padStart(13, '0') : code;
  const [location, plates, announced, numbered, barcoded, orders, load, lots, serials, outbound, ...papers] =
    await Promise.all([
      locationCodeOf(read, warehouse, code),
      read.all(plateNamed, { code, upper }),
      read.one(announcedPlate, { warehouse, code }),
      read.all(itemsNumbered, { code, upper }),
      read.all(itemsWithBarcode, { code, gtin14, gtin13 }),
      read.all(ordersNumbered, { warehouse, code, upper }),
      read.one(loadNamed, { warehouse, code, upper }),
      read.all(lotsNumbered, { code }),
      read.all(itemsWithSerial, { warehouse, code }),
      read.all(outboundNumbered, { warehouse, code, upper }),
      read.one(shipmentNamed, { warehouse, upper }),
      read.one(outboundLoadNamed, { warehouse, upper }),
      read.one(cartonNamed, { warehouse, upper }),
      read.one(workNamed, { warehouse, upper }),
      read.one(waveNamed, { warehouse, upper }),
    ]);
  const [shipment, outboundLoad, carton, work, wave] = papers.map((row) => row?.name ?? null);
  const plate = plates.find((one) => one.warehouse === warehouse)?.number ?? announced?.number ?? null;
  const itemKeys = [...new Set([...numbered, ...barcoded].map(({ item_key }) => item_key))];
  return {
    location,
    plate,
    itemKeys,
    orderKeys: orders.map(({ order_key }) => order_key),
    load: load?.load_number ?? null,
    lots,
    serials,
    outboundKeys: outbound.map(({ order_key }) => order_key),
    ...{ shipment, outboundLoad, carton, work, wave },
  };
}
