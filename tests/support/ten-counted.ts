import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { Device } from './device.ts';
import { haveItems } from './orders.ts';

/** Goods that a worker has begun to count; `next` names the item that comes next. */
export function tenCounted(app: () => TestApp) {
  let number = 0;
  const next = () => `CNT-${number + 1}`;

  /** An item of which ten are at a place of its own, loose unless said, and a worker and a supervisor. */
  async function tenOf(extra: object = {}, on: object = {}, isEverywhere = false) {
    number += 1;
    const item = `CNT-${number}`;
    const place = `B-0${1 + (number % 9)}-0${1 + (number % 4)}-1`;
    await haveItems(app(), [{ number: item, unitCost: 1, ...extra }]);
    const worker = await Device.signIn(app(), 'W-1001');
    const supervisor = await Device.signIn(app(), 'S-2001');
    const body = { location: place, item, quantity: 10, unit: 'pcs', reason: 'found', ...on };
    expect((await supervisor.do('inventory.adjust', body)).outcome).toBe('applied');
    const started = await worker.do('counting.start', { item, ...(!isEverywhere && { location: place }) });
    expect([started.outcome, started.problem]).toEqual(['applied', null]);
    const { work } = started.result;
    const says = (quantity: number, line: object = {}) =>
      worker.do('counting.count', { work, lines: [{ location: place, item, quantity, unit: 'pcs', ...line }] });
    const onHand = async () => {
      const { body: found } = await app().call('GET', `/api/device/stock?item=${item}`, { as: worker.token });
      return found.items.reduce((sum: number, row: { onHand: number }) => sum + row.onHand, 0);
    };
    return { item, place, worker, supervisor, work, started: started.result, says, onHand };
  }

  return { tenOf, next };
}
