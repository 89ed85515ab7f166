import type { Command } from '#shared/command/envelope.ts';
import { plateNumberOf } from '../platform/facts/plates.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** The command as the rules read it: where it says `command:<id>`, the number of the plate that this command filled. */
export async function withPlateMeant<Body extends { readonly licensePlate?: string | undefined }>(
  trx: AppTrx,
  command: Command<Body>,
): Promise<Command<Body>> {
  const { licensePlate: asked } = command.body;
  const licensePlate = asked === undefined ? null : await plateNumberOf(trx, asked);
  return licensePlate === null ? command : { ...command, body: { ...command.body, licensePlate } };
}
