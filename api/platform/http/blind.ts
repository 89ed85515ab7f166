import { isPermitted } from '#shared/command/roles.ts';
import { problem } from '#shared/kernel/problem.ts';
import { permitsIn } from '../auth.ts';
import type { Runner } from '../db/connection.ts';
import { type CountedNow, countedNow } from '../facts/count-work.queries.ts';
import type { Person } from './caller.ts';
import { HttpProblem } from './problem.ts';

/** Goods that an answer tells of, by the item's number; null: any. */
interface ToldGoods {
  readonly warehouse: string | null;
  readonly location: string | null;
  readonly item: string | null;
}

/**
 * Who counts must not know what the books say: as long as they are at it, nothing is told of the place, 409
 * `counting.blind`. Whoever decides on counts is told.
 */
export async function refuseWhoCounts(
  { read, nowMs }: { readonly read: Runner; readonly nowMs: number },
  person: Person,
  told: readonly ToldGoods[],
): Promise<void> {
  const counted = await countedNow(read, person.operator, nowMs);
  const blind = counted.filter(({ warehouse }) => !isPermitted(permitsIn(person, warehouse), 'counting.review'));
  const scope = blind.find((one) => told.some((goods) => isOf(one, goods)));
  if (scope) throw new HttpProblem(409, problem('counting.blind', { location: scope.location ?? scope.item ?? '' }));
}

function isOf(scope: CountedNow, goods: ToldGoods): boolean {
  const isHere = goods.warehouse === null || goods.warehouse === scope.warehouse;
  const isThere = scope.location === null || goods.location === scope.location;
  return isHere && isThere && (scope.item === null || goods.item === null || goods.item === scope.item);
}
