import { isPermitted } from '#shared/command/roles.ts';
import { problem } from '#shared/kernel/problem.ts';
import { permitsIn } from '../auth.ts';
import type { Caller, Person } from './caller.ts';
import { HttpProblem } from './problem.ts';
import { asPerson } from './routes.ts';

/**
 * The caller as a person who holds the permit in this very warehouse, else 403. A route's own permit asks only whether
 * it is held anywhere.
 */
export function asPersonIn(caller: Caller | undefined, warehouse: string, permit: string): Person {
  const person = asPerson(caller);
  if (isPermitted(permitsIn(person, warehouse), permit)) return person;
  throw new HttpProblem(403, problem('auth.permit_missing', { operation: permit, warehouse }));
}

/**
 * What is told of one warehouse, or of all of them where none is named: to a person only with the permit there, or with one
 * that is held everywhere; else 403. Machines hold none by warehouse.
 */
export function refuseElsewhere(caller: Caller | undefined, warehouse: string | undefined, permit: string): void {
  if (caller?.kind === 'person') asPersonIn(caller, warehouse ?? '*', permit);
}
