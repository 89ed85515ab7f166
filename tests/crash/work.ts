import type { Handheld, Tracked } from './client.ts';
import { dispatcherOf, sendOut } from './goods-out.ts';
import type { PostedOrder, Sender } from './sender.ts';

/**
 * One handheld's day: takes an order, scans the plates that were announced of it, registers the rest piece by piece,
 * takes some back, finds some more, puts some of the plates away, completes it, takes the next. A supervisor reverses
 * what was completed now and then, completes it once more, and sends something out between two orders. Online: each
 * command is answered before the next is made.
 */
export async function workOn(
  handheld: Handheld,
  sender: Sender,
  index: number,
  isEnding: () => boolean,
): Promise<void> {
  const worker: Worker = { handheld, puts: index % 3 === 0, location: index, isEnding };
  while (!isEnding()) {
    if (handheld.maySupervise) await sendOut(dispatcherOf(handheld, index), sender, isEnding);
    const order = await sender.order(handheld.client);
    for (const { licensePlate, lines } of order.plates) {
      if (isEnding()) return;
      const scanned = await handheld.do('receiving.register', { licensePlate, location: dock }, lines);
      await takeBackOrPut(worker, scanned, lines);
    }
    for (const line of order.lines) await receivePieces(worker, order, line);
    if (isEnding()) return;
    await complete(handheld, order);
  }
}

/** Who reverses completions: everybody else is refused, which would prove little. */
export function badgeOf(index: number): string {
  return index % 4 === 1 ? 'S-2001' : 'W-1001';
}

const dock = 'DOCK-01';

interface Worker {
  readonly handheld: Handheld;
  readonly puts: boolean;
  location: number;
  readonly isEnding: () => boolean;
}

async function receivePieces(
  worker: Worker,
  { orderNumber: order }: PostedOrder,
  { lineNumber: line, item, quantity }: PostedOrder['lines'][number],
): Promise<void> {
  const { handheld, isEnding } = worker;
  const goods = { sourceSystem: 'DEMO', item, quantity: 1, unit: 'pcs', location: dock };
  for (let piece = 0; piece < quantity; piece += 1) {
    if (isEnding()) return;
    const registered = await handheld.do('receiving.register', { order, line, ...goods }, 1);
    if (Math.random() < 0.1) await handheld.do('inventory.adjust', { ...goods, reason: 'found' }, 1);
    await takeBackOrPut(worker, registered, 1);
  }
}

/** Some of it was a mistake; some of the rest goes to where it is kept. */
async function takeBackOrPut(worker: Worker, { id, result }: Tracked, count: number): Promise<void> {
  const { handheld, puts } = worker;
  if (Math.random() < 0.1) {
    await handheld.do('receiving.undo_registration', { registration: `command:${id}` }, count);
  }
  const licensePlate = result?.licensePlate;
  if (!puts || typeof licensePlate !== 'string') return;
  worker.location += 1;
  const to = storageAt(worker.location);
  await handheld.do('putaway.put', { licensePlate, to, overrideReason: 'other' }, 2 * count);
}

async function complete(handheld: Handheld, { orderNumber: order }: PostedOrder): Promise<void> {
  const all = { order, sourceSystem: 'DEMO', acceptDifferences: true };
  const { result } = await handheld.do('receiving.complete', all, 0);
  const [receipt] = (result?.documents as { documentNumber: string }[] | undefined) ?? [];
  if (!receipt || !handheld.maySupervise || Math.random() < 0.5) return;
  const { documentNumber } = receipt;
  await handheld.do('receiving.reverse_completion', { documentNumber, reason: 'other' }, 0);
  if (Math.random() < 0.7) await handheld.do('receiving.complete', all, 0);
}

/** Storage locations in turn; one that is full or holds something else refuses, which is an answer too. */
function storageAt(count: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `B-${pad((count % 12) + 1)}-${pad((Math.floor(count / 12) % 4) + 1)}-${(Math.floor(count / 48) % 2) + 1}`;
}

/**
 * Compares commands with the deltas they made: an applied one made all of its own once, one that was not applied none,
 * one that was never answered all or none.
 */
export function lookAt(
  commands: readonly Pick<Tracked, 'id' | 'type' | 'outcome' | 'deltas'>[],
  deltasOfCommand: ReadonlyMap<string, number>,
): { readonly violations: readonly string[]; readonly doneButUnanswered: number } {
  const violations: string[] = [];
  let doneButUnanswered = 0;
  for (const { id, type, outcome, deltas: whole } of commands) {
    const found = deltasOfCommand.get(id) ?? 0;
    if (outcome === undefined) {
      if (found > 0) doneButUnanswered += 1;
      if (found !== 0 && found !== whole)
        violations.push(`${type} ${id} was not answered and made ${found} of ${whole} deltas`);
    } else {
      const expected = outcome === 'applied' ? whole : 0;
      if (found !== expected)
        violations.push(`${type} ${id} was ${outcome} and made ${found} deltas instead of ${expected}`);
    }
  }
  return { violations, doneButUnanswered };
}

/** Every command asked for once more: the answer it had, given again. */
export async function askAgain(handhelds: readonly Handheld[]): Promise<string[]> {
  const violations: string[] = [];
  await Promise.all(
    handhelds.map(async (handheld) => {
      for (const command of handheld.commands) {
        const again = await handheld.send(command);
        if (!again.repeated || again.outcome !== command.outcome) {
          violations.push(`${command.type} ${command.id} was ${command.outcome}; asked again it is ${again.outcome}`);
        }
      }
    }),
  );
  return violations;
}
