import { commandReference } from '#shared/command/envelope.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { cartonMeant } from '../platform/facts/cartons.queries.ts';
import { none, putawayType, shippedState, undoneWork } from '../platform/facts/literals.ts';
import { plateNumberOf } from '../platform/facts/plates.queries.ts';
import type { AppTrx } from '../platform/store.ts';

export const shipmentsToLoad = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select(['shipment', 'status', 'load_number', 'staging'])
    .where('load_number', '=', p('load'))
    .where('status', 'not in', ['shipped', 'cancelled'])
    .orderBy('shipment'),
);

export const loadToFill = lockingStatement<{ load: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_load')
    .select(['load_number', 'status', 'door'])
    .where('load_number', '=', p('load'))
    .where('warehouse', '=', p('warehouse')),
);

const loadMadeBy = statement<{ commandId: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('outbound_shipment as s', 's.shipment', 'w.shipment')
    .select('s.load_number')
    .where('w.command_id', '=', p('commandId'))
    .where('w.type', '<>', putawayType)
    .orderBy('s.load_number')
    .limit(1),
);

/** Shipments with picked goods on a plate. */
export const shipmentOfUnit = statement<{ licensePlate: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .innerJoin('outbound_shipment as s', 's.shipment', 'r.shipment')
    .select(['s.shipment', 's.status', 's.load_number', 's.warehouse'])
    .where('r.license_plate', '=', p('licensePlate'))
    .where('r.license_plate', '<>', none)
    .where('r.state', '<>', shippedState)
    .where('r.state', '=', 'picked')
    .orderBy('s.shipment')
    .limit(1),
);

export const cartonState = statement<{ carton: string }>()((k, p) =>
  k.selectFrom('carton').select(['carton', 'status']).where('carton', '=', p('carton')),
);

export const openWorkOnLoad = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('outbound_shipment as s', 's.shipment', 'w.shipment')
    .select((eb) => eb.fn.countAll<number>().as('works'))
    .where('s.load_number', '=', p('load'))
    .where('w.status', 'in', undoneWork),
);

export const setLoadState = statement<{ load: string; status: string; door: string | null }>()((k, p) =>
  k
    .updateTable('outbound_load')
    .set((eb) => ({ status: p('status'), door: eb.fn.coalesce(p('door'), 'door'), version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load')),
);

export const setCartonPlace = statement<{ carton: string; status: string; location: string }>()((k, p) =>
  k
    .updateTable('carton')
    .set((eb) => ({ status: p('status'), location: p('location'), version: eb('version', '+', 1) }))
    .where('carton', '=', p('carton')),
);

export const setShipmentState = statement<{ shipment: string; status: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ status: p('status'), version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment')),
);

/** A load by its number, or that of the first shipment that a command made. */
export async function loadMeant(trx: AppTrx, text: string): Promise<string> {
  const commandId = commandReference(text);
  return commandId === null ? text : ((await trx.one(loadMadeBy, { commandId }))?.load_number ?? '');
}

/** A carton or plate by its number, or the carton that a command opened, or the plate that it put goods on. */
export async function unitMeant(trx: AppTrx, text: string): Promise<string> {
  return (await cartonMeant(trx, text)) ?? (await plateNumberOf(trx, text)) ?? text;
}
