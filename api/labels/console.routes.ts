import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { problem } from '#shared/kernel/problem.ts';
import {
  type FloorPrinters,
  floorPrinters,
  type PrinterHealth,
  type PrinterHealthList,
  type PrintJobList,
  printerHealthList,
  printJobList,
} from '#shared/labels/console.ts';
import type { LabelKind } from '#shared/labels/kinds.ts';
import { type PrintJobStatus, printJobStatuses } from '#shared/labels/print-job.machine.ts';
import { permitsIn } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { goodsWithheldFrom } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import { drawZpl } from '../platform/print/picture.ts';
import type { Services } from '../platform/services.ts';
import { jobsOf, printerStates, waitingByPrinter } from './console.queries.ts';
import { jobWithNumber } from './jobs.queries.ts';
import { labelsOf } from './print-queue.ts';
import { printersOf } from './printers.queries.ts';
import { zplOf } from './zpl.ts';

const permit = 'labels.print';
const tag = 'Console';

const warehouse = z.string().min(1).max(32);

/** Printers and their jobs, as people look at them; what they do to them are commands. */
export function addPrintConsoleRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/console/printers',
      summary: 'The printers of a warehouse with what waits for them and what went wrong last',
      tag,
      access: { permit },
      query: z.strictObject({ warehouse }),
      answers: { 200: { description: 'Printers', schema: printerHealthList } },
    },
    async ({ c, caller, query }) => {
      asPersonIn(caller, query.warehouse, permit);
      return c.json({ items: await healthOf(read, query.warehouse) } satisfies PrinterHealthList);
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/printers',
      summary: 'The printers of a warehouse that print, with how they are doing: whoever prints chooses one',
      tag: 'Device',
      access: { permit },
      query: z.strictObject({ warehouse, active: z.literal('true').optional() }),
      answers: { 200: { description: 'Printers', schema: floorPrinters } },
    },
    async ({ c, caller, query }) => {
      asPersonIn(caller, query.warehouse, permit);
      const items = (await healthOf(read, query.warehouse)).flatMap(
        ({ printer: { code, name, zone }, state, waiting }) =>
          state === 'inactive' ? [] : [{ code, name, zone: zone ?? null, state, waiting }],
      );
      return c.json({ items } satisfies FloorPrinters);
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/print-jobs',
      summary: 'Print jobs of a warehouse, the newest first',
      tag,
      access: { permit },
      query: z.strictObject({
        warehouse,
        printer: z.string().min(1).max(32).optional(),
        status: z.enum(printJobStatuses).optional(),
        job: z.string().min(1).max(64).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      answers: { 200: { description: 'Jobs', schema: printJobList } },
    },
    async ({ c, caller, query: { warehouse: code, ...wanted } }) => {
      asPersonIn(caller, code, permit);
      const items = (await jobsOf(read, code, wanted)).map(shownJob);
      return c.json({ items } satisfies PrintJobList);
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/print-jobs/{warehouse}/{job}/labels/{label}',
      summary: 'A label of a job as it was sent to the printer, as a picture; the first one is 1',
      tag,
      access: { permit },
      answers: { 200: { description: 'The picture', schema: z.string(), contentTypes: ['image/png'] } },
    },
    async ({ caller, path: { warehouse: code = '', job = '', label: number = '' } }) => {
      const person = asPersonIn(caller, code, permit);
      const row = await read.one(jobWithNumber.read, { job, warehouse: code });
      if (row?.kind === 'badge' && !isPermitted(permitsIn(person, code), 'people.administer')) {
        throw new HttpProblem(403, problem('labels.badges_forbidden'));
      }
      const label = row && labelsOf(row)[Number(number) - 1];
      if (!row || !label) throw notFound(number);
      const counted = await goodsWithheldFrom(person, { read, nowMs: services.clock.now(), warehouse: code });
      const [first] = counted;
      // What was on it when it was printed may stand on another plate by now.
      if (first && row.kind === 'license-plate') {
        throw new HttpProblem(409, problem('counting.blind', { location: first.location }));
      }
      const printer = (await printersOf(read, code)).find((one) => one.code === row.printer);
      const dpi = printer?.dpi ?? 203;
      return pictureAnswer(await drawZpl(zplOf([label], dpi), label, dpi));
    },
  );
}

async function healthOf(read: Runner, code: string): Promise<PrinterHealth[]> {
  const asked = { warehouse: code };
  const states = new Map((await read.all(printerStates, asked)).map((row) => [row.code, row]));
  const waiting = new Map((await read.all(waitingByPrinter, asked)).map((row) => [row.printer, row]));
  return (await printersOf(read, code)).map((printer): PrinterHealth => {
    const row = states.get(printer.code);
    const queue = waiting.get(printer.code);
    const isFailing = (row?.failures ?? 0) > 0;
    return {
      printer,
      state: !printer.isActive ? 'inactive' : isFailing ? 'failing' : row?.last_success_at ? 'ready' : 'unused',
      waiting: Number(queue?.count ?? 0),
      oldestWaitingAt: shown(queue?.oldest_at),
      lastSuccessAt: shown(row?.last_success_at),
      lastErrorAt: shown(row?.last_error_at),
      lastError: problemIn(row?.last_error ?? null),
      nextTryAt: isFailing ? shown(row?.next_at) : null,
    };
  });
}

export function pictureAnswer(png: Uint8Array): Response {
  return new Response(png as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'image/png',
      'content-length': String(png.byteLength),
      'cache-control': 'private, no-cache',
    },
  });
}

function shownJob(row: Awaited<ReturnType<typeof jobsOf>>[number]): PrintJobList['items'][number] {
  const { job, printer, copies, attempts } = row;
  return {
    ...{ job, printer, copies, attempts },
    kind: row.kind as LabelKind,
    subjects: (JSON.parse(row.subjects) as string[]).slice(0, 20),
    labels: row.label_count,
    status: row.status as PrintJobStatus,
    isCopy: row.is_copy === 1,
    mayHavePrinted: row.may_have_printed === 1,
    copyOf: row.copy_of,
    problem: problemIn(row.problem),
    askedBy: row.asked_by,
    askedAt: instant(row.asked_at),
    endedAt: shown(row.ended_at),
  };
}

function shown(at: number | string | null | undefined): string | null {
  return at === null || at === undefined ? null : instant(Number(at));
}

function problemIn(text: string | null): PrinterHealth['lastError'] {
  return text === null ? null : (JSON.parse(text) as PrinterHealth['lastError']);
}
