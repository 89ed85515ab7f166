import * as z from 'zod';
import { type DocumentDetail, type DocumentRow, documentDetail, documentList } from '#shared/documents/console.ts';
import { instant } from '../platform/clock.ts';
import { type DocumentKind, documentKinds } from '../platform/documents.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  authorOfCommand,
  type DocumentColumns,
  type DocumentPosition,
  nameOf,
  newestDocuments,
  versionsOfDocument,
} from './console.queries.ts';

const permit = 'integration.read';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  kind: z.enum(Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]]).optional(),
  acknowledgement: z.enum(['none', 'posted', 'rejected']).optional(),
  posting: z.enum(['stuck']).optional(),
  search: z.string().min(1).max(64).optional(),
  before: z.string().min(3).max(120).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const detailQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });

/** What people see of documents: which were made, what the source system said of them, and their versions. */
export function addDocumentConsoleRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  async function reversalOf(text: string | null): Promise<DocumentDetail['reversal']> {
    if (text === null) return null;
    const { at, by, reason } = JSON.parse(text) as KeptReversal;
    return { at, by: await nameOf(read, by), reason };
  }

  routes.add(
    {
      method: 'get',
      path: '/api/console/documents',
      summary: 'Documents of a warehouse, newest first',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'A page of documents', schema: documentList } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const before = positionOf(asked.before);
      const rows = await newestDocuments(read, { ...asked, before, limit: asked.limit + 1 });
      const shown = rows.slice(0, asked.limit);
      const last = shown.at(-1);
      const next = rows.length > asked.limit && last ? `${last.made_at} ${last.number}.${last.version}` : null;
      return c.json({ items: shown.map(rowOf), next });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/documents/{documentNumber}',
      summary: 'A document with its versions; the newest unless a version is asked for',
      tag: 'Console',
      access: { permit },
      query: detailQuery,
      answers: { 200: { description: 'The document', schema: documentDetail } },
    },
    async ({ c, path: { documentNumber = '' }, query: { version }, caller }) => {
      const versions = await versionsOfDocument(read, documentNumber);
      const wanted = versions.find((row) => version === undefined || row.version === version);
      if (!wanted) throw notFound(documentNumber);
      if (wanted.warehouse !== '') asPersonIn(caller, wanted.warehouse, permit);
      const detail: DocumentDetail = {
        ...rowOf(wanted),
        madeBy: await authorOfCommand(read, wanted.command_id),
        postedAt: wanted.posted_at === null ? null : instant(wanted.posted_at),
        reversal: await reversalOf(wanted.reversal),
        body: JSON.parse(wanted.body) as Record<string, unknown>,
        versions: versions.map(rowOf),
      };
      return c.json(detail);
    },
  );
}

interface KeptReversal {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

function rowOf(row: DocumentColumns): DocumentRow {
  const body = JSON.parse(row.body) as { readonly lines: readonly unknown[]; readonly quantityChannel: boolean };
  return {
    kind: row.kind,
    documentNumber: row.number,
    version: row.version,
    active: row.active === 1,
    supersedes: row.supersedes,
    postingStatus: row.posting_status,
    postingProblem:
      row.posting_problem === null ? null : (JSON.parse(row.posting_problem) as DocumentRow['postingProblem']),
    sourceSystem: row.source_system,
    warehouse: row.warehouse,
    lines: body.lines.length,
    quantityChannel: body.quantityChannel,
    madeAt: instant(row.made_at),
    acknowledgement:
      row.acknowledgement === null ? null : (JSON.parse(row.acknowledgement) as DocumentRow['acknowledgement']),
  };
}

/** Reads `before` back, `<made at> <number>.<version>`; what is no such position gives the first page. */
function positionOf(text: string | undefined): DocumentPosition | undefined {
  const [, madeAt, number, version] = /^(\d{1,15}) (.+)\.(\d{1,9})$/.exec(text ?? '') ?? [];
  return number === undefined ? undefined : { madeAt: Number(madeAt), number, version: Number(version) };
}
