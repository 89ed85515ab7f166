import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { problem } from '#shared/kernel/problem.ts';
import { labelKinds, leastMedia, mediaText, suits } from '#shared/labels/kinds.ts';
import { permitsIn } from '../platform/auth.ts';
import { placeCounted } from '../platform/facts/withhold.ts';
import { goodsWithheldFrom } from '../platform/http/blind.ts';
import { namesIn } from '../platform/http/body.ts';
import { negotiate } from '../platform/http/negotiate.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import { pdfAnswer } from '../platform/print/pdf.ts';
import { drawZpl } from '../platform/print/picture.ts';
import type { Services } from '../platform/services.ts';
import { pictureAnswer } from './console.routes.ts';
import { gather } from './gather.ts';
import type { Label, Size } from './label.ts';
import { labelPdf, sheetLabel, sheetPdf } from './label-pdf.ts';
import { personOnLabel } from './subjects.queries.ts';
import { zplOf } from './zpl.ts';

const permit = 'labels.print';
const forms = ['application/pdf', 'application/zpl', 'text/plain', 'image/png'] as const;

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  subject: z.string().min(1).max(64).optional(),
  subjects: z.string().max(40_000).optional().describe('Several of them: a JSON list.'),
  width: z.coerce.number().min(20).max(300).optional().describe('Of the label, mm; 4 × 6 inches unless said.'),
  height: z.coerce.number().min(20).max(300).optional(),
  dpi: z.enum(['203', '300']).default('203'),
  paper: z.enum(['label', 'a4']).default('label').describe('`a4`: sheets of 3 × 8 labels of 70 × 37 mm, as PDF.'),
  language: z.string().min(2).max(35).optional(),
  sourceSystem: z.string().min(1).max(64).optional(),
  unit: z.string().min(1).max(32).optional(),
  lot: z.string().min(1).max(64).optional(),
  expiryDate: z.iso.date().optional(),
});

/** Labels to look at, to keep, or for a printer that is no label printer. Nothing is printed, and nothing is a copy. */
export function addLabelRoutes(routes: Routes, { store, clock }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/device/labels/{kind}',
      summary: 'Labels of a kind: as PDF (singly or on sheets), as ZPL for a resolution, or the first one as a picture',
      tag: 'Device',
      access: { permit },
      query,
      answers: { 200: { description: 'The labels', schema: z.string(), contentTypes: [...forms] } },
    },
    async ({ c, caller, query: asked, path: { kind: named = '' } }) => {
      const kind = labelKinds.find((known) => known === named);
      if (!kind) throw notFound(named);
      const { warehouse, subject, subjects, paper, width, height, dpi: dots, ...rest } = asked;
      const person = asPersonIn(caller, warehouse, permit);
      if (kind === 'badge' && !isPermitted(permitsIn(person, warehouse), 'people.administer')) {
        throw new HttpProblem(403, problem('labels.badges_forbidden'));
      }
      const size = paper === 'a4' ? sheetLabel : { width: width ?? 101.6, height: height ?? 152.4 };
      if (!suits(kind, size)) throw tooSmall(kind, size);
      const operator = await store.read.one(personOnLabel, { badge: person.operator });
      const language = rest.language ?? operator?.language ?? 'en';
      const meant = [...(subject === undefined ? [] : [subject]), ...listed(subjects)];
      const gathered = await gather(store.read, { ...rest, kind, warehouse, language, subjects: meant });
      const missing = gathered.find((one) => one.subject.name === null);
      if (missing || gathered.length === 0) throw notFound(missing?.subject.asked ?? named);
      const counted = await goodsWithheldFrom(person, { read: store.read, nowMs: clock.now(), warehouse });
      const hidden = placeCounted(
        counted,
        gathered.flatMap(({ tells = [] }) => tells),
      );
      if (hidden !== null) throw new HttpProblem(409, problem('counting.blind', { location: hidden }));
      const labels = gathered.flatMap(({ draw }) => draw(size));
      const title = gathered.length === 1 ? `${kind}-${gathered[0]?.subject.name}` : kind;
      const about = { title, language: gathered[0]?.language ?? language, madeAt: new Date(clock.now()) };
      const type = negotiate(c, forms);
      if (type === 'application/pdf') {
        return pdfAnswer(await (paper === 'a4' ? sheetPdf(labels, about) : labelPdf(labels, about)), title);
      }
      const dpi = dots === '300' ? 300 : 203;
      const [first] = labels;
      if (type === 'image/png' && first) return pictureAnswer(await drawZpl(zplOf([first], dpi), first, dpi));
      return zplAnswer(labels, dpi, type);
    },
  );
}

export function zplAnswer(labels: readonly Label[], dpi: 203 | 300, type: string): Response {
  return new Response(zplOf(labels, dpi), { headers: { 'content-type': `${type}; charset=utf-8`, vary: 'Accept' } });
}

function listed(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    return namesIn(JSON.parse(text)).slice(0, 500);
  } catch {
    const error = { pointer: '/subjects', code: 'request.malformed', value: text };
    throw new HttpProblem(422, problem('request.invalid', {}, [error]));
  }
}

function tooSmall(kind: (typeof labelKinds)[number], size: Size): HttpProblem {
  const params = { media: mediaText(size), least: leastMedia(kind) };
  return new HttpProblem(422, problem('labels.too_small', params));
}
