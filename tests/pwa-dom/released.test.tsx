import { render } from 'preact';
import { expect, test } from 'vitest';
import { type Desk, DeskContext } from '../../pwa/ui/console/context.ts';
import { formatFor } from '../../pwa/ui/console/format.ts';
import { loadWording, speak } from '../../pwa/ui/console/words.ts';
import { Released } from '../../pwa/waves/console/released.tsx';

const lacks = (order: string, line: number) => ({ order, line, quantity: 1, reason: 'stock' });
const task = { work: 'WK-1', type: 'pick', order: 'SO-1', shipment: null, load: null, lines: [] };

test.each([
  ['all is there', { work: [task, task], shortages: [] }, 'WV-7 is released; the floor has 2 new tasks.'],
  [
    'goods are lacking',
    { work: [task], shortages: [lacks('SO-1', 1), lacks('SO-1', 2)] },
    'WV-7 is released; the floor has 1 new task. 1 order lacks goods.',
  ],
  [
    'there are very many',
    { work: [], shortages: [], inProgress: true as const },
    'WV-7 is large and being filled, part by part.',
  ],
])('what was released is told: %s', async (_name, result, words) => {
  const say = speak(await loadWording('en'));
  const desk: Partial<Desk> = { say, format: formatFor('en', 'UTC', () => 0) };
  document.body.innerHTML = '<div id="app"></div>';
  const root = document.body.firstElementChild as Element;
  render(
    <DeskContext.Provider value={desk as Desk}>
      <Released of={{ wave: 'WV-7', shipments: [], ...result }} />
    </DeskContext.Provider>,
    root,
  );
  expect(root.textContent?.trim()).toBe(words);
});
