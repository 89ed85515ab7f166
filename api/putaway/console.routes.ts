import { isProblem } from '#shared/ledger/stock-item.ts';
import { putawayTest, testBody } from '#shared/putaway/console.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { testPutaway } from './test-putaway.ts';

const permit = 'putaway.read';

/** The tester of put-away: what the rules do with goods, and what other rules would do. */
export function addPutawayConsoleRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'post',
      path: '/api/console/putaway/test',
      summary: 'Where goods are sent, by which rule, and why every other place was passed over; changes nothing',
      tag: 'Console',
      access: { permit },
      body: testBody,
      answers: { 200: { description: 'The proposal and every place with its reason', schema: putawayTest } },
    },
    async ({ c, body, caller }) => {
      asPersonIn(caller, body.warehouse, permit);
      const tested = await testPutaway(services.store.read, body, services.clock.now());
      if (isProblem(tested)) throw new HttpProblem(422, tested);
      return c.json(tested);
    },
  );
}
