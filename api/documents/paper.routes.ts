import * as z from 'zod';
import type { DocumentKind } from '../platform/documents.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import { pdfAnswer } from '../platform/print/pdf.ts';
import type { Services } from '../platform/services.ts';
import { versionsOfDocument } from './console.queries.ts';
import { drawDocument } from './draw-paper.ts';
import { isPaperKind, type StoredDocument } from './paper.ts';

const permit = 'orders.read';

/** A document on paper, for those who ship and receive; its source system has it at the interface. */
export function addPaperRoutes(routes: Routes, { store: { read } }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/documents/{documentNumber}/paper',
      summary:
        'A receipt or packing slip as a PDF in the language of its order; the newest version unless one is asked for',
      tag: 'Console',
      access: { permit },
      query: z.strictObject({ version: z.coerce.number().int().min(1).max(999_999_999).optional() }),
      answers: { 200: { description: 'The document', contentTypes: ['application/pdf'] } },
    },
    async ({ path: { documentNumber = '' }, query: { version }, caller }) => {
      const versions = await versionsOfDocument(read, documentNumber);
      const wanted = versions.find((row) => version === undefined || row.version === version);
      const kind = wanted?.kind as DocumentKind | undefined;
      if (!wanted || !kind || !isPaperKind(kind)) throw notFound(documentNumber);
      asPersonIn(caller, wanted.warehouse, permit);
      const stored = JSON.parse(wanted.body) as StoredDocument;
      const told = { ...stored, documentNumber, version: wanted.version, active: wanted.active === 1 };
      const pdf = await drawDocument(kind, told, new Date(wanted.made_at));
      return pdfAnswer(pdf, `${documentNumber}.${wanted.version}`);
    },
  );
}
