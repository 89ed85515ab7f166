import { createHash } from 'node:crypto';
import * as z from 'zod';
import { problem } from '#shared/kernel/problem.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepPart, keepPhoto, photoContent, photoFacts } from './photo.queries.ts';
import { photoTypeOf, photoTypes } from './photo-type.ts';

/** A photo of a handheld, made smaller there, has a few hundred kilobytes. */
const limitBytes = 8 * 1024 * 1024;
/** Reaches the disk about as fast as a few commands do. */
const partBytes = 32 * 1024;
const permit = 'stock.read';

const keptPhoto = z.object({ photo: z.string(), contentType: z.string(), sizeBytes: z.number() });

/**
 * Photos that say what is wrong with goods. A device makes the id, names it in its command, and sends the picture when
 * there is a network: before or after the command, as often as it takes.
 */
export function addPhotoRoutes(routes: Routes, services: Services): void {
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
      if (!contentType) throw new HttpProblem(415, problem('photo.not_a_picture', { types: photoTypes.join(', ') }));
      const sha256 = createHash('sha256').update(content).digest('hex');
      await keepParts(services, id, sha256, content);
      const about = { id, warehouse, content_type: contentType, size_bytes: content.byteLength, sha256 };
      const kept = await services.store.write((trx) =>
        keepPhoto(trx, { ...about, uploaded_by: person.operator, device: person.device, uploaded_at: trx.now }),
      );
      if (kept.sha256 !== sha256) throw new HttpProblem(409, problem('photo.id_reused', { photo: id }));
      return c.json({ photo: id, contentType, sizeBytes: content.byteLength }, kept.isNew ? 201 : 200);
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
      return c.body(await photoContent(services.store.read, id, row.sha256), 200, {
        'content-type': row.content_type,
        'cache-control': 'private, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  );
}

/** One part after the other, each in a transaction of its own: commands that wait go between. */
async function keepParts(services: Services, photo: string, sha256: string, content: Uint8Array): Promise<void> {
  for (let part = 0; part * partBytes < content.byteLength; part += 1) {
    const piece = content.subarray(part * partBytes, (part + 1) * partBytes);
    await services.store.write((trx) => keepPart(trx, { photo, sha256, part, content: piece }));
  }
}

function missing(id: string | undefined): never {
  throw notFound(`photo ${id ?? ''}`);
}
