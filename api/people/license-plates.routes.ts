import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { asPerson, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { rangeAsked } from './plate-range.ts';
import { enrolDevice, findDevice } from './session.queries.ts';

const asked = z.strictObject({
  /** The last number of the newest range that the device has; 0 when it has none. */
  after: z.int().min(0),
});

const range = later(() => z.object({ from: z.number(), to: z.number(), companyPrefix: z.string() }));

/**
 * A device whose range of licence plate numbers runs low gets the next one. It says up to where it has numbers, so that
 * an answer that was lost costs none: asked again it is given the same range.
 */
export function addLicensePlateRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'post',
      path: '/api/device/license-plates',
      summary: 'The range of licence plate numbers after the one the device of this session has',
      tag: 'Device',
      access: { permit: 'any' },
      idempotency: 'own',
      body: asked,
      answers: { 200: { description: 'Numbers of SSCCs under a company prefix, both ends included', schema: range } },
    },
    async ({ c, body, caller }) => c.json(await rangeAfter(services, asPerson(caller).device, body.after)),
  );
}

async function rangeAfter(services: Services, device: string, after: number) {
  return services.store.write(async (trx) => {
    const known = await trx.one(findDevice, { id: device });
    if (known?.revoked_at !== null) throw new HttpProblem(403, problem('device.unknown', { device }));
    const enrolled = await trx.one(enrolDevice, { id: device, at: trx.now });
    return rangeAsked(trx, device, enrolled, enrolled?.sscc_to === after);
  });
}
