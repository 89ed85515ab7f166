import { type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotPut } from '#shared/ledger/fits.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { testBody } from '#shared/putaway/console.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { AskedWhy, Why } from '../platform/explainers.ts';
import { locationFacts, locationType, locationUse } from '../platform/facts/locations.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { testPutaway } from './test-putaway.ts';
import { type GoodsAsked, goodsAsked } from './tested-goods.ts';

/** Says why a plate, or an item, goes where it goes, and why not elsewhere; and why a location takes nothing at all. */
export function addPutawayExplainer(_routes: Routes, { explainers, clock }: Services): void {
  explainers.set('putaway', (read, asked) => explain(read, asked, clock.now()));
}

async function explain(read: Runner, asked: AskedWhy, nowMs: number): Promise<Why[]> {
  const { warehouse, licensePlate, item, sourceSystem, location } = asked;
  const subject = { licensePlate, item, location };
  if (location !== undefined && licensePlate === undefined && item === undefined) {
    const why = await whyUseless(read, warehouse, location);
    return [{ subject: { location }, allowed: why === null, problem: why }];
  }
  const goods = await goodsAsked(read, { warehouse, licensePlate, item, sourceSystem });
  if (isProblem(goods)) return [{ subject, allowed: false, problem: goods }];
  const done = await whyDone(read, asked, goods);
  const from = goods.from;
  if (location !== undefined) {
    const why = done ?? (await whyNotAt(read, warehouse, location, goods));
    return [{ subject: { ...subject, from }, allowed: why === null, problem: why }];
  }
  const body = testBody.parse({ warehouse, licensePlate, item, sourceSystem });
  const putaway = await testPutaway(read, body, nowMs);
  if (isProblem(putaway)) return [{ subject, allowed: false, problem: putaway }];
  const nowhere = putaway.proposal ? null : problem('putaway.no_place', { places: putaway.places.total });
  const why = done ?? nowhere;
  return [{ subject: { ...subject, from }, allowed: why === null, problem: why, more: { putaway } }];
}

/** Goods that are not at a dock are put away already. */
async function whyDone(read: Runner, asked: AskedWhy, { from }: GoodsAsked): Promise<Problem | null> {
  if (asked.licensePlate === undefined) return null;
  const isAtDock = (await locationType(read, asked.warehouse, from)) === 'receiving';
  return isAtDock ? null : problem('putaway.already_done', { goods: asked.licensePlate });
}

/** Goods are put down at a dock when they arrive, and elsewhere by put-away. */
async function whyUseless(read: Runner, warehouse: string, code: string): Promise<Problem | null> {
  const use = await locationUse(read, warehouse, code);
  if (use?.type === 'receiving') return use.isActive ? null : problem('location.inactive', { location: code });
  return whyNotAt(read, warehouse, code, { goods: { licensePlate: null, contents: [] } });
}

async function whyNotAt(
  read: Runner,
  warehouse: string,
  code: string,
  { goods }: Pick<GoodsAsked, 'goods'>,
): Promise<Problem | null> {
  return whyNotPut(code, await locationFacts(read, warehouse, code), goods);
}
