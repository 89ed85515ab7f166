import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { labelsScreen } from '../../pwa/labels/console/labels.screen.tsx';
import { type Desk, DeskContext } from '../../pwa/ui/console/context.ts';
import { formatFor } from '../../pwa/ui/console/format.ts';
import { loadWording, speak } from '../../pwa/ui/console/words.ts';

const printer = {
  code: 'DOCK',
  name: 'Dock',
  connection: { type: 'test' },
  media: { width: 100, height: 50 },
  dpi: 203,
};
const never = { lastSuccessAt: null, oldestWaitingAt: null, lastError: null, nextTryAt: null };
const idle = { printer, state: 'unused', waiting: 0, ...never };
const waits = { ...idle, waiting: 1 };
const printed = { ...idle, state: 'ready', lastSuccessAt: '2026-01-05T08:00:01Z' };
const isOff = { ...waits, state: 'failing' };

const page = () => document.body.textContent ?? '';

afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

/** The screen on a page whose server answers `health` for the printer from then on. */
async function openScreen(taken: Record<string, unknown>) {
  const server = { health: idle as object, asked: 0 };
  const get = async (path: string) => {
    if (path.includes('print-jobs')) return { data: { items: [] } };
    server.asked += 1;
    return { data: { items: [server.health] } };
  };
  const say = speak(await loadWording('en'));
  const desk = {
    ...{ say, warehouse: 'EAST', may: () => true, format: formatFor('en', 'UTC', () => 0) },
    client: { get, command: async () => taken },
  } as unknown as Desk;
  vi.useFakeTimers();
  render(
    <DeskContext.Provider value={desk}>
      <labelsScreen.Screen params={{}} address={{ path: '/labels', query: new URLSearchParams() }} />
    </DeskContext.Provider>,
    document.body,
  );
  await vi.advanceTimersByTimeAsync(100);
  const testIt = async () => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Print a test label');
    button?.click();
    await vi.advanceTimersByTimeAsync(100);
  };
  return { server, testIt };
}

test('what a test label becomes is seen at once, and not asked for any faster once it is known', async () => {
  const { server, testIt } = await openScreen({ data: null });
  expect(page()).toContain('not used yet');
  server.health = waits;
  await testIt();
  expect(page()).toContain('On its way to the printer');
  server.health = printed;
  await vi.advanceTimersByTimeAsync(600);
  expect(page()).toContain('✓works');
  expect(page()).not.toContain('On its way');
  const before = server.asked;
  await vi.advanceTimersByTimeAsync(4000);
  expect(server.asked).toBe(before);
});

test('a printer that is off is not asked after any faster, however long its jobs wait', async () => {
  const { server, testIt } = await openScreen({ data: null });
  server.health = isOff;
  await testIt();
  expect(page()).toContain('1 job waits');
  const before = server.asked;
  await vi.advanceTimersByTimeAsync(4000);
  expect(server.asked).toBe(before);
});

test('a test label that the server does not take says why', async () => {
  const { testIt } = await openScreen({ problem: { code: 'unreachable' } });
  await testIt();
  expect(document.querySelector('[role=alert]')?.textContent).not.toBe('');
});
