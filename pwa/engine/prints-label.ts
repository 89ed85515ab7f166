import type { Operation } from '#shared/command/operation.ts';
import { grouped } from '../ui/grouped.ts';
import { type TextKey, words } from '../ui/words.ts';
import { type Action, type Go, submit } from './flow.ts';

/** What of printing flows have to say; where it is printed and what stands on it is the server's. */
interface PrintsLabel {
  readonly kind: 'carton' | 'license-plate';
  readonly subject: string;
}

/** Known by its name, since its rule is the server's alone. */
export const labelOperation = { type: 'labels.print', version: 1 } as const;

/** A new licence plate was given out a moment ago, whose label may be wanted. */
export interface JustNumbered {
  readonly newPlate?: string;
}

/** A button that prints the label of the plate or carton of a moment ago, by the printer of the zone. */
export function printsLabel<States, State>({
  kind,
  label,
  of,
  then,
}: {
  readonly kind: PrintsLabel['kind'];
  readonly label: TextKey;
  /** Its number; undefined: there is none. */
  readonly of: (state: State) => string | undefined;
  readonly then: (state: State) => Go<States>;
}): Action<States, State> {
  return {
    label,
    when: (state) => of(state) !== undefined,
    run: (state) => {
      const subject = of(state) ?? '';
      const told = words('label.done', { name: grouped(subject) });
      return submit(labelOperation as Operation<PrintsLabel>, { kind, subject }, then(state), { told });
    },
  };
}

/** The same of a plate that goods were received on under a new number; nothing else about the step changes. */
export function printsPlate<States, State extends JustNumbered>(then: (state: State) => Go<States>) {
  return printsLabel<States, State>({
    kind: 'license-plate',
    label: 'label.ofPlate',
    of: ({ newPlate }) => newPlate,
    then,
  });
}
