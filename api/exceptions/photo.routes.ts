import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepPhoto } from './keep-photo.ts';
import { photoFacts, photoPart } from './photo.queries.ts';
import { makePhotoTurns } from './photo-turns.ts';
import { maySayPhoto, photoTypeOf, photoTypes } from './photo-type.ts';

/** A photo of a handheld, made smaller there, has a few hundred kilobytes. */
const limitBytes = 8 * 1024 * 1024;
const permit = 'stock.read';

const keptPhoto = later(() => z.object({ photo: z.string(), contentType: z.string(), sizeBytes: z.number() }));

/**
 * Photos that say what is wrong with goods. A device makes the id, names it in its command, and sends the picture when
 * there is a network: before or after the command, as often as it takes.
 */
export function addPhotoRoutes(routes: Routes, services: Services): void {
  const inTurn = makePhotoTurns(services.clock);

  routes.add(
    {
      method: 'put',
      path: '/api/device/photos/{id}',
      summary: 'Keeps a photo under the id its device made; sending the same one again changes nothing',
      tag: 'Floor',
      access: { permit },
      query: z.strictObject({ warehouse: z.string().min(1).max(32) }),
      body: z.instanceof(Uint8Array),
      fileTypes: photoTypes,
      bodyLimitBytes: limitBytes,
      idempotency: 'own',
      answers: {
        200: { description: 'It was kept before', schema: keptPhoto },
        201: { description: 'Kept', schema: keptPhoto },
      },
    },
    async ({ c, path, query: { warehouse }, body: content, caller }) => {
      const { id } = z.object({ id: z.uuid() }).safeParse(path).data ?? missing(path.id);
      const person = asPersonIn(caller, warehouse, permit);
      const contentType = photoTypeOf(content);
      if (!contentType || !maySayPhoto(c.req.header('content-type') ?? '')) {
        throw new HttpProblem(415, problem('photo.not_a_picture', { types: photoTypes.join(', ') }));
      }
      const by = { uploaded_by: person.operator, device: person.device };
      const keeper = { store: services.store, inTurn };
      const kept = await keepPhoto(keeper, { id, warehouse, content_type: contentType, ...by }, content);
      if (kept === 'isTaken') throw new HttpProblem(409, problem('photo.id_reused', { photo: id }));
      return c.json({ photo: id, contentType, sizeBytes: content.byteLength }, kept === 'isNew' ? 201 : 200);
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/photos/{id}',
      summary: 'A photo',
      tag: 'Floor',
      access: { permit },
      answers: { 200: { description: 'The picture', contentTypes: photoTypes } },
    },
    async ({ c, path, caller }) => {
      const id = path.id ?? '';
      const row = await photoFacts(services.store.read, id);
      if (!row) return missing(id);
      asPersonIn(caller, row.warehouse, permit);
      // A photo never changes, and is nothing that a browser may run.
      return c.body(partsOf(services, id, row.sha256), 200, {
        'content-type': row.content_type,
        'content-length': String(row.size_bytes),
        'cache-control': 'private, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  );
}

/** The picture, read part by part as fast as it can be sent: a kept photo never changes. */
function partsOf({ store }: Services, photo: string, sha256: string): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (sending) => {
        const content = await photoPart(store.read, { photo, sha256, part: next });
        next += 1;
        if (content) sending.enqueue(content);
        else sending.close();
      },
    },
    { highWaterMark: 0 },
  );
}

function missing(id: string | undefined): never {
  throw notFound(`photo ${id ?? ''}`);
}
