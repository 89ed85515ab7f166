import { afterEach, expect, test } from 'vitest';
import { emptyPlaces } from '../support/empty-places.ts';
import { itemMessage } from '../support/erp.ts';
import { type OutboundFloor, openOutboundFloor, stockOf } from '../support/floor-out.ts';
import { accepted, done } from '../support/goods-out.ts';
import { officeOf } from '../support/office.ts';

let floor: OutboundFloor | undefined;

afterEach(() => floor?.close());

const item = 'MOVE-1';
const dock = 'DOCK-02';
const [pallet, box] = ['LP-MOVE-1', 'LP-MOVE-2'];

test('a plate is moved, another put onto it, and both travel as one, without a network', async () => {
  const office = await officeOf('S-2001', '2001', 'DESK-MOVE');
  const [from = '', to = ''] = await emptyPlaces(office, 2);
  await accepted({ ...itemMessage(item), messageId: 'i-move' });
  const found = { item, quantity: 6, unit: 'pcs', reason: 'found' };
  await done(office, 'inventory.adjust', { ...found, location: dock, licensePlate: pallet });
  await done(office, 'inventory.adjust', { ...found, location: from, licensePlate: box });

  floor = await openOutboundFloor('W-1001', '1001');
  const { scan, asks, says, open, leave, press, knows, goOffline, comeBack } = floor;
  await knows(`plate:${pallet}`);
  await knows(`plate:${box}`);
  await goOffline();
  await open('Move');
  await asks('Scan what you move');
  await scan(pallet);
  await says(/waits to be put away/);
  // A second scan of the same pallet confirms that it is meant.
  await scan(pallet);
  await asks('Scan the new place');
  await scan(from);
  await asks('Scan what you move');
  await leave();
  await open('Plates');
  await asks('Scan the plate to build on, or to break up');
  await scan(pallet);
  await asks('Scan a plate to put on it');
  await scan(box);
  await says(`${box} put on ${pallet}`);
  await press('Done');
  await leave();
  await open('Move');
  await scan(pallet);
  await asks('Scan the new place');
  await scan(to);
  await asks('Scan what you move');
  await comeBack();
  await expect
    .poll(() => stockOf(office, item), { timeout: 30_000 })
    .toEqual([
      [to, 6, 0],
      [to, 6, 0],
    ]);
});
