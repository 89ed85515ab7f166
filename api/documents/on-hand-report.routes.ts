import * as z from 'zod';
import { uuidV7 } from '#shared/kernel/id.ts';
import { later } from '#shared/kernel/later.ts';
import { reachOf } from '../platform/facts/source-systems.queries.ts';
import { asSourceSystem, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { makeOnHandReport, onHandReportLine, onHandReportRequest } from './on-hand-report.ts';

const onHandReport = later(() =>
  z.object({
    documentNumber: z.string(),
    version: z.number(),
    /** The position of the feeds that it is exact at. */
    position: z.number(),
    exactAtPosition: z.number(),
    executedAt: z.string(),
    name: z.string().nullable(),
    warehouse: z.string().nullable(),
    dimensions: z.array(z.string()),
    includeRegisteredAndPicked: z.boolean(),
    quantityChannel: z.literal(false),
    lines: z.array(onHandReportLine),
  }),
);

/** A source system asks what is on hand; the report stays in its feed. */
export function addOnHandReportRoutes(routes: Routes, services: Services): void {
  const { store, clock, random } = services;
  routes.add(
    {
      method: 'post',
      path: '/api/erp/on-hand-reports',
      summary: 'What is on hand now, exact at `position`, and what of it the ERP was told: to compare, never to add',
      tag: 'ERP',
      access: { scopes: ['erp'] },
      body: onHandReportRequest.prefault({}),
      answers: { 201: { description: 'The report', schema: onHandReport } },
    },
    async ({ c, body, caller }) => {
      const { sourceSystem } = asSourceSystem(caller);
      const { warehouse } = body;
      if (warehouse && !(await reachOf(store.read, sourceSystem))?.warehouses.includes(warehouse))
        throw notFound(warehouse);
      const commandId = uuidV7(clock.now(), random.bytes(10));
      const report = await store.write((trx) => makeOnHandReport(trx, body, { sourceSystem, commandId }));
      c.header('location', `/api/erp/on-hand-reports/${report.documentNumber}`);
      return c.json(report, 201);
    },
  );
}
