import type { Outcome } from '../../ui/console/client.ts';

/** What the server says of a document, told where a form asks for it: its fields have other names than the members. */
export function atFields<Data>(outcome: Outcome<Data>, fieldOf: (pointer: string) => string): Outcome<Data> {
  if (!('problem' in outcome) || !outcome.problem.errors) return outcome;
  const errors = outcome.problem.errors.map((error) => ({ ...error, pointer: fieldOf(error.pointer) }));
  return { ...outcome, problem: { ...outcome.problem, errors } };
}
