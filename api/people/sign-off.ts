import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { problem } from '#shared/kernel/problem.ts';
import { permitsIn } from '../platform/auth.ts';
import { noteChange } from '../platform/http/administrator.ts';
import type { Person } from '../platform/http/caller.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { Services } from '../platform/services.ts';
import { provePerson } from './prove-person.ts';
import { endSession } from './session.queries.ts';
import { type GoodsInHand, giveBackWork, goodsInHand, layDown, lockClaimsRunOut } from './sign-off.queries.ts';

/** A supervisor who vouches for the goods that a worker leaves behind. */
export const vouching = z.strictObject({ badge: z.string().min(1).max(64), pin: z.string().min(1).max(64) });
export type Vouching = z.infer<typeof vouching>;

/** Who vouches for others decides on exceptions too. */
const permit = 'exceptions.resolve';

/**
 * Ends a session. With goods in the worker's hands 409 `session.goods_in_hand`, unless it is forced by a supervisor of
 * their warehouse: 422 `session.credentials_missing`, 401 and 429 as at signing in, 403 for anybody else. Plates are
 * then on nobody's trip any more, as are those of which nothing was heard for so long that anybody may have them; what was
 * picked stays where the books have it, in these hands, until a supervisor has it put back. Work of which nothing is in
 * hand is given back.
 */
export async function signOff(
  services: Services,
  person: Person,
  forced: { readonly by: Vouching | undefined } | null,
): Promise<void> {
  const supervisor = forced && (await supervisorOf(services, person, forced.by));
  await services.store.write(async (trx) => {
    const goods = await goodsInHand.lock(trx, person.operator);
    const all = [...goods.plates, ...goods.picked];
    if (all.length > 0 && !supervisor) throw inHand(goods);
    for (const { warehouse } of all) if (supervisor) assertMayVouch(supervisor, warehouse);
    await trx.one(endSession, { id: person.session, at: trx.now });
    await layDown(trx, await lockClaimsRunOut(trx, person.operator));
    if (goods.picked.length === 0) await giveBackWork(trx, person.operator, person.session);
    if (all.length === 0 || !supervisor) return;
    await layDown(trx, goods.plates);
    noteChange(services, trx, {
      actor: supervisor,
      action: 'session.forced_off',
      subject: `person/${person.operator}`,
      before: {
        licensePlates: goods.plates.map(({ licensePlate }) => licensePlate),
        ...(goods.picked.length > 0 && { items: goods.picked.map(({ item }) => item) }),
      },
      after: null,
    });
  });
}

/** Nobody has to vouch for empty hands. */
async function supervisorOf(
  services: Services,
  person: Person,
  by: Vouching | undefined,
): Promise<Pick<Person, 'operator' | 'roles'> | null> {
  const { plates, picked } = await goodsInHand.read(services.store.read, person.operator, services.clock.now());
  if (plates.length + picked.length === 0) return null;
  if (!by) throw new HttpProblem(422, problem('session.credentials_missing'));
  const { badge, roles } = await provePerson(services, by);
  return { operator: badge, roles: JSON.parse(roles) as Person['roles'] };
}

function assertMayVouch(supervisor: Pick<Person, 'roles'>, warehouse: string): void {
  if (isPermitted(permitsIn(supervisor, warehouse), permit)) return;
  throw new HttpProblem(403, problem('auth.permit_missing', { operation: permit, warehouse }));
}

function inHand({ plates, picked }: GoodsInHand): HttpProblem {
  const goods = [...plates.map(({ licensePlate }) => licensePlate), ...picked.map(({ item }) => item)].join(', ');
  return new HttpProblem(409, problem('session.goods_in_hand', { goods }));
}
