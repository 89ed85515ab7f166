import * as z from 'zod';
import { problem } from '#shared/kernel/problem.ts';
import { pickedList } from '#shared/ledger/picked-list.ts';
import { urgencies } from '#shared/ledger/urgency.ts';
import {
  pickerList,
  poolList,
  previewBody,
  waveDetail,
  waveList,
  wavePreview,
  workList,
} from '#shared/waves/console.ts';
import { pageOf, positionIn } from '../platform/http/pages.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { readPickers } from './assign-work.ts';
import { readPicked } from './picked-goods.ts';
import { readPool } from './pool.ts';
import { previewRelease } from './preview.ts';
import { newestWaves, waveNumbered } from './wave-list.queries.ts';
import { waveDetailOf, waveRows } from './wave-list.ts';
import { readWork } from './work-list.ts';

const permit = 'waves.release';
const tag = 'Device';
const text = z.string().min(1).max(64);
const warehouse = z.string().min(1).max(32);
const search = text.optional();

/** What whoever releases orders looks at: the pool of orders, what a release would bring, waves, and their work. */
export function addWaveRoutes(routes: Routes, { store: { read }, clock }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/device/releasable-orders',
      summary: 'Outbound orders that may be released, the most urgent first',
      tag,
      access: { permit },
      query: z.strictObject({
        warehouse,
        sourceSystem: text.optional(),
        carrier: text.optional(),
        urgency: z.enum(urgencies).optional(),
        priorityAtMost: z.coerce.number().int().min(0).max(999).optional(),
        /** Orders on hold too, or only these; without it those that may be released now. */
        held: z.enum(['any', 'now']).optional(),
        /** Only orders that lacked goods when it was tried; or only those that did not. */
        lacking: z.enum(['yes', 'no']).optional(),
        search,
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
      answers: { 200: { description: 'The orders', schema: poolList } },
    },
    async ({ c, query, caller }) => {
      asPersonIn(caller, query.warehouse, permit);
      return c.json(await readPool(read, query, clock.now()));
    },
  );

  routes.add(
    {
      method: 'post',
      path: '/api/device/waves/preview',
      summary:
        'What would come of releasing orders now: shortages, work by zone, when it would be done. Changes nothing',
      tag,
      access: { permit },
      idempotency: 'own',
      body: previewBody,
      answers: { 200: { description: 'The outlook', schema: wavePreview } },
    },
    async ({ c, body, caller }) => {
      asPersonIn(caller, body.warehouse, permit);
      const named = [body.orders, body.template, body.wave].filter((one) => one !== undefined);
      if (named.length !== 1) throw new HttpProblem(422, problem('waves.nothing_named'));
      return c.json(await previewRelease(read, body, clock.now()));
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/waves',
      summary: 'Waves of a warehouse, newest first, with their progress',
      tag,
      access: { permit },
      query: z.strictObject({
        warehouse,
        status: z.enum(['open', 'cancelled']).optional(),
        search,
        before: z.string().min(3).max(120).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      answers: { 200: { description: 'A page of waves', schema: waveList } },
    },
    async ({ c, query: { before, limit, ...asked }, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const rows = await newestWaves(read, { ...asked, before: positionIn(before), limit: limit + 1 });
      const { shown, next } = pageOf(rows, limit, ({ created_at, wave }) => ({ createdAt: created_at, key: wave }));
      return c.json({ items: await waveRows(read, shown, clock.now()), next });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/waves/{wave}',
      summary: 'A wave with its orders, what they lack, and its work',
      tag,
      access: { permit },
      answers: { 200: { description: 'The wave', schema: waveDetail } },
    },
    async ({ c, path: { wave = '' }, caller }) => {
      const whole = await waveNumbered(read, wave);
      if (!whole) throw notFound(wave);
      asPersonIn(caller, whole.warehouse, permit);
      const [row] = await waveRows(read, [whole], clock.now());
      if (!row) throw notFound(wave);
      return c.json(await waveDetailOf(read, whole, row, clock.now()));
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/work',
      summary: 'Work that fetches goods, with who has it and how far it is, the most urgent first',
      tag,
      access: { permit },
      query: z.strictObject({
        warehouse,
        wave: text.optional(),
        zone: z.string().max(32).optional(),
        claimed: z.enum(['yes', 'no']).optional(),
        search,
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
      answers: { 200: { description: 'The work', schema: workList } },
    },
    async ({ c, query, caller }) => {
      asPersonIn(caller, query.warehouse, permit);
      return c.json(await readWork(read, query, clock.now()));
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/picked-goods',
      summary: 'What was picked for a work, a wave, a shipment or an order and has not left, and who has it in hand',
      tag,
      access: { permit },
      query: z.strictObject({
        warehouse,
        work: text.optional(),
        wave: text.optional(),
        shipment: text.optional(),
        order: text.optional(),
        sourceSystem: text.optional(),
        /** Of the order. */
        line: z.coerce.number().int().min(1).optional(),
      }),
      answers: { 200: { description: 'The goods', schema: pickedList } },
    },
    async ({ c, query, caller }) => {
      asPersonIn(caller, query.warehouse, permit);
      const named = [query.work, query.wave, query.shipment, query.order].filter((one) => one !== undefined);
      if (named.length !== 1) throw new HttpProblem(422, problem('waves.nothing_named'));
      return c.json(await readPicked(read, query));
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/pickers',
      summary: 'Who may pick in a warehouse, and how much each has in progress',
      tag,
      access: { permit },
      query: z.strictObject({ warehouse }),
      answers: { 200: { description: 'The people', schema: pickerList } },
    },
    async ({ c, query, caller }) => {
      asPersonIn(caller, query.warehouse, permit);
      return c.json(await readPickers(read, query.warehouse));
    },
  );
}
