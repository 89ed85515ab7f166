import * as z from 'zod';
import { type AuditPage, type AuditRow, auditPage, auditRow } from '#shared/people/audit.ts';
import { chainStart } from '../platform/chain.ts';
import { instant } from '../platform/clock.ts';
import { asPersonInAll, everyWarehouse } from '../platform/http/administrator.ts';
import { jsonWithEtag } from '../platform/http/etag.ts';
import { answerFeed, feedPageOf, feedQuery, inOneRun, type ReadRows } from '../platform/http/feed.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { type AuditColumns, auditAfter, newestAudit } from './audit.queries.ts';

const permit = 'people.administer';
const subject = z.string().min(1).max(250).optional();

/** What was changed and decided, by whom, with the links that show that nothing was changed or left out since. */
export function addAuditRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/admin/audit',
      summary: 'The audit log after a position, with its hash chain',
      tag: 'Administration',
      access: { permit },
      query: z.strictObject({ ...feedQuery, subject }),
      answers: { 200: { description: 'A page of the feed', schema: feedPageOf(auditRow) } },
    },
    async ({ c, caller, query }) => {
      asPersonInAll(caller, [everyWarehouse], permit);
      const readRows: ReadRows = async (span) =>
        (await auditAfter(read, span, query.subject)).map((row) => ({
          position: row.position,
          text: JSON.stringify(shown(row)),
        }));
      const page = await answerFeed(services, inOneRun(readRows), query, c);
      return jsonWithEtag(c, await page.json());
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/audit',
      summary: 'The audit log, newest first',
      tag: 'Console',
      access: { permit },
      query: z.strictObject({
        before: z.coerce.number().int().min(1).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
        subject,
        actor: z.string().min(1).max(64).optional(),
        search: z.string().min(1).max(64).optional(),
      }),
      answers: { 200: { description: 'A page of the log', schema: auditPage } },
    },
    async ({ c, caller, query: { before, limit, subject, actor, search } }) => {
      asPersonInAll(caller, [everyWarehouse], permit);
      const rows = await newestAudit(read, { before, limit: limit + 1, subject, actor, search });
      const items = rows.slice(0, limit).map(shown);
      const next = rows.length > limit ? (items.at(-1)?.position ?? null) : null;
      return c.json({ items, next } satisfies AuditPage);
    },
  );
}

function shown(row: AuditColumns): AuditRow {
  return {
    position: row.position,
    at: instant(row.at),
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    before: row.before_json === null ? null : JSON.parse(row.before_json),
    after: row.after_json === null ? null : JSON.parse(row.after_json),
    commandId: row.command_id,
    id: row.id,
    previousHash: row.previous_hash ?? chainStart,
    hash: row.hash,
  };
}
