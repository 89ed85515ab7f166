import { commandReference } from '#shared/command/envelope.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

const shipmentMadeBy = statement<{ commandId: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('shipment')
    .where('command_id', '=', p('commandId'))
    .where('shipment', 'is not', null)
    .orderBy('shipment')
    .limit(1),
);

/** The number itself, or for `command:<id>` that of the first shipment that this command made; '' where it made none. */
export async function shipmentMeant(trx: AppTrx, text: string): Promise<string> {
  const commandId = commandReference(text);
  return commandId === null ? text : ((await trx.one(shipmentMadeBy, { commandId }))?.shipment ?? '');
}
