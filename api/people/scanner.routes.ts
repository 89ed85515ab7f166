import * as z from 'zod';
import { scannerReport } from '#shared/people/scanner.ts';
import { dataWedgeSettings } from '#shared/scan/datawedge.ts';
import { asPerson, type Routes } from '../platform/http/routes.ts';
import { pdfAnswer } from '../platform/print/pdf.ts';
import type { Services } from '../platform/services.ts';
import { noteScanner } from './device.queries.ts';
import { drawScannerSheet, sheetLanguages } from './scanner-sheet.ts';

const tag = 'Device';

/** Setting up scanners: what a device found out, and what whoever does it needs on paper, before anybody can sign in. */
export function addScannerRoutes(routes: Routes, { store }: Services): void {
  routes.add(
    {
      method: 'put',
      path: '/api/device/scanner',
      summary: 'What the setting up of the scanner taught, on the device of this session; the newest counts',
      tag,
      access: { permit: 'any' },
      idempotency: 'own',
      body: scannerReport,
      answers: { 204: { description: 'Kept, to be seen by those who look after the devices' } },
    },
    async ({ c, caller, body }) => {
      const { device } = asPerson(caller);
      await store.write((trx) => noteScanner(trx, device, JSON.stringify(body)));
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/scanner/sheet',
      summary: 'Five codes to set up a scanner with, and the settings of Zebra, Honeywell and Datalogic; A4',
      tag,
      access: { open: true },
      query: z.strictObject({ language: z.enum(sheetLanguages).optional() }),
      answers: { 200: { description: 'The sheet', contentTypes: ['application/pdf'] } },
    },
    async ({ c, query: { language } }) => {
      const { host } = new URL(c.req.url);
      return pdfAnswer(await drawScannerSheet(language ?? 'en', `${host}/scanner`), 'tallyman-scanner');
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/scanner/datawedge',
      summary: 'The settings for Zebra DataWedge as the bundle of its SET_CONFIG interface',
      tag,
      access: { open: true },
      answers: { 200: { description: 'Intent, extra and bundle', schema: z.looseObject({}) } },
    },
    ({ c }) =>
      c.json(dataWedgeSettings, 200, { 'content-disposition': 'attachment; filename="tallyman-datawedge.json"' }),
  );
}
