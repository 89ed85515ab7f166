import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { type Desk, DeskContext } from '../../pwa/ui/console/context.ts';
import { type Field, FieldRow } from '../../pwa/ui/console/fields.tsx';

const field: Field = { pointer: '/when/categories', label: 'Categories', kind: 'list' };
/** The field asks the desk for nothing while nothing is wrong with it. */
const desk = { say: () => '', timeZone: 'UTC' } as unknown as Desk;

const place = document.createElement('div');

afterEach(() => {
  render(null, place);
  place.remove();
});

test('what is being typed into a list stays when the page is drawn anew, and counts when the field is left', async () => {
  document.body.append(place);
  const onChange = vi.fn();
  const draw = (value: readonly string[]) =>
    act(() =>
      render(
        <DeskContext.Provider value={desk}>
          <FieldRow field={field} value={value} errors={[]} onChange={onChange} />
        </DeskContext.Provider>,
        place,
      ),
    );
  await draw([]);
  const input = place.querySelector('input') as HTMLInputElement;
  input.value = 'spices, ';
  await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
  await draw([]);
  expect([input.value, onChange.mock.calls]).toEqual(['spices, ', []]);
  await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await draw(['spices']);
  expect([input.value, onChange.mock.calls]).toEqual(['spices', [[['spices']]]]);
});
