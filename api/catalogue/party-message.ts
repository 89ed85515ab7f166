import { type PartyDocument, partyCancellation, partyDocument } from '#shared/catalogue/party-document.ts';
import { accepted } from '#shared/command/message-verdict.ts';
import { type MessageKind, messageOperation } from '../platform/message-kind.ts';
import { partyTable } from './item.queries.ts';

/** Customers, suppliers and carriers. Orders name them by free text, so nothing is refused here and nothing depends on it. */
export const partyMessages: MessageKind = {
  type: 'party',
  member: 'party',
  laneOf: (document) => `party:${(document as PartyDocument).account}`,
  orderNumberOf: () => null,
  warehouseOf: () => null,
  upsert: messageOperation({
    document: partyDocument,
    facts: async () => null,
    decide: ({ document }) => accepted(document),
    apply: (trx, { sourceSystem }, party) => {
      const { account, kind } = party;
      const row = { source_system: sourceSystem, account, kind, document: JSON.stringify(party), changed_at: trx.now };
      return partyTable.put(trx, [row]);
    },
  }),
  cancel: messageOperation({
    document: partyCancellation,
    facts: async () => null,
    decide: ({ document }) => accepted(document.account),
    apply: (trx, { sourceSystem }, account) => partyTable.remove(trx, [{ source_system: sourceSystem, account }]),
  }),
};
