import { commandReference } from '#shared/command/envelope.ts';
import type { Runner } from '../db/connection.ts';
import { isOneOf } from '../db/lists.ts';
import { statement } from '../db/statement.ts';

const openedBy = statement<{ commandId: string }>()((k, p) =>
  k.selectFrom('carton').select('carton').where('command_id', '=', p('commandId')),
);

const ofShipments = statement<{ shipments: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('carton')
    .selectAll()
    .where(isOneOf(dialect, 'shipment', p('shipments')))
    .orderBy('carton'),
);

/** The number itself, or for `command:<id>` that of the carton that this command opened; null where it opened none. */
export async function cartonMeant(read: Runner, text: string): Promise<string | null> {
  const commandId = commandReference(text);
  return commandId === null ? text : ((await read.one(openedBy, { commandId }))?.carton ?? null);
}

/** All cartons of a shipment, whatever their status, in the order of their numbers. */
export async function cartonsOfShipment(read: Runner, shipment: string) {
  return cartonsOfShipments(read, [shipment]);
}

/** The same of several shipments. */
export async function cartonsOfShipments(read: Runner, shipments: readonly string[]) {
  return read.all(ofShipments, { shipments });
}
