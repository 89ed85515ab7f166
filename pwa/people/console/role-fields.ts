import { roles } from '#shared/command/roles.ts';
import type { Field } from '../../ui/console/fields.tsx';
import type { Speak } from '../../ui/console/words.ts';

/** A role for each warehouse, and one for all of them; none is a choice like the others. */
export function roleFields(warehouses: readonly string[], say: Speak): Field[] {
  const options = [
    { value: '', name: say('people.noRole') },
    ...roles.map((role) => ({ value: role, name: say.label('role', role) })),
  ];
  return warehouses.map((code) => ({
    pointer: `/roles/${code.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    label: code === '*' ? say('people.everywhere') : code,
    help: code === '*' ? say('people.roles.help') : undefined,
    kind: 'choice',
    isOptional: true,
    options,
  }));
}
