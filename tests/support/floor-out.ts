import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf } from './axe.ts';
import { serverUrl } from './demo-server.ts';
import { slipsOf } from './goods-out.ts';
import { type Handheld, openHandheld, signIn } from './handheld.ts';
import { keptOnDevice } from './kept-on-device.ts';
import type { Office } from './office.ts';

/** A handheld on which goods go out, and the steps that its journeys share. */
export interface OutboundFloor extends Handheld {
  /** What stands in the largest letters: the place to go to, the position on the trolley. */
  large(): Promise<string>;
  enter(quantity: number): Promise<void>;
  /** Opens a task from the menu. */
  open(task: string): Promise<void>;
  /** Gives a task up and goes back to the menu. */
  leave(): Promise<void>;
  goOffline(): Promise<void>;
  /** Back in the network; waits until the server has answered all that was done. */
  comeBack(): Promise<void>;
  /** Asks for the work of an order, and waits until all that it needs is on the device. */
  claim(order: string): Promise<void>;
  /** One stop where the item's number is scanned and the quantity typed. */
  pickAt(location: string, item: string, quantity: number): Promise<void>;
  put(place: string): Promise<void>;
  /** Waits until the device's copy has something that is found by this code. */
  knows(code: string): Promise<void>;
  /** What is wrong for people who see, hear or move otherwise. */
  faults(): Promise<string[]>;
}

export async function openOutboundFloor(badge: string, pin: string): Promise<OutboundFloor> {
  const handheld = await openHandheld(serverUrl());
  await signIn(handheld, badge, pin);
  const { asks, scan, press, type, context } = handheld;
  const pulls = new Set<Request>();
  context.on('request', (request) => request.url().includes('/api/device/changes') && pulls.add(request));
  context.on('requestfinished', (request) => pulls.delete(request));
  context.on('requestfailed', (request) => pulls.delete(request));
  const large = async () => (await handheld.page.locator('.large').first().textContent())?.trim() ?? '';
  const open = async (task: string) => {
    await press(task);
    await handheld.page.locator('main.flow').waitFor();
  };
  const enter = async (quantity: number) => {
    await type(String(quantity));
    await press('Enter');
  };
  return {
    ...handheld,
    get page() {
      return handheld.page;
    },
    large,
    enter,
    open,
    leave: async () => {
      await scan('%CANCEL');
      await handheld.page.getByText('scan anything to look it up').waitFor();
    },
    goOffline: async () => {
      await context.setOffline(true);
      // What was asked before is answered still, by a busy server with what happens next.
      await expect.poll(() => pulls.size, patience).toBe(0);
    },
    comeBack: async () => {
      await context.setOffline(false);
      // The header follows the queue, a moment behind.
      await expect.poll(() => waitingOn(handheld.page), patience).toBe(0);
      await handheld.page.locator('header').filter({ hasText: 'All sent' }).waitFor();
    },
    claim: async (order) => {
      await open('Pick');
      await asks('Ask for the next work');
      await scan(order);
      await asks('Go to the location and scan it');
    },
    pickAt: async (location, item, quantity) => {
      await asks('Go to the location and scan it');
      await expect.poll(large, patience).toBe(location);
      await scan(location);
      await asks('Scan the item');
      await scan(item);
      await asks(/How many\?/);
      await enter(quantity);
    },
    put: async (place) => {
      await asks('Bring it here and scan the place');
      await scan(place);
    },
    knows: (code) => expect.poll(() => handheld.page.evaluate(countThings, code), patience).toBeGreaterThan(0),
    faults: () => faultsOf(handheld.page, 'handheld'),
  };
}

/** Runs in the page. */
function countThings(code: string): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('tallyman');
    opening.onsuccess = () => {
      const counting = opening.result.transaction('things').objectStore('things').index('codes').count(code);
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

/** What has to become true on a machine that is busy with something else. */
const patience = { timeout: 30_000 };

/** How many commands the device has that the server did not answer yet. */
async function waitingOn(page: Page): Promise<number> {
  const queued = await keptOnDevice(page, 'queue');
  return queued.filter(({ value }) => (value as { readonly state: string }).state === 'waiting').length;
}

/** What the server has of an item: where, how much of it, and how much of that is promised. */
export async function stockOf(
  office: Office,
  item: string,
): Promise<[place: string, onHand: number, reserved: number][]> {
  const { items } = await office.get(`/api/device/stock?item=${item}`);
  const rows = items as { readonly location: string; readonly onHand: number; readonly reserved: number }[];
  return rows.map(({ location, onHand, reserved }) => [location, onHand, reserved]);
}

/** Waits for the one slip of an order that the ERP is told, line by line; answers its number. */
export async function slipTold(order: string, lines: readonly [item: string, quantity: number][]): Promise<string> {
  await expect.poll(async () => (await slipsOf(order)).map((slip) => slip.lines), patience).toEqual([lines]);
  const [slip] = await slipsOf(order);
  return slip?.documentNumber ?? '';
}
