import { afterEach, expect, inject, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

test.each(['light', 'dark'] as const)(
  'every screen of the main job can be read and reached by anybody (%s)',
  async (colorScheme) => {
    handheld = await openHandheld(inject('serverUrl'), { colorScheme });
    const floor = handheld;
    const faults = () => faultsOf(floor.page, 'handheld', colorScheme);
    await floor.asks(/badge/i);
    expect(await faults()).toEqual([]);
    await signIn(floor, 'W-1001', '1001');
    expect(await faults()).toEqual([]);
    await floor.press('Receive');
    await floor.asks('Scan order, load or plate');
    expect(await faults()).toEqual([]);
    await floor.scan('PO-5008');
    await floor.asks('Scan the next item');
    await floor.scan('A0010');
    await floor.asks('How many?');
    expect(await faults()).toEqual([]);
    await floor.scan('NOT-A-THING');
    await floor.says(/not known/);
    expect(await faults()).toEqual([]);
  },
);
