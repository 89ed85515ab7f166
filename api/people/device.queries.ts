import type { Runner } from '../platform/db/connection.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

/** A console is no device that anybody enrols: it ends with its session. */
const isHandheld = 'console-%';

const deviceRow = lockingStatement<{ id: string }>()((k, p) =>
  k.selectFrom('device').selectAll().where('id', '=', p('id')).where('id', 'not like', isHandheld),
);

const everyDevice = statement<object>()((k) =>
  k.selectFrom('device').selectAll().where('id', 'not like', isHandheld).orderBy('id'),
);

/** Who signed in last on each device. */
const lastPeople = statement<object>()((k) =>
  k
    .selectFrom('session')
    .innerJoin('person', 'person.badge', 'session.badge')
    .select(['session.device', 'person.badge', 'person.name', 'session.created_at'])
    .where('session.device', 'not like', isHandheld)
    .where((eb) =>
      eb(
        'session.created_at',
        '=',
        eb
          .selectFrom('session as later')
          .select((inner) => inner.fn.max('later.created_at').as('newest'))
          .whereRef('later.device', '=', 'session.device'),
      ),
    ),
);

export function devices(read: Runner) {
  return read.all(everyDevice, {});
}

export type DeviceColumns = Awaited<ReturnType<typeof devices>>[number];

export async function lockDevice(trx: AppTrx, id: string): Promise<DeviceColumns | undefined> {
  await lockFirst(trx, deviceRow, { id });
  return deviceOf(trx, id);
}

export function deviceOf(read: Runner, id: string): Promise<DeviceColumns | undefined> {
  return read.one(deviceRow.read, { id });
}

/** The person who signed in last, by device. */
export async function lastPersonByDevice(read: Runner): Promise<Map<string, { badge: string; name: string }>> {
  const rows = await read.all(lastPeople, {});
  return new Map(rows.map(({ device, badge, name }) => [device, { badge, name }]));
}

/** The device is let in no more, and what was done in its sessions and is still on its way is kept for a supervisor. */
export async function revokeDevice(trx: AppTrx, id: string): Promise<void> {
  await trx.k.updateTable('device').set({ revoked_at: trx.now }).where('id', '=', id).execute();
  await trx.k
    .updateTable('session')
    .set({ revoked_at: trx.now })
    .where('device', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function keepEnrolment(
  trx: AppTrx,
  code: { readonly hash: string; readonly madeBy: string; readonly expiresAt: number },
): Promise<void> {
  await trx.k
    .insertInto('device_enrolment')
    .values({ code_hash: code.hash, made_by: code.madeBy, made_at: trx.now, expires_at: code.expiresAt })
    .execute();
}

/** Uses a code up for a device; answers who made it, or nothing where it is unknown, used or too old. */
export async function useEnrolment(trx: AppTrx, codeHash: string, device: string): Promise<string | undefined> {
  const used = await trx.k
    .updateTable('device_enrolment')
    .set({ used_at: trx.now, device })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', trx.now)
    .returning('made_by')
    .execute();
  return used[0]?.made_by;
}

/** Lets a device in that is known already, as one that was lost and found: what it did before stays its own. */
export async function noteEnrolledBy(trx: AppTrx, id: string, by: string): Promise<void> {
  await trx.k
    .updateTable('device')
    .set({ enrolled_by: by, enrolled_at: trx.now, revoked_at: null })
    .where('id', '=', id)
    .execute();
}

/** Keeps what a device said of its scanner; the newest counts. */
export async function noteScanner(trx: AppTrx, id: string, report: string): Promise<void> {
  await trx.k.updateTable('device').set({ scanner: report }).where('id', '=', id).execute();
}
