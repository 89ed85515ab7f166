import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelMessage, Erp, itemMessage, orderMessage } from '../support/erp.ts';

onBothDatabases('an item that quantities are kept of', (app) => {
  const erp = () => new Erp(app());
  let sent = 0;

  /** What is wrong with the item as it is described now: pointers and codes. */
  async function faultsOf(number: string, more: object): Promise<string[]> {
    sent += 1;
    const [answer] = await erp().sent({ ...itemMessage(number, more), messageId: `again-${sent}` });
    return answer.errors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`);
  }

  async function found(item: string, quantity: number, more: object = {}) {
    const supervisor = await Device.signIn(app(), 'S-2001');
    const body = { location: 'A-01-01-1', item, quantity, unit: 'pcs', reason: 'correction', ...more };
    const answer = await supervisor.do('inventory.adjust', body);
    expect(answer).toMatchObject({ outcome: 'applied' });
  }

  const otherScale = { decimals: 2, baseUnit: 'kg' };
  const scaleFixed = ['/item/baseUnit item.base_unit_in_use', '/item/decimals item.decimals_in_use'];

  test('may be counted otherwise as long as nobody has ordered, moved or announced any', async () => {
    await erp().sent(itemMessage('FRESH'));
    expect(await faultsOf('FRESH', otherScale)).toEqual([]);
  });

  test('is counted as it was while there is stock, and also when all of it has gone', async () => {
    await erp().sent(itemMessage('GONE'));
    await found('GONE', 5);
    expect(await faultsOf('GONE', otherScale)).toEqual(scaleFixed);
    await found('GONE', -5);
    expect(await faultsOf('GONE', otherScale)).toEqual(scaleFixed);
    expect(await faultsOf('GONE', { description: 'Another name' })).toEqual([]);
  });

  test('is counted as it was while an order expects it, and when that order was cancelled', async () => {
    await erp().sent(itemMessage('ORDERED'));
    await erp().sent(orderMessage('m-ordered', 'PO-ORDERED', [[1, 'ORDERED', 5]]));
    expect(await faultsOf('ORDERED', otherScale)).toEqual(scaleFixed);
    await erp().sent(cancelMessage('m-ordered-off', 'PO-ORDERED'));
    expect(await faultsOf('ORDERED', otherScale)).toEqual(scaleFixed);
  });

  test('begins to have serial numbers only when nothing is there without, and the other way round', async () => {
    await erp().sent(itemMessage('SERIAL'));
    const serial = { tracking: { serial: true } };
    await found('SERIAL', 1);
    expect(await faultsOf('SERIAL', serial)).toEqual(['/item/tracking/serial item.stock_without_serials']);
    await found('SERIAL', -1);
    expect(await faultsOf('SERIAL', serial)).toEqual([]);
    await found('SERIAL', 1, { serials: ['SN-1'] });
    expect(await faultsOf('SERIAL', {})).toEqual(['/item/tracking/serial item.stock_with_serials']);
    await found('SERIAL', -1, { serials: ['SN-1'] });
    expect(await faultsOf('SERIAL', {})).toEqual([]);
  });
});
