import type { Context } from 'hono';
import * as z from 'zod';
import { type DocumentKind, documentKinds } from '../platform/documents.ts';
import { negotiate } from '../platform/http/negotiate.ts';
import { asSourceSystem, notFound, type Routes } from '../platform/http/routes.ts';
import { pdfAnswer } from '../platform/print/pdf.ts';
import type { Services } from '../platform/services.ts';
import { acknowledge, acknowledgement, acknowledgementRequest } from './acknowledge.ts';
import { newestEntry, versionsOf } from './documents.queries.ts';
import { drawDocument } from './draw-paper.ts';
import { isPaperKind, type StoredDocument } from './paper.ts';

/** What a version can be had as. Renderings for other readers are made from the stored document. */
const offeredOf = (kind: DocumentKind): [string, ...string[]] =>
  isPaperKind(kind) ? ['application/json', pdfType] : ['application/json'];

const pdfType = 'application/pdf';

const document = z.looseObject({
  /** Where its feed tells of it last; null in the moment before it does. Of an on-hand report what it is exact at. */
  position: z.number().nullable(),
  documentNumber: z.string(),
  version: z.number(),
  postingStatus: z.string(),
});
const access = { scopes: ['erp'] };
const tag = 'ERP';

/** One document of a source system: its newest version, a version of it, and the word that it arrived. */
export function addDocumentRoutes(routes: Routes, services: Services): void {
  for (const kind of Object.keys(documentKinds) as DocumentKind[]) {
    const offered = offeredOf(kind);
    const path = `/api/erp/${documentKinds[kind].feed}/{documentNumber}`;
    const answers = { 200: { description: 'The document', schema: document, contentTypes: offered } };

    routes.add(
      { method: 'get', path, summary: `A ${kind}: the newest version`, tag, access, answers },
      async ({ c, path: { documentNumber = '' }, caller }) => {
        const type = negotiate(c, offered);
        const { sourceSystem } = asSourceSystem(caller);
        return answerAs(type, await readVersion(services, { kind, number: documentNumber, sourceSystem }), kind, c);
      },
    );

    routes.add(
      { method: 'get', path: `${path}/versions/{n}`, summary: `A version of a ${kind}`, tag, access, answers },
      async ({ c, path: { documentNumber = '', n = '' }, caller }) => {
        const type = negotiate(c, offered);
        const { sourceSystem } = asSourceSystem(caller);
        const of = { kind, number: documentNumber, sourceSystem, version: versionOf(n) };
        return answerAs(type, await readVersion(services, of), kind, c);
      },
    );

    routes.add(
      {
        method: 'post',
        path: `${path}/versions/{n}/acknowledgement`,
        summary: `What the source system made of a version of a ${kind}; repeatable`,
        tag,
        access,
        body: acknowledgementRequest,
        answers: { 200: { description: 'What is kept', schema: acknowledgement } },
      },
      async ({ c, path: { documentNumber = '', n = '' }, body, caller }) => {
        const { sourceSystem } = asSourceSystem(caller);
        const of = { kind, number: documentNumber, version: versionOf(n), sourceSystem };
        return c.json(await acknowledge(services, of, body));
      },
    );
  }
}

/** A version as the reader wants it: what is as of reading is told in JSON only. */
async function answerAs(type: string, version: Version, kind: DocumentKind, c: Context): Promise<Response> {
  const { madeAt, ...told } = version;
  if (type !== pdfType || !isPaperKind(kind)) return c.json(told, 200, { vary: 'Accept' });
  const document = told as unknown as StoredDocument;
  const name = `${document.documentNumber}.${document.version}`;
  return pdfAnswer(await drawDocument(kind, document, new Date(madeAt)), name);
}

type Version = Awaited<ReturnType<typeof readVersion>>;

function versionOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound(text);
  return Number(text);
}

/** A document as its feed tells of it last, with what is as of reading. Without `version`, the newest. */
async function readVersion(
  services: Services,
  of: {
    readonly kind: DocumentKind;
    readonly number: string;
    readonly sourceSystem: string;
    readonly version?: number;
  },
) {
  const versions = await services.store.read.all(versionsOf.read, of);
  const wanted = versions.find((row) => of.version === undefined || row.version === of.version);
  if (!wanted) throw notFound(of.number);
  const { kind, number, sourceSystem } = of;
  const { feed } = documentKinds[kind];
  const entry = await services.store.read.one(newestEntry, { feed, sourceSystem, number, version: wanted.version });
  const stored = JSON.parse(entry?.body ?? wanted.body) as { readonly exactAtPosition?: number };
  return {
    position: stored.exactAtPosition ?? entry?.position ?? null,
    ...stored,
    active: wanted.active === 1,
    postingStatus: wanted.posting_status,
    acknowledgement: wanted.acknowledgement === null ? null : JSON.parse(wanted.acknowledgement),
    madeAt: wanted.made_at,
  };
}
