import type { Handheld } from './client.ts';
import type { Sender } from './sender.ts';

/** Somebody who sends goods out: an item and a place of their own, so that each command moves what it is said to. */
export interface Dispatcher {
  readonly handheld: Handheld;
  readonly item: string;
  readonly location: string;
}

/** The item and the place of a handheld; none of both is anybody else's. */
export function dispatcherOf(handheld: Handheld, index: number): Dispatcher {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const location = `A-${pad((index % 12) + 1)}-${pad((Math.floor(index / 12) % 3) + 2)}-1`;
  return { handheld, item: dispatchedItem(index), location };
}

/** A few pieces are found, ordered, released, claimed, picked, put down and shipped; now and then the truck comes back. */
export async function sendOut(
  { handheld, item, location }: Dispatcher,
  sender: Sender,
  isEnding: () => boolean,
): Promise<void> {
  const pieces = 3;
  const found = { sourceSystem: 'DEMO', location, item, quantity: pieces, unit: 'pcs', reason: 'found' };
  await handheld.do('inventory.adjust', found, 1);
  const order = await sender.orderOut(handheld.client, item, pieces);
  const about = { orders: [order], sourceSystem: 'DEMO' };
  await handheld.do('waves.release', about, 0);
  if (Math.random() < 0.2) await handheld.do('waves.release', about, 0);
  const { result } = await handheld.do('picking.claim', { order }, 0);
  const [work] = (result?.work as readonly { work: string; shipment: string }[] | undefined) ?? [];
  if (!work) return;
  const pick = { work: work.work, line: 1, location, item, sourceSystem: 'DEMO', unit: 'pcs' };
  const first = await handheld.do('picking.pick', { ...pick, quantity: 1 }, 2);
  const undone = Math.random() < 0.2 && (await handheld.do('picking.undo', { pick: `command:${first.id}` }, 2));
  if (isEnding()) return;
  const put = { work: work.work, location: 'STAGE-01' };
  if (undone && undone.outcome === 'applied') {
    // What came back is promised beside what had stayed: each of the two goes by itself.
    await handheld.do('picking.pick', { ...pick, quantity: pieces }, 4);
    await handheld.do('picking.put', put, 4);
  } else {
    await handheld.do('picking.put', put, 2);
    await handheld.do('picking.pick', { ...pick, quantity: pieces - 1 }, 2);
    await handheld.do('picking.put', put, 2);
  }
  if (isEnding()) return;
  const leaving = { shipment: work.shipment };
  const confirmed = await handheld.do('shipping.confirm', leaving, 2);
  const [slip] = (confirmed.result?.documents as readonly { documentNumber: string }[] | undefined) ?? [];
  if (!slip || Math.random() < 0.6) return;
  const { documentNumber } = slip;
  await handheld.do('shipping.reverse_confirmation', { documentNumber, reason: 'other' }, 2);
  if (Math.random() < 0.7) await handheld.do('shipping.confirm', leaving, 2);
}

export function dispatchedItem(index: number): string {
  return `X${String(index + 1).padStart(4, '0')}`;
}
