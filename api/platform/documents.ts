import { invariant } from '#shared/kernel/invariant.ts';
import { nextNumber } from './counter.ts';
import { insertDocument, reportCoverage, reportCoverageOfShipment } from './documents.queries.ts';
import { publishEvent } from './events.ts';
import type { AppTrx } from './store.ts';

/** The kinds of documents, the feed each appears in, and the letters its numbers begin with. */
export const documentKinds = {
  'shipment-receipt': { feed: 'shipment-receipts', prefix: 'SR' },
  'counting-journal': { feed: 'counting-journals', prefix: 'CJ' },
} as const;

export type DocumentKind = keyof typeof documentKinds;

/**
 * A document to be issued. `body` holds the members that the outside contract names for its kind, but for
 * `documentNumber`, `version`, `active` and `supersedes` (given here) and `position` and `postingStatus` (as of reading).
 * Quantities are already numbers in the unit that stands beside them.
 */
export interface DocumentDraft {
  readonly kind: DocumentKind;
  readonly sourceSystem: string;
  readonly warehouse: string;
  readonly commandId: string;
  readonly body: {
    /** Whether the source system books quantities from this document. */
    readonly quantityChannel: boolean;
    readonly lines: readonly object[];
    readonly [member: string]: unknown;
  };
}

export interface IssuedDocument {
  readonly documentNumber: string;
  readonly version: number;
}

/**
 * Gives a document its number, stores it for good, and puts it in its feed and in the feed of events. Nothing ever
 * changes the stored text: a correction is a newer version.
 */
export async function issueDocument(trx: AppTrx, draft: DocumentDraft): Promise<IssuedDocument> {
  const { kind, sourceSystem, warehouse, commandId } = draft;
  const { feed, prefix } = documentKinds[kind];
  const documentNumber = `${prefix}-${String(await nextNumber(trx, kind)).padStart(8, '0')}`;
  const version = 1;
  const body = { documentNumber, version, active: true, supersedes: null, warehouse, ...draft.body };
  await trx.one(insertDocument, {
    kind,
    number: documentNumber,
    version,
    sourceSystem,
    warehouse,
    body: JSON.stringify(body),
    madeAt: trx.now,
    commandId,
  });
  trx.publish({ kind: 'feed', feed, sourceSystem, warehouse, subject: documentNumber, version, body });
  publishEvent(trx, {
    id: `${documentNumber}.${version}:issued`,
    type: `${kind}.issued`,
    sourceSystem,
    warehouse,
    subject: documentNumber,
    data: { documentNumber, version, active: true, href: `/api/erp/${feed}/${documentNumber}/versions/${version}` },
  });
  return { documentNumber, version };
}

/** Which stock changes a document tells of: by the ids of their coverage, or all registrations of a shipment. */
export type Covered = { readonly coverage: readonly string[] } | { readonly load: string; readonly orderKey: string };

const idsPerStatement = 500;

/**
 * Notes that a document tells of these changes, so that the planning feed shows them as reported. The coverage of a
 * registration has the registration's id.
 */
export async function markReported(trx: AppTrx, documentNumber: string, covered: Covered): Promise<void> {
  if ('load' in covered) {
    await trx.one(reportCoverageOfShipment, { documentNumber, load: covered.load, orderKey: covered.orderKey });
    return;
  }
  invariant(covered.coverage.length > 0, 'a document tells of at least one change');
  for (let start = 0; start < covered.coverage.length; start += idsPerStatement) {
    await reportCoverage(trx, documentNumber, covered.coverage.slice(start, start + idsPerStatement));
  }
}
