import type { Context } from 'hono';
import { collectDefaultMetrics } from 'prom-client';
import { problem } from '#shared/kernel/problem.ts';
import type { Caller } from '../platform/http/caller.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { addGauges } from './gauges.ts';

/** Prometheus text for monitors: with a `monitor` key, or from this machine itself. */
export function addMetricsRoutes(routes: Routes, services: Services): void {
  addGauges(services);
  let isProcessMeasured = false;
  routes.add(
    {
      method: 'get',
      path: '/metrics',
      summary: 'Prometheus text; needs a monitor key or the loopback address',
      tag: 'Running it',
      access: { open: true },
      answers: { 200: { description: 'Prometheus text', contentTypes: ['text/plain'] } },
    },
    async ({ c, caller }) => {
      if (!isMonitor(caller) && !isLoopback(c)) throw refusal(caller);
      const { registry } = services.metrics;
      if (!isProcessMeasured) collectDefaultMetrics({ register: registry });
      isProcessMeasured = true;
      return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
    },
  );
}

function isMonitor(caller: Caller | undefined): boolean {
  return caller?.kind === 'machine' && caller.scopes.includes('monitor');
}

function refusal(caller: Caller | undefined): HttpProblem {
  if (caller) return new HttpProblem(403, problem('auth.scope_missing', { scope: 'monitor' }));
  return new HttpProblem(401, problem('auth.required'), { 'www-authenticate': 'Bearer' });
}

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** True for this machine itself. What a proxy on this machine passes on comes from elsewhere. */
function isLoopback(c: Context): boolean {
  const isPassedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip'].some((name) => c.req.header(name) !== undefined);
  const address = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? '';
  return !isPassedOn && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}
