import { type SelfTest, selfTest } from '#shared/documents/self-test.ts';
import type { App, AppOptions } from '../../app.ts';
import { instant } from '../../platform/clock.ts';
import { asPersonInAll, everyWarehouse, noteChange } from '../../platform/http/administrator.ts';
import type { Routes } from '../../platform/http/routes.ts';
import type { Services } from '../../platform/services.ts';
import { runA0001 } from './a0001.ts';
import { openScratch } from './scratch.ts';

const permit = 'monitoring.self_test';

/** An administrator sees for themselves that each quantity reaches an ERP once, on this very machine. */
export function addSelfTestRoutes(openApp: (options: AppOptions) => Promise<App>) {
  return (routes: Routes, services: Services): void => {
    /** Whoever asks while one is running gets its result. */
    let running: Promise<SelfTest> | undefined;

    routes.add(
      {
        method: 'post',
        path: '/api/admin/self-test/a0001',
        summary: 'Receive, count and complete an item through each channel, in an application of its own',
        tag: 'Administration',
        access: { permit },
        answers: { 200: { description: 'What warehouse and ERP had after each step', schema: selfTest } },
      },
      async ({ c, caller }) => {
        const actor = asPersonInAll(caller, [everyWarehouse], permit);
        running ??= runInScratch(openApp, services).finally(() => {
          running = undefined;
        });
        const result = await running;
        await services.store.write(async (trx) => {
          const { passed, failure } = result;
          const change = { action: 'self_test.a0001', subject: 'A0001', before: null, after: { passed, failure } };
          noteChange(services, trx, { actor, ...change });
        });
        return c.json(result);
      },
    );
  };
}

async function runInScratch(openApp: (options: AppOptions) => Promise<App>, services: Services): Promise<SelfTest> {
  const scratch = await openScratch(openApp, services);
  try {
    return await runA0001(scratch, services);
  } catch (error) {
    services.log.error({ err: error }, 'the self-test could not be carried out');
    const failure = error instanceof Error ? error.message : String(error);
    return { passed: false, at: instant(services.clock.now()), runs: [], failure };
  } finally {
    await scratch.close();
  }
}
