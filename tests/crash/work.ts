import type { Handheld, Tracked } from './client.ts';
import type { Sender } from './sender.ts';

/**
 * One handheld's day: takes an order, registers it piece by piece, takes some back, finds some more, puts some of the
 * plates away, completes it, takes the next. Online: each command is answered before the next is made.
 */
export async function workOn(
  handheld: Handheld,
  sender: Sender,
  index: number,
  isEnding: () => boolean,
): Promise<void> {
  const puts = index % 3 === 0;
  let location = index;
  while (!isEnding()) {
    const order = await sender.order(handheld.client);
    for (const { lineNumber, item, quantity } of order.lines) {
      for (let piece = 0; piece < quantity; piece += 1) {
        if (isEnding()) return;
        const goods = { sourceSystem: 'DEMO', item, quantity: 1, unit: 'pcs', location: 'DOCK-01' };
        const registered = await handheld.do('receiving.register', {
          order: order.orderNumber,
          line: lineNumber,
          ...goods,
        });
        if (Math.random() < 0.1)
          await handheld.do('receiving.undo_registration', { registration: `command:${registered.id}` });
        if (Math.random() < 0.1) await handheld.do('inventory.adjust', { ...goods, reason: 'found' });
        const licensePlate = registered.result?.licensePlate;
        if (!puts || typeof licensePlate !== 'string') continue;
        location += 1;
        await handheld.do('putaway.put', { licensePlate, to: storageAt(location), overrideReason: 'other' });
      }
    }
    await handheld.do('receiving.complete', {
      order: order.orderNumber,
      sourceSystem: 'DEMO',
      acceptDifferences: true,
    });
  }
}

/** Storage locations in turn; one that is full or holds something else refuses, which is an answer too. */
function storageAt(count: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `B-${pad((count % 12) + 1)}-${pad((Math.floor(count / 12) % 4) + 1)}-${(Math.floor(count / 48) % 2) + 1}`;
}

/** Deltas that an applied command makes at the level of locations: into the dock; out of the dock and into storage. */
const deltasOf: Readonly<Record<string, number>> = {
  'receiving.register': 1,
  'receiving.undo_registration': 1,
  'inventory.adjust': 1,
  'putaway.put': 2,
  'receiving.complete': 0,
};

/**
 * Compares commands with the deltas they made: an applied one made all of its own once, one that was not applied none,
 * one that was never answered all or none.
 */
export function lookAt(
  commands: readonly Pick<Tracked, 'id' | 'type' | 'outcome'>[],
  deltasOfCommand: ReadonlyMap<string, number>,
): { readonly violations: readonly string[]; readonly doneButUnanswered: number } {
  const violations: string[] = [];
  let doneButUnanswered = 0;
  for (const { id, type, outcome } of commands) {
    const whole = deltasOf[type] ?? 0;
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
