import * as z from 'zod';
import { uuidV7 } from '#shared/kernel/id.ts';
import { type DocumentKind, documentKinds } from '../platform/documents.ts';
import { publishEvent } from '../platform/events.ts';
import { notFound } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepAcknowledgement, versionsOf } from './documents.queries.ts';

/** What a source system says of a version that it has read. */
export const acknowledgementRequest = z.strictObject({
  result: z.enum(['posted', 'rejected']),
  reference: z.string().min(1).max(200).nullish(),
  reason: z.string().min(1).max(2000).nullish(),
});

export const acknowledgement = z.object({
  result: z.enum(['posted', 'rejected']),
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.string(),
});

export type Acknowledgement = z.infer<typeof acknowledgement>;

/**
 * Keeps what a source system says of a version. The same again changes nothing and gives the first answer; another
 * result replaces the one before, because what was rejected may be posted after a repair. 404 where the source system has
 * no such version.
 */
export async function acknowledge(
  services: Services,
  of: {
    readonly kind: DocumentKind;
    readonly number: string;
    readonly version: number;
    readonly sourceSystem: string;
  },
  said: z.infer<typeof acknowledgementRequest>,
): Promise<Acknowledgement> {
  const { kind, number, version, sourceSystem } = of;
  const eventId = uuidV7(services.clock.now(), services.random.bytes(10));
  return services.store.write(async (trx) => {
    const versions = await trx.all(versionsOf.lock[trx.dialect], { number, kind, sourceSystem });
    const known = versions.find((candidate) => candidate.version === version);
    if (!known) throw notFound(`${number}/${version}`);
    const before = known.acknowledgement === null ? null : (JSON.parse(known.acknowledgement) as Acknowledgement);
    const at = new Date(trx.now).toISOString();
    const after = { result: said.result, reference: said.reference ?? null, reason: said.reason ?? null, at };
    if (before && isSame(before, after)) return before;
    await keepAcknowledgement(trx, { number, version }, JSON.stringify(after));
    publishEvent(trx, {
      id: eventId,
      type: `${kind}.acknowledged`,
      sourceSystem,
      warehouse: known.warehouse,
      subject: number,
      data: { documentNumber: number, version, ...after, href: `/api/erp/${documentKinds[kind].feed}/${number}` },
    });
    return after;
  });
}

function isSame(a: Acknowledgement, b: Acknowledgement): boolean {
  return a.result === b.result && a.reference === b.reference && a.reason === b.reason;
}
