import { describe, expect, test, vi } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { answered } from '../pwa/device.ts';
import { mount } from './mounted.tsx';

const plate = `]C100${ssccOf(7)}`;

describe('the one screen of all flows', () => {
  test('asks one question, in the largest letters, and shows how far the task is', async () => {
    const app = await mount();
    await app.press('Receive');
    expect(app.texts('h2')).toEqual(['Scan order, load or plate']);
    await app.scan('PO-1001');
    expect(app.texts('h2')).toEqual(['Scan the next item']);
    expect(app.text('.progress')).toBe('0 of 2 lines');
    expect(location.pathname).toBe('/flow/receive/item');
  });

  test('a right scan is green, with a sign and words; a wrong one is an alert that says what was expected', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.scan('PO-1001');
    expect(app.text('.banner.good[role=status] p')).toBe('PO-1001 · Northern Mills');
    expect(document.querySelector('.banner.good svg')).not.toBeNull();
    await app.scan('LP-0001');
    expect(app.text('.banner.bad[role=alert] p')).toMatch(/^That is a licence plate: .* Scan an item \/ a location\.$/);
    expect(app.tones).toEqual(['good', 'bad']);
  });

  test('a frame around the screen flashes with each scan, anew for the same answer', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.scan('NOPE');
    const frame = document.querySelector('.flash[data-signal=bad]');
    const states = [frame?.className];
    new MutationObserver(() => states.push(frame?.className)).observe(frame as Node, { attributes: true });
    await app.scan('NOPE');
    await vi.waitFor(() => expect(states).toEqual(['flash on', 'flash', 'flash on', 'flash']), { timeout: 5000 });
  });

  test('what ends a task is heard, signed and coloured as the end', async () => {
    const app = await mount();
    await app.press('Put away');
    await app.scan(`]C100${ssccOf(90)}`, 'A-01-02-1');
    expect(app.text('.banner.done[role=status] p')).toBe('8 pcs Salt 500 g at A-01-02-1');
    expect(document.querySelector('.flash[data-signal=done]')).not.toBeNull();
    expect(app.tones).toEqual(['good', 'done']);
  });

  test('sound that the browser keeps back is told until a touch brings it', async () => {
    const app = await mount();
    await app.press('Receive');
    app.isLocked.value = true;
    await app.settle();
    expect(app.text('.update')).toMatch(/^Sound is off\. Touch the screen/);
    app.isLocked.value = false;
    await app.settle();
    expect(app.text('.update')).toBe('');
  });

  test('what went wrong stays until the next scan', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.scan('NOPE');
    await app.settle(60 * 60 * 1000);
    expect(app.text('.banner.bad')).toMatch(/NOPE/);
  });

  test('the keypad gives a quantity in the unit that is chosen', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.scan('PO-1001', ']d201140063813339381729063010L77');
    expect(app.texts('.units button')).toEqual(['case', 'pcs']);
    await app.press('pcs');
    for (const key of ['1', '0', 'Erase', '2']) await app.press(key);
    expect(app.text('.entry .value')).toBe('12');
    await app.press('Enter');
    expect(app.text('.large')).toBe('12 pcs');
    await app.scan(plate);
    const [queued] = await app.model.device.database.getAll('queue');
    expect(queued?.command.body).toMatchObject({ quantity: 12, unit: 'pcs' });
  });

  test('a scan while the keypad is open counts, and shows on it', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.scan('PO-1001', 'A0002', 'A0002', 'A0002');
    expect(app.text('.entry .value')).toBe('2');
  });

  test('the strip shows what became of the last five scans, and takes one back', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.scan('PO-1001', 'A0002');
    await app.press('4');
    await app.press('Enter');
    await app.scan(plate);
    expect(app.text('.strip .alone')).toMatch(/4 pcs A0002 · Salt 500 g on .*Processing/);
    await app.press('Undo');
    expect(app.text('.banner.good')).toMatch(/^Taken back: 4 pcs A0002/);
    const types = (await app.model.device.database.getAll('queue')).map(({ command }) => command.type);
    expect(types).toEqual(['receiving.register', 'receiving.undo_registration']);
    await app.press('4 more');
    expect(app.texts('.strip .line')).toHaveLength(5);
  });

  test('the language changes in the middle of a task, and everything on the screen with it', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.scan('PO-1001', 'NOPE');
    await app.press('Menu');
    await app.press('Deutsch');
    await expect.poll(() => app.text('.tile')).toBe('Weiter: Waren\u00adeingang');
    await app.press('Weiter: Waren\u00adeingang');
    expect(app.texts('h2')).toEqual(['Nächsten Artikel scannen']);
    expect(app.text('.banner.bad')).not.toMatch(/Nothing|warehouse has/);
    expect(document.documentElement.lang).toBe('de');
    await app.press('Menü');
    await app.press('English');
    await expect.poll(() => app.text('.tile')).toBe('Go on: Receive');
  });

  test('typing is on purpose, and goes the way of a scan', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.press('Type it');
    const field = document.querySelector<HTMLInputElement>('.sheet input');
    if (!field) throw new Error('there is a field to type into');
    field.value = 'po-1001';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await app.settle();
    await app.press('Enter');
    expect(app.texts('h2')).toEqual(['Scan the next item']);
    expect(document.querySelector('.sheet')).toBeNull();
  });
});

describe('the header', () => {
  test('says that there is no network, how much waits, and how old the data is', async () => {
    const app = await mount();
    await app.settle(100);
    expect(app.text('.status')).toBe('OfflineAll sentNot updated yet');
    await app.press('Receive');
    await app.scan('PO-1001', 'A0002');
    await app.press('1');
    await app.press('Enter');
    await app.scan(plate);
    expect(app.text('.status .waits')).toBe('1 waiting');
    app.environment.answer((request) => {
      if (request.method === 'GET') return answered(200, { items: [], next: 20, hasMore: false, reset: false });
      const { commands } = request.body as { commands: { id: string }[] };
      return answered(200, {
        results: commands.map(({ id }) => ({ id, outcome: 'applied', result: null, problem: null })),
      });
    });
    app.environment.wakeUp();
    await app.settle(100);
    expect(app.text('.status')).toMatch(/^OnlineAll sentUpdated \d\d:\d\d$/);
  });
});

describe('the conflict tray', () => {
  test('tells at once, says why and what to do with the goods, and is gone when it was understood', async () => {
    const app = await mount({
      answer: (request) => {
        if (request.method === 'GET') return null;
        const { commands } = request.body as { commands: { id: string }[] };
        const problem = { code: 'receiving.order_closed', params: { order: 'PO-1001', status: 'cancelled' } };
        return answered(200, { results: commands.map(({ id }) => ({ id, outcome: 'held', result: null, problem })) });
      },
    });
    await app.press('Receive');
    await app.scan('PO-1001', 'A0002');
    await app.press('1');
    await app.press('Enter');
    await app.scan(plate);
    await app.settle(100);
    expect(app.tones.at(-1)).toBe('trouble');
    expect(app.texts('h2')).toEqual(['Scan the next item']);
    await app.press('1 to look at');
    expect(app.text('.trouble')).toMatch(/PO-1001/);
    expect(app.text('.trouble .todo')).toMatch(/^What you did is kept for a supervisor\. Leave the goods/);
    await app.press('Understood');
    expect(app.text('.hint')).toBe('There is nothing to look at.');
  });
});

describe('signing in', () => {
  test('a badge is scanned, the PIN entered; without a network too', async () => {
    const app = await mount({ isSignedOut: true });
    expect(app.texts('h2')).toEqual(['Scan your badge']);
    await app.scan('W-1001');
    for (const key of ['1', '0', '0', '2']) await app.press(key);
    await app.press('Sign in');
    await app.settle(10_000);
    expect(app.text('[role=alert]')).toBe('The PIN is wrong. Try again.');
    for (const key of ['1', '0', '0', '1']) await app.press(key);
    await app.press('Sign in');
    await app.settle(10_000);
    expect(app.texts('.tile')).toEqual(['Receive', 'Put away', 'Look up']);
    expect(app.text('.banner.ask')).toMatch(/^You work without a network/);
  });
});

describe('the menu', () => {
  test('shows what the person may do', async () => {
    const app = await mount();
    expect(app.texts('.tile')).toEqual(['Receive', 'Put away', 'Look up']);
  });

  test('a scan at the menu is looked up', async () => {
    const app = await mount();
    await app.scan('A0001');
    expect(app.text('.large')).toBe('A0001');
    expect(location.pathname).toBe('/flow/look-up/item');
  });

  test('a task that was left for another goes on where it was', async () => {
    const app = await mount();
    await app.press('Receive');
    await app.scan('PO-1001', 'A0002');
    await app.press('Menu');
    await app.press('Put away');
    await app.scan(`]C100${ssccOf(90)}`);
    await app.press('Menu');
    expect(app.texts('.tile')).toEqual(['Go on: Put away', 'Go on: Receive', 'Look up']);
    await app.press('Go on: Receive');
    expect(app.texts('h2')).toEqual(['How many?']);
    await app.press('Menu');
    await app.press('Go on: Put away');
    expect(app.text('.large')).toBe('A-01-02-1');
  });

  test('the way back of the browser leads to the menu, and the task is gone on with from there', async () => {
    const app = await mount();
    await app.press('Put away');
    await app.scan(`]C100${ssccOf(90)}`);
    history.replaceState(null, '', '/');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await app.settle();
    expect(app.text('.tile')).toBe('Go on: Put away');
    await app.press('Go on: Put away');
    expect(app.text('.large')).toBe('A-01-02-1');
  });
});
