import { countPlan } from '#shared/ledger/count-plan.ts';
import { countPlansOf } from '../platform/facts/count-plans.queries.ts';
import { addKeptDocuments } from '../platform/http/kept-documents.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepPlan, removePlan } from './plan-admin.queries.ts';

/** What has the places of a warehouse counted again and again. Whoever decides on its counts writes its plans too. */
export function addCountPlanRoutes(routes: Routes, services: Services): void {
  addKeptDocuments(routes, services, {
    name: 'count-plans',
    action: 'count_plan',
    schema: countPlan,
    permit: 'counting.set_plan',
    mayRead: 'counting.review',
    summaries: {
      list: 'The plans of a warehouse by which its places are counted',
      one: 'A count plan',
      put: 'Make a count plan, or change one',
      remove: 'Remove a count plan; what somebody is sent to count already stays to be counted',
    },
    of: countPlansOf,
    keep: keepPlan,
    remove: removePlan,
  });
}
