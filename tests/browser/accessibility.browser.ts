import AxeBuilder from '@axe-core/playwright';
import { afterEach, expect, inject, test } from 'vitest';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

/** What a strict reader finds wrong with what is on the screen; contrast is held to AAA, as light in a yard is bright. */
async function faults({ page }: Handheld): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test.each(['light', 'dark'] as const)(
  'every screen of the main job can be read and reached by anybody (%s)',
  async (colorScheme) => {
    handheld = await openHandheld(inject('serverUrl'), { colorScheme });
    const floor = handheld;
    await floor.asks(/badge/i);
    expect(await faults(floor)).toEqual([]);
    await signIn(floor, 'W-1001', '1001');
    expect(await faults(floor)).toEqual([]);
    await floor.press('Receive');
    await floor.asks('Scan order, load or plate');
    expect(await faults(floor)).toEqual([]);
    await floor.scan('PO-5008');
    await floor.asks('Scan the next item');
    await floor.scan('A0010');
    await floor.asks('How many?');
    expect(await faults(floor)).toEqual([]);
    await floor.scan('NOT-A-THING');
    await floor.says(/not known/);
    expect(await faults(floor)).toEqual([]);
  },
);
