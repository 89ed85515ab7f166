import { isPermitted } from '#shared/command/roles.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { permitsIn } from '../auth.ts';
import type { Runner } from '../db/connection.ts';
import { type CountedNow, countedGoods, countedNow } from '../facts/count-work.queries.ts';
import { type Counted, numbersIn, withoutStock } from '../facts/withhold.ts';
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
  const blind = await blindTo(read, person, nowMs);
  const scope = blind.find((one) => told.some((goods) => isOf(one, goods)));
  if (scope) throw new HttpProblem(409, problem('counting.blind', { location: scope.location ?? scope.item ?? '' }));
}

/**
 * Refusals that say how much there is, to whoever has asked for too much: who counts it is told without the number, which
 * the words then leave open. `bodies`: of the commands that were refused, in the order of the answers.
 */
export async function withoutNumbers<Refused extends { readonly problem: Problem | null }>(
  { read, nowMs }: { readonly read: Runner; readonly nowMs: number },
  person: Person,
  { answers, bodies }: { readonly answers: readonly Refused[]; readonly bodies: readonly unknown[] },
): Promise<readonly Refused[]> {
  if (answers.every((answer) => answer.problem === null || numbersIn(answer.problem) === null)) return answers;
  const blind = await blindTo(read, person, nowMs);
  return answers.map((answer, index) => {
    const { problem: why } = answer;
    const isNumbered = why !== null && numbersIn(why) !== null;
    const isHidden = isNumbered && blind.some((one) => isAbout(one, why, bodies[index]));
    return isHidden ? { ...answer, problem: withoutStock(why) } : answer;
  });
}

/** The goods of a warehouse of which a person's devices are not told how much there is. */
export async function goodsWithheldFrom(
  person: Person,
  { read, nowMs, warehouse }: { readonly read: Runner; readonly nowMs: number; readonly warehouse: string },
): Promise<readonly Counted[]> {
  if (isTold(person, warehouse)) return [];
  return countedGoods(read, { warehouse, badge: person.operator, nowMs });
}

/** Where neither the refusal nor the command says where, it may be about any place: a plate can stand anywhere. */
function isAbout(scope: CountedNow, why: Problem, body: unknown): boolean {
  const { from, location = from, licensePlate, item } = body as Readonly<Record<string, unknown>>;
  const place = why.params?.location ?? (licensePlate === undefined ? location : undefined);
  const isThere = scope.location === null || place === undefined || place === scope.location;
  const isOfAll = numbersIn(why) === 'all';
  return isThere && (isOfAll || scope.item === null || item === undefined || item === scope.item);
}

/** What somebody counts who does not decide on counts. */
async function blindTo(read: Runner, person: Person, nowMs: number): Promise<CountedNow[]> {
  const counted = await countedNow(read, person.operator, nowMs);
  return counted.filter(({ warehouse }) => !isTold(person, warehouse));
}

function isTold(person: Person, warehouse: string): boolean {
  return isPermitted(permitsIn(person, warehouse), 'counting.review');
}

function isOf(scope: CountedNow, goods: ToldGoods): boolean {
  const isHere = goods.warehouse === null || goods.warehouse === scope.warehouse;
  const isThere = scope.location === null || goods.location === scope.location;
  return isHere && isThere && (scope.item === null || goods.item === null || goods.item === scope.item);
}
