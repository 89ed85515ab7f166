import type { Context } from 'hono';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import type { PutawayRule } from '#shared/ledger/putaway-rule.ts';
import { rulesInForce } from '#shared/putaway/default-rules.ts';
import {
  type PutawayRules,
  putawayRules,
  repeatedCodes,
  ruleDocument,
  ruleOf,
  rulesBody,
  withRule,
} from '#shared/putaway/rule-document.ts';
import { warehouseExists } from '../platform/facts/warehouses.queries.ts';
import { isSame, noteChange } from '../platform/http/administrator.ts';
import type { Person } from '../platform/http/caller.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { keepRules, lockRules, unknownZones } from './rule-admin.queries.ts';
import { ownRules } from './rules.queries.ts';

const permit = 'sites.administer';
const mayRead = 'putaway.read';
const tag = 'Administration';
const path = '/api/admin/warehouses/{warehouse}/putaway-rules';

/**
 * The rules of put-away of a warehouse, all of them with their order or one by one. A warehouse without any has the
 * defaults, which become its own as soon as one rule is changed by itself. Supervisors may read them.
 */
export function addPutawayRuleRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'The rules of put-away of a warehouse, in the order in which they are tried',
      tag,
      access: { permit: mayRead },
      answers: { 200: { description: 'The rules that hold', schema: putawayRules } },
    },
    async ({ c, caller, path: { warehouse = '' } }) => {
      if (!(await warehouseExists(store.read, warehouse))) throw notFound(warehouse);
      asPersonIn(caller, warehouse, mayRead);
      const shown = shownRules(warehouse, await ownRules(store.read, warehouse));
      return jsonWithEtag(c, shown, entityTag(shown));
    },
  );

  routes.add(
    {
      method: 'put',
      path,
      summary: 'Change the rules of put-away and their order; no rules at all bring the defaults back',
      tag,
      access: { permit },
      isConditional: true,
      body: rulesBody,
      answers: { 200: { description: 'The rules that hold now', schema: putawayRules } },
    },
    async ({ c, caller, body, path: { warehouse = '' } }) => {
      const shown = await store.write(async (trx) => {
        const change = await begin({ services, trx, c, warehouse, actor: asPersonIn(caller, warehouse, permit) });
        requireMatch(c, [entityTag(shownRules(warehouse, change.before))]);
        const rules = body.rules.map(ruleOf);
        return end(change, {
          rules,
          judged: rules,
          pointer: '/rules',
          action: 'putaway_rules.changed',
          subject: warehouse,
        });
      });
      return changedJson(shown, 200);
    },
  );

  routes.add(
    {
      method: 'get',
      path: `${path}/{rule}`,
      summary: 'A rule of put-away',
      tag,
      access: { permit: mayRead },
      answers: { 200: { description: 'The rule', schema: ruleDocument } },
    },
    async ({ c, caller, path: { warehouse = '', rule: code = '' } }) => {
      asPersonIn(caller, warehouse, mayRead);
      const rule = rulesInForce(await ownRules(store.read, warehouse)).find((known) => known.code === code);
      if (!rule) throw notFound(code);
      return jsonWithEtag(c, rule, entityTag(rule));
    },
  );

  routes.add(
    {
      method: 'put',
      path: `${path}/{rule}`,
      summary: 'Make a rule of put-away, before the first that is for all goods, or change one where it stands',
      tag,
      access: { permit },
      isConditional: true,
      body: ruleDocument,
      answers: {
        200: { description: 'As it is now', schema: ruleDocument },
        201: { description: 'Made', schema: ruleDocument },
      },
    },
    async ({ c, caller, body, path: { warehouse = '', rule: code = '' } }) => {
      const rule = ruleOf(body);
      const isNew = await store.write(async (trx) => {
        const change = await begin({ services, trx, c, warehouse, actor: asPersonIn(caller, warehouse, permit) });
        const inForce = rulesInForce(change.before);
        const known = inForce.find((one) => one.code === code);
        requireMatch(c, known ? [entityTag(known)] : []);
        if (rule.code !== code)
          throw new HttpProblem(422, problem('request.invalid', {}, [codeDiffers(rule.code, code)]));
        const action = known ? 'putaway_rule.changed' : 'putaway_rule.made';
        const rules = withRule(inForce, rule);
        await end(change, { rules, judged: [rule], pointer: '', action, subject: `${warehouse}/${code}` });
        return !known;
      });
      return changedJson(rule, isNew ? 201 : 200);
    },
  );

  routes.add(
    {
      method: 'delete',
      path: `${path}/{rule}`,
      summary: 'Remove a rule of put-away',
      tag,
      access: { permit },
      isConditional: true,
      answers: { 204: { description: 'Removed' } },
    },
    async ({ c, caller, path: { warehouse = '', rule: code = '' } }) => {
      await store.write(async (trx) => {
        const change = await begin({ services, trx, c, warehouse, actor: asPersonIn(caller, warehouse, permit) });
        const inForce = rulesInForce(change.before);
        const known = inForce.find((one) => one.code === code);
        if (!known) throw notFound(code);
        requireMatch(c, [entityTag(known)]);
        const rules = inForce.filter((one) => one !== known);
        const action = 'putaway_rule.removed';
        await end(change, { rules, judged: [], pointer: '', action, subject: `${warehouse}/${code}` });
      });
      return c.body(null, 204);
    },
  );
}

interface Asked {
  readonly services: Services;
  readonly trx: AppTrx;
  readonly c: Context;
  readonly warehouse: string;
  readonly actor: Person;
}

/** What is kept after a change, and which of it has to be looked at: where `pointer` is '', that rule was sent alone. */
interface Outcome {
  readonly rules: readonly PutawayRule[];
  readonly judged: readonly PutawayRule[];
  readonly pointer: '' | '/rules';
  readonly action: string;
  readonly subject: string;
}

interface Change extends Asked {
  /** The own rules of the warehouse. */
  readonly before: readonly PutawayRule[];
}

async function begin(asked: Asked): Promise<Change> {
  const before = await lockRules(asked.trx, asked.warehouse);
  if (before === null) throw notFound(asked.warehouse);
  return { ...asked, before };
}

async function end({ services, trx, warehouse, actor, before }: Change, outcome: Outcome): Promise<PutawayRules> {
  const { rules, action, subject } = outcome;
  const errors = await faultsOf(trx, warehouse, outcome);
  if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
  if (!isSame(before, rules)) {
    await keepRules(trx, warehouse, rules);
    noteChange(services, trx, { actor, action, subject: `putaway-rules/${subject}`, before, after: rules });
  }
  return shownRules(warehouse, rules);
}

function shownRules(warehouse: string, own: readonly PutawayRule[]): PutawayRules {
  return { warehouse, isDefault: own.length === 0, rules: rulesInForce(own).map((rule) => ruleDocument.parse(rule)) };
}

/** Codes that stand twice, and zones that no location is in. */
async function faultsOf(trx: AppTrx, warehouse: string, { judged, pointer }: Outcome): Promise<FieldError[]> {
  const errors: FieldError[] = repeatedCodes(judged).map(({ index, code }) => ({
    pointer: `${pointer}/${index}/code`,
    code: 'request.repeated',
    value: code,
  }));
  for (const [index, { zones, when }] of judged.entries()) {
    const rule = pointer === '' ? '' : `${pointer}/${index}`;
    const named = [
      { at: `${rule}/zones`, all: zones },
      { at: `${rule}/when/fromZones`, all: when.fromZones ?? [] },
    ];
    for (const { at, all } of named) {
      for (const zone of await unknownZones(trx, warehouse, all)) {
        const code = 'putaway.zone_unknown';
        errors.push({ pointer: `${at}/${all.indexOf(zone)}`, code, params: { zone }, value: zone });
      }
    }
  }
  return errors;
}

function codeDiffers(sent: string, code: string): FieldError {
  return { pointer: '/code', code: 'request.code_differs', params: { code }, value: sent };
}
