import { type DeviceList, deviceList, enrolment, type ShownDevice, shownDevice } from '#shared/people/device.ts';
import { tokenHash } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import { noteChange } from '../platform/http/administrator.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { asPerson, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  type DeviceColumns,
  deviceOf,
  devices,
  keepEnrolment,
  lastPersonByDevice,
  lockDevice,
  revokeDevice,
} from './device.queries.ts';

const permit = 'people.administer';
const tag = 'Administration';
const path = '/api/admin/devices';

/** Long enough to walk to the device, too short to be found on a desk tomorrow. */
const codeLivesMs = 15 * 60 * 1000;
/** 20 letters of 32: more than anybody can try in a quarter of an hour, and still to be typed. */
const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 20;

/** Handhelds: which there are, letting one in, and keeping one out. */
export function addDeviceRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'Enrolled devices: unsent commands, last contact, who signed in last',
      tag,
      access: { permit },
      answers: { 200: { description: 'The devices, revoked ones too', schema: deviceList } },
    },
    async ({ c }) => {
      const people = await lastPersonByDevice(store.read);
      const rows = await devices(store.read);
      return jsonWithEtag(c, {
        items: rows.map((row) => shown(row, people.get(row.id) ?? null)),
      } satisfies DeviceList);
    },
  );

  routes.add(
    {
      method: 'get',
      path: `${path}/{id}`,
      summary: 'A device',
      tag,
      access: { permit },
      answers: { 200: { description: 'The device', schema: shownDevice } },
    },
    async ({ path: { id = '' } }) => {
      const row = await deviceOf(store.read, id);
      if (!row) throw notFound(id);
      const people = await lastPersonByDevice(store.read);
      return changedJson(shown(row, people.get(id) ?? null), 200, tagOf(row));
    },
  );

  routes.add(
    {
      method: 'delete',
      path: `${path}/{id}`,
      summary: 'Revoke a device: its sessions end, and what it sends from now on is kept for a supervisor',
      tag,
      access: { permit },
      isConditional: true,
      answers: { 204: { description: 'Revoked' } },
    },
    async ({ c, caller, path: { id = '' } }) => {
      await store.write(async (trx) => {
        const row = await lockDevice(trx, id);
        if (!row) throw notFound(id);
        requireMatch(c, [tagOf(row)]);
        if (row.revoked_at !== null) return;
        await revokeDevice(trx, id);
        noteChange(services, trx, {
          actor: asPerson(caller),
          action: 'device.revoked',
          subject: `device/${id}`,
          before: { enrolledAt: instant(row.enrolled_at), revokedAt: null },
          after: { enrolledAt: instant(row.enrolled_at), revokedAt: instant(trx.now) },
        });
      });
      services.credentials.forget();
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      method: 'post',
      path: `${path}/enrolments`,
      summary: 'Make a code that lets one new device in, once, within 15 minutes',
      tag,
      access: { permit },
      idempotency: 'sealed',
      answers: { 201: { description: 'The code', schema: enrolment } },
    },
    async ({ caller }) => {
      const actor = asPerson(caller);
      const letters = [...services.random.bytes(codeLength)].map((byte) => codeLetters[byte % codeLetters.length]);
      const code = letters.join('');
      const expiresAt = services.clock.now() + codeLivesMs;
      await store.write(async (trx) => {
        await keepEnrolment(trx, { hash: tokenHash(code), madeBy: actor.operator, expiresAt });
        const after = { expiresAt: instant(expiresAt) };
        noteChange(services, trx, { actor, action: 'device.invited', subject: 'device', before: null, after });
      });
      return changedJson({ code, expiresAt: instant(expiresAt) }, 201);
    },
  );
}

/** Being heard of changes nothing that anybody decides about. */
function tagOf({ id, enrolled_at, revoked_at }: DeviceColumns): string {
  return entityTag({ id, enrolled_at, revoked_at });
}

function shown(row: DeviceColumns, lastPerson: ShownDevice['lastPerson']): ShownDevice {
  return {
    device: row.id,
    enrolledAt: instant(row.enrolled_at),
    enrolledBy: row.enrolled_by,
    lastContactAt: instant(row.last_contact_at),
    waitingCommands: row.waiting_commands,
    lastSequence: row.last_sequence,
    lastPerson,
    scanner: row.scanner === null ? null : (JSON.parse(row.scanner) as ShownDevice['scanner']),
    revokedAt: row.revoked_at === null ? null : instant(row.revoked_at),
  };
}
