import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { goTo, useAddress } from '../../pwa/ui/console/address.ts';
import { type Desk, DeskContext } from '../../pwa/ui/console/context.ts';
import { Search, Select } from '../../pwa/ui/console/filters.tsx';

const desk = { say: () => '' } as unknown as Desk;
const holds = [
  { value: '', name: 'All' },
  { value: 'yes', name: 'On hold' },
];

function Filters() {
  const address = useAddress();
  return (
    <DeskContext.Provider value={desk}>
      <Search address={address} placeholder="Order" />
      <Select address={address} member="hold" label="Hold" choices={holds} />
    </DeskContext.Provider>
  );
}

const place = document.createElement('div');

afterEach(() => {
  render(null, place);
  place.remove();
  vi.useRealTimers();
});

test('what is chosen while a search is still being typed stays chosen', async () => {
  vi.useFakeTimers();
  goTo('/console/orders');
  document.body.append(place);
  render(<Filters />, place);
  await vi.advanceTimersByTimeAsync(20);
  const field = place.querySelector('input') as HTMLInputElement;
  field.value = 'SO-1';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const list = place.querySelector('select') as HTMLSelectElement;
  list.value = 'yes';
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(location.search).toBe('?hold=yes&search=SO-1');
});
