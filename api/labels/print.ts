import type { Command } from '#shared/command/envelope.ts';
import { namesOneThing } from '#shared/labels/kinds.ts';
import { decidePrint, type PrintBody, type PrintFacts, print, subjectsOf } from '#shared/labels/print.ts';
import { countedGoods } from '../platform/facts/count-work.queries.ts';
import { mayDo } from '../platform/facts/people.queries.ts';
import { placeCounted } from '../platform/facts/withhold.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { type Gathered, gather } from './gather.ts';
import { insertJob, notePrinted } from './jobs.queries.ts';
import type { Label } from './label.ts';
import { printersOf } from './printers.queries.ts';
import { personOnLabel } from './subjects.queries.ts';

interface Facts extends PrintFacts {
  readonly gathered: readonly Gathered[];
}

/** What stands on the labels is decided here and now; a printer that is off until tomorrow prints the same. */
export const printHandler = handler({
  operation: print,

  facts: async (trx, command: Command<PrintBody>): Promise<Facts> => {
    const { warehouse, operator, body } = command;
    const person = await trx.one(personOnLabel, { badge: operator });
    const language = body.language ?? person?.language ?? 'en';
    const gathered = await gather(trx, {
      ...{ ...body, subjects: subjectsOf(body), warehouse, language },
      ...(body.printer !== undefined && { printerName: body.printer }),
    });
    return {
      gathered,
      subjects: gathered.map(({ subject }) => subject),
      printers: await printersOf(trx, warehouse),
      countedAt: await countedPlace(trx, command, gathered),
      mayPrintBadges: body.kind !== 'badge' || (await mayDo(trx, { operator, warehouse }, 'people.administer')),
    };
  },

  decide: decidePrint,

  apply: async (trx, command, { plan }, { gathered }) => {
    const { printer, subjects, isCopy } = plan;
    const labels = gathered.flatMap(({ draw, subject: { wasPrinted } }) =>
      draw(printer.media).map((label) => (wasPrinted ? { ...label, isCopy: true as const } : label)),
    );
    const { kind, copies = 1 } = command.body;
    const language = gathered[0]?.language ?? 'en';
    await queueJob(trx, command, {
      printer: printer.code,
      kind,
      subjects,
      labels,
      copies,
      language,
      isCopy,
      copyOf: null,
    });
    if (namesOneThing(kind)) {
      for (const subject of subjects) await trx.one(notePrinted, { kind: 'unit', subject, job: command.id });
    }
    return undefined;
  },
});

/** Who counts must not know what the books say: a label of the goods there says it too. */
async function countedPlace(
  trx: AppTrx,
  { warehouse, operator }: Pick<Command<PrintBody>, 'warehouse' | 'operator'>,
  gathered: readonly Gathered[],
): Promise<string | null> {
  const told = gathered.flatMap(({ tells = [] }) => tells);
  if (told.length === 0) return null;
  const place = placeCounted(await countedGoods(trx, { warehouse, badge: operator, nowMs: trx.now }), told);
  return place !== null && (await mayDo(trx, { operator, warehouse }, 'counting.review')) ? null : place;
}

interface NewJob {
  readonly printer: string;
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly labels: readonly Label[];
  readonly copies: number;
  readonly language: string;
  readonly isCopy: boolean;
  readonly copyOf: string | null;
}

/** A job, known by the id of its command, and a line of the audit log that says who printed what. */
export async function queueJob(
  trx: AppTrx,
  { id, type, warehouse, operator: by }: Pick<Command<unknown>, 'id' | 'type' | 'warehouse' | 'operator'>,
  { labels, subjects, isCopy, ...rest }: NewJob,
): Promise<void> {
  await trx.one(insertJob, {
    ...rest,
    ...{ job: id, warehouse, subjects: JSON.stringify(subjects), labels: JSON.stringify(labels) },
    ...{ labelCount: labels.length, isCopy: isCopy ? 1 : 0, by, at: trx.now },
  });
  const { printer, kind, copies, copyOf } = rest;
  const after = { printer, kind, subjects: subjects.slice(0, 20), labels: labels.length, copies, isCopy, copyOf };
  const change = { action: type, subject: `print-job/${id}`, before: null, after };
  trx.publish({ kind: 'audit', id, at: trx.now, actor: by, commandId: id, ...change });
}
