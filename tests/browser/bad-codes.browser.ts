import { afterEach, beforeEach, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { beginReceiving, postOrder } from '../support/floor-orders.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

let handheld: Handheld | undefined;
const crashes: string[] = [];

beforeEach(() => crashes.splice(0));
afterEach(() => handheld?.close());

const gs = '\u001d';

/** What a scanner or a broken printer may give, and what the worker is told of it. */
const codes: readonly (readonly [name: string, code: string, said: RegExp])[] = [
  ['eight kilobytes', 'X'.repeat(8192), /2000 at most/],
  ['eight kilobytes of GS1', `]C101${'9'.repeat(8188)}`, /./],
  ['control characters', '\u0000\u0007\u001b[2J\u007f', /./],
  ['control characters within', 'A00\u000001\u0008', /./],
  ['an emoji', '🙂🏷️👩‍🏭', /does not belong into a code/],
  ['half an emoji', '\ud83d', /./],
  ['letters that run from right to left', '\u202eA0001', /./],
  ['a wrong check digit', `]C10114006381333930`, /check digit/i],
  ['a plate with a wrong check digit', `]C100340999990000000010`, /check digit/i],
  ['a date that is none', `]C10104099999000012${'17'}270231${'10'}L1`, /date/i],
  ['a month that is none', `]d20104099999000012171399${'01'}`, /date/i],
  ['a field cut off', `]C1010409999900`, /./],
  ['a field that nobody knows', `]C10999ABC${gs}01`, /./],
  ['a web address', 'https://example.org/?q=<script>alert(1)</script>', /not known/i],
  ['nothing but spaces', '     ', /./],
];

test('whatever a code is made of, it is refused in words, and the task goes on', async () => {
  await postOrder('PO-BAD');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  floor.page.on('pageerror', (error) => crashes.push(error.message));
  await signIn(floor, 'W-1001', '1001');
  await beginReceiving(floor, 'PO-BAD');
  const wrong: string[] = [];
  for (const [name, code, said] of codes) {
    // A right scan in between, so that each refusal is a new one.
    await floor.scan('DOCK-01');
    await floor.page.locator('.banner.good').waitFor();
    await floor.click(code);
    await floor.page.locator('.banner.bad').waitFor();
    const words = await floor.page.locator('.banner.bad').innerText();
    if (!said.test(words) || words.length > 600) wrong.push(`${name}: ${words.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
  expect(crashes).toEqual([]);
  await floor.scan('A0001');
  await floor.asks('How many?');
});
