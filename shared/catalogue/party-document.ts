import * as z from 'zod';
import { address, line, name64, optional } from '#shared/kernel/fields.ts';

/** A firm or person that orders name by its account. */
export const partyDocument = z.strictObject({
  account: name64,
  kind: z.enum(['customer', 'supplier', 'carrier']),
  name: line,
  address: optional(address),
});

/** To cancel a party takes it off the list; orders that name it stay as they are. */
export const partyCancellation = partyDocument.partial().required({ account: true });

export type PartyDocument = z.infer<typeof partyDocument>;
export type PartyCancellation = z.infer<typeof partyCancellation>;
