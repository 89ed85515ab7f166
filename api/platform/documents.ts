import { invariant } from '#shared/kernel/invariant.ts';
import { nextName } from './counter.ts';
import {
  activeVersion,
  deactivateDocument,
  insertDocument,
  newestVersionOf,
  reopenCoverage,
  reportCoverageOfCommand,
  reportCoverageOfReceipt,
  reversedDocumentOf,
} from './documents.queries.ts';
import { publishEvent } from './events.ts';
import type { SettledLeg } from './published-row.ts';
import type { AppTrx } from './store.ts';

/** The kinds of documents, the feed each appears in, and the letters its numbers begin with. */
export const documentKinds = {
  'shipment-receipt': { feed: 'shipment-receipts', prefix: 'SR' },
  'packing-slip': { feed: 'packing-slips', prefix: 'PS' },
  'counting-journal': { feed: 'counting-journals', prefix: 'CJ' },
  'on-hand-report': { feed: 'on-hand-reports', prefix: 'OH' },
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
  /** Empty for one of all warehouses. */
  readonly warehouse: string;
  readonly commandId: string;
  readonly body: {
    /** Whether the source system books quantities from this document. */
    readonly quantityChannel: boolean;
    readonly lines: readonly object[];
    readonly [member: string]: unknown;
  };
  /** The document that this is a newer version of, whose newest version was reversed; a new number where there is none. */
  readonly number?: string | null;
  /** The changes of stock that it tells of. */
  readonly tellsOf?: readonly SettledLeg[];
}

export interface IssuedDocument {
  readonly documentNumber: string;
  readonly version: number;
}

/**
 * Gives a document its number, stores it for good, and puts it in its feed and in the feed of events. Nothing ever
 * changes the stored text: a correction is a newer version, whole, after the one before was reversed. Numbers may be
 * left out, so that no document waits for another to be committed.
 */
export async function issueDocument(trx: AppTrx, draft: DocumentDraft): Promise<IssuedDocument> {
  const { kind, sourceSystem, warehouse, commandId } = draft;
  const { feed, prefix } = documentKinds[kind];
  const documentNumber = draft.number ?? (await nextName(trx, kind, prefix));
  const before = draft.number ? await trx.one(newestVersionOf, { number: documentNumber }) : undefined;
  invariant(before?.active !== 1, `the version of ${documentNumber} before was reversed`);
  const version = (before?.version ?? 0) + 1;
  const supersedes = before?.version ?? null;
  const head = { documentNumber, version, active: true, supersedes };
  const body = { ...head, ...(warehouse !== '' && { warehouse }), ...draft.body };
  await trx.one(insertDocument, {
    kind,
    number: documentNumber,
    version,
    supersedes,
    postingStatus: kind === 'on-hand-report' ? 'posted' : 'ready',
    sourceSystem,
    warehouse,
    body: JSON.stringify(body),
    madeAt: trx.now,
    commandId,
  });
  const settles = settlementOf(kind, draft.body.quantityChannel, draft.tellsOf ?? []);
  trx.publish({ kind: 'feed', feed, sourceSystem, warehouse, subject: documentNumber, version, body, ...settles });
  tell(trx, { kind, documentNumber, version, sourceSystem, warehouse }, 'issued', { active: true });
  return { documentNumber, version };
}

export interface Reversal {
  readonly reason: string;
  /** The badge of whoever reversed it. */
  readonly by: string;
  /** The changes that the version told of: they wait for the next one. */
  readonly toldOf: readonly SettledLeg[];
}

/**
 * Takes the active version of a receipt back: its feed gets a row of the same version that is not active, whose whole
 * content the source system takes out again. What the source system said of the version is forgotten, because it has to
 * be said of its reversal.
 */
export async function reverseDocument(trx: AppTrx, number: string, reversal: Reversal): Promise<IssuedDocument> {
  const { reason, by, toldOf } = reversal;
  const document = await trx.one(activeVersion, { number });
  invariant(document?.posting_status === 'ready', `${number} can be reversed`);
  const { version, warehouse, source_system: sourceSystem } = document;
  const kind = document.kind as DocumentKind;
  const { feed } = documentKinds[kind];
  const told = { at: new Date(trx.now).toISOString(), reason };
  await trx.one(deactivateDocument, { number, version, reversal: JSON.stringify({ ...told, by }) });
  const stored = JSON.parse(document.body) as DocumentDraft['body'];
  const body = { ...stored, active: false, reversal: told };
  const again = toldOf.map((leg) => ({ ...leg, quantity_base: -leg.quantity_base }));
  const settles = settlementOf(kind, stored.quantityChannel, again);
  trx.publish({ kind: 'feed', feed, sourceSystem, warehouse, subject: number, version, body, ...settles });
  tell(trx, { kind, documentNumber: number, version, sourceSystem, warehouse }, 'reversed', { active: false, reason });
  if (stored.quantityChannel) await trx.one(reopenCoverage, { number });
  return { documentNumber: number, version };
}

function settlementOf(kind: DocumentKind, isReported: boolean, legs: readonly SettledLeg[]) {
  const isReceived = kind === 'shipment-receipt';
  if (legs.length === 0 || !(isReported || isReceived)) return {};
  return { settles: { legs, isReported, isReceived } };
}

/** What events tell of a document: which one, and what became of it. */
export interface ToldDocument {
  readonly kind: DocumentKind;
  readonly documentNumber: string;
  readonly version: number;
  readonly sourceSystem: string;
  readonly warehouse: string;
}

/**
 * Tells the source system what became of a version: `issued`, `reversed`, `posted`, `posting-failed`. What can happen to
 * it more than once says with `again` which time it is.
 */
export function tell(trx: AppTrx, document: ToldDocument, what: string, more: object, again = ''): void {
  const { kind, documentNumber, version, sourceSystem, warehouse } = document;
  const href = `/api/erp/${documentKinds[kind].feed}/${documentNumber}/versions/${version}`;
  publishEvent(trx, {
    id: `${documentNumber}.${version}:${what}${again}`,
    type: `${kind}.${what}`,
    sourceSystem,
    warehouse,
    subject: documentNumber,
    data: { documentNumber, version, ...more, href },
  });
}

/** The document of a shipment, through a channel, whose next version is due because it was reversed; null for none. */
export async function numberToReissue(
  trx: AppTrx,
  shipment: { readonly kind: DocumentKind; readonly load: string; readonly orderKey: string; readonly channel: string },
): Promise<string | null> {
  return (await trx.one(reversedDocumentOf, shipment))?.document_number ?? null;
}

/** Which stock changes a document tells of: those of a command, or the registrations on a load that are on it. */
export type Covered = { readonly commandId: string } | { readonly load: string };

/**
 * Notes that a document tells of these changes, so that the planning feed shows them as reported. Those that the update
 * log has told of are not touched.
 */
export async function markReported(trx: AppTrx, documentNumber: string, covered: Covered): Promise<void> {
  if ('load' in covered) await trx.one(reportCoverageOfReceipt, { documentNumber, ...covered });
  else await trx.one(reportCoverageOfCommand, { documentNumber, ...covered });
}
