import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { uuidV7 } from '#shared/kernel/id.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { faultsOf } from '../support/axe.ts';
import { serverUrl } from '../support/demo-server.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

/** What the screen shows largest. */
async function shownLarge({ page }: Handheld): Promise<string> {
  return (await page.locator('.large').first().textContent())?.trim() ?? '';
}

const device = 'HH-BESIDE';

/** Somebody at another device, who brings goods in and sees where they are. */
async function beside() {
  const url = serverUrl();
  const call = async (method: string, path: string, body?: object, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(new URL(path, url), { method, headers, ...(body && { body: JSON.stringify(body) }) });
    expect(answer.ok).toBe(true);
    return answer.json();
  };
  const { token } = await call('POST', '/api/session', { badge: 'S-2001', pin: '2001', device });
  return {
    /** Pieces of an item found at a dock, on this plate. */
    async bring(licensePlate: string, item: string): Promise<void> {
      const goods = { location: 'DOCK-02', item, licensePlate, quantity: 10, unit: 'pcs', reason: 'found' };
      const id = uuidV7(Date.now(), randomBytes(10));
      const envelope = { id, device, sequence: null, warehouse: 'EAST', occurredAt: new Date().toISOString() };
      const commands = [{ ...envelope, type: 'inventory.adjust', body: goods }];
      const { results } = await call('POST', '/api/device/commands', { commands }, token);
      expect(results[0].outcome).toBe('applied');
    },
    async whereIs(licensePlate: string): Promise<string | undefined> {
      const { items } = await call('GET', `/api/device/stock?licensePlate=${licensePlate}`, undefined, token);
      return items[0]?.location;
    },
  };
}

test('three plates in one trip without a network, through a killed app, and the server has them in the end', async () => {
  const other = await beside();
  const plates = [7101, 7102, 7103].map((number) => ssccOf(number, '40999999'));
  for (const plate of plates) await other.bring(plate, 'A0001');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');

  await floor.context.setOffline(true);
  await floor.press('Put away several');
  await floor.asks('Scan the first plate you take along');
  for (const plate of plates) {
    await floor.scan(`]C100${plate}`);
    await floor.says(/taken along/);
  }
  expect(await faultsOf(floor.page, 'handheld')).toEqual([]);
  await floor.press('Go');
  await floor.asks('Go to the location and scan it');
  expect(await faultsOf(floor.page, 'handheld')).toEqual([]);

  const put = new Map<string, string>();
  for (const [index] of plates.entries()) {
    const place = await shownLarge(floor);
    await floor.scan(place);
    if (index < plates.length - 1) {
      await floor.asks('Scan the plate you put here');
      await floor.page.reload();
      await floor.asks('Scan the plate you put here');
      const digits = (await shownLarge(floor)).replaceAll(' ', '');
      put.set(digits, place);
      await floor.scan(`]C100${digits}`);
      await floor.asks('Go to the location and scan it');
    }
  }
  await floor.asks('Scan the first plate you take along');

  await floor.context.setOffline(false);
  for (const [plate, place] of put) {
    await expect.poll(() => other.whereIs(plate)).toBe(place);
  }
  for (const plate of plates) await expect.poll(() => other.whereIs(plate)).not.toBe('DOCK-02');
});

test('whatever is scanned is looked up, with its history; without a network as this device knows it', async () => {
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await floor.press('Look up');
  await floor.scan('A0049');
  await floor.page.getByText(/by the server/).waitFor();
  expect(await faultsOf(floor.page, 'handheld')).toEqual([]);
  await floor.press('History');
  await floor.page
    .getByText(/put away/)
    .first()
    .waitFor();
  await floor.scan('L-4001-1');
  await floor.asks('Lot');
  await floor.page.getByText(/by the server/).waitFor();
  await floor.context.setOffline(true);
  await floor.scan('A0052');
  await floor.page.getByText(/as this device knows it/).waitFor();
  expect(await faultsOf(floor.page, 'handheld')).toEqual([]);
});
