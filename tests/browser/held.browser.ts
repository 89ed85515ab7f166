import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { uuidV7 } from '#shared/kernel/id.ts';
import { serverUrl } from '../support/demo-server.ts';
import { beginReceiving, book, freshPlate, postOrder } from '../support/floor-orders.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

interface Change {
  readonly kind: string;
  readonly key: string;
  readonly value: {
    readonly type: string;
    readonly plates: number;
    readonly hasLoose: boolean;
    readonly fixedItem: null;
  } | null;
}

/** A supervisor at another device. */
async function supervisor() {
  const call = async (method: string, path: string, body?: object, token?: string) => {
    const answer = await fetch(new URL(path, serverUrl()), {
      method,
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const device = `HH-${randomBytes(4).toString('hex')}`;
  const { token } = await call('POST', '/api/session', { badge: 'S-2001', pin: '2001', device });
  const envelope = { version: 1, device, sequence: null, warehouse: 'EAST', causedBy: null };
  return {
    /** Does a command; answers its result. */
    async do(type: string, body: object) {
      const id = uuidV7(Date.now(), randomBytes(10));
      const command = { id, type, ...envelope, occurredAt: new Date().toISOString(), body };
      const { results } = await call('POST', '/api/device/commands', { commands: [command] }, token);
      expect(results[0]).toMatchObject({ outcome: 'applied' });
      return results[0];
    },
    /** The last storage location in which nothing is. */
    async emptyPlace(): Promise<string> {
      let found = '';
      for (let after = 0, hasMore = true; hasMore; ) {
        const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`;
        const page = await call('GET', path, undefined, token);
        for (const { kind, key, value } of page.items as Change[]) {
          const isFree = value?.type === 'storage' && value.plates === 0 && !value.hasLoose && value.fixedItem === null;
          if (kind === 'location' && isFree) found = key;
        }
        ({ next: after, hasMore } = page);
      }
      return found;
    },
  };
}

test('a put that another has done meanwhile is held: the worker is told what to do, and a supervisor decides', async () => {
  await postOrder('PO-HELD');
  const plate = freshPlate(21);
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await beginReceiving(floor, 'PO-HELD');
  await book(floor, 'A0001', 30, plate.scan);
  await floor.page.locator('.strip').filter({ hasText: 'Received' }).waitFor();

  await floor.context.setOffline(true);
  const other = await supervisor();
  await other.do('putaway.put', { licensePlate: plate.digits, to: await other.emptyPlace() });
  await floor.page.locator('header button').first().click();
  await floor.press('Put away');
  await floor.asks('Scan the licence plate');
  await floor.scan(plate.scan);
  await floor.asks('Go to the location and scan it');
  await floor.scan(await floor.page.locator('.prompt .large').innerText());
  await floor.asks('Scan the licence plate');

  await floor.context.setOffline(false);
  await floor.says(/Not booked as it was: 30 pcs Rye flour 1 kg/);
  await floor.press(/1 to look at/);
  const trouble = floor.page.locator('.trouble');
  await trouble.filter({ hasText: 'is not at the dock' }).waitFor();
  await trouble.filter({ hasText: 'Leave the goods where you put them and mark them' }).waitFor();

  const [held] = await floor.page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('tallyman');
        opening.onsuccess = () => {
          const all = opening.result.transaction('queue').objectStore('queue').index('state').getAll('held');
          all.onsuccess = () => resolve(all.result.map(({ id }: { id: string }) => id));
        };
      }),
  );
  await other.do('exceptions.resolve', { exception: held, action: 'dismiss', reason: 'put twice' });
  await trouble.filter({ hasText: 'The supervisor has decided on it' }).waitFor();
  await floor.press('Understood');
  await floor.page.getByText('There is nothing to look at').waitFor();
});
