import { createHash } from 'node:crypto';
import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { problem } from '#shared/kernel/problem.ts';
import { permitsIn } from '../platform/auth.ts';
import type { Person } from '../platform/http/caller.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asPerson, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepPhoto, photoContent, photoFacts } from './photo.queries.ts';
import { photoTypeOf, photoTypes } from './photo-type.ts';

/** A photo of a handheld, made smaller there, has a few hundred kilobytes. */
const limitBytes = 8 * 1024 * 1024;
const permit = 'stock.read';

const kept = z.object({ photo: z.string(), contentType: z.string(), sizeBytes: z.number() });

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
        200: { description: 'It was kept before', schema: kept },
        201: { description: 'Kept', schema: kept },
      },
    },
    async ({ c, path, query: { warehouse }, body: content, caller }) => {
      const { id } = z.object({ id: z.uuid() }).safeParse(path).data ?? missing(path.id);
      const person = asPerson(caller);
      mayIn(person, warehouse);
      const contentType = photoTypeOf(content);
      if (!contentType) throw new HttpProblem(415, problem('photo.not_a_picture', { types: photoTypes.join(', ') }));
      const sha256 = createHash('sha256').update(content).digest('hex');
      const isNew = await services.store.write(async (trx) => {
        const { operator, device } = person;
        const by = { operator, device, uploaded_at: trx.now };
        const sizes = { content_type: contentType, size_bytes: content.byteLength, sha256 };
        return keepPhoto(trx, { id, warehouse, ...sizes, ...by, content });
      });
      if (!isNew) {
        const known = await photoFacts(services.store.read, id);
        if (known?.sha256 !== sha256) throw new HttpProblem(409, problem('photo.id_reused', { photo: id }));
      }
      return c.json({ photo: id, contentType, sizeBytes: content.byteLength }, isNew ? 201 : 200);
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
      const row = await photoContent(services.store.read, path.id ?? '');
      if (!row) return missing(path.id);
      mayIn(asPerson(caller), row.warehouse);
      // A photo never changes, and is nothing that a browser may run.
      return c.body(new Uint8Array(row.content), 200, {
        'content-type': row.content_type,
        'cache-control': 'private, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  );
}

function mayIn(person: Person, warehouse: string): void {
  if (isPermitted(permitsIn(person, warehouse), permit)) return;
  throw new HttpProblem(403, problem('auth.permit_missing', { operation: permit, warehouse }));
}

function missing(id: string | undefined): never {
  throw notFound(`photo ${id ?? ''}`);
}
