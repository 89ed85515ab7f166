import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import type { Statement } from '../platform/db/statement.ts';
import { documentKinds } from '../platform/documents.ts';
import { answerFeed, type FeedRow, feedPageOf, feedQuery, inOneRun, type ReadRows } from '../platform/http/feed.ts';
import { asSourceSystem, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { acknowledgement } from './acknowledge.ts';
import { documentRows, eventRows, type FeedSpan, statusRows } from './documents.queries.ts';

const query = z.strictObject(feedQuery);

const documentItem = later(() =>
  z.looseObject({
    position: z.number(),
    documentNumber: z.string(),
    version: z.number(),
    active: z.boolean(),
    supersedes: z.number().nullable(),
    postingStatus: z.enum(['ready', 'posted']),
    acknowledgement: acknowledgement.nullable(),
    /** Not in a report on all warehouses. */
    warehouse: z.string().optional(),
    quantityChannel: z.boolean(),
    lines: z.array(z.looseObject({})),
  }),
);

const eventItem = later(() =>
  z.object({
    position: z.number(),
    event: z.looseObject({
      specversion: z.literal('1.0'),
      id: z.string(),
      source: z.string(),
      type: z.string(),
      subject: z.string(),
      time: z.string(),
      datacontenttype: z.string(),
      sequence: z.string(),
      data: z.looseObject({}),
    }),
  }),
);

const quantity = z.number();

/** Quantities in the item's base unit. Reserved is what is promised and not shipped yet, released or not. */
const statusItem = later(() =>
  z.object({
    position: z.number(),
    orderNumber: z.string(),
    warehouse: z.string(),
    status: z.enum(['open', 'cancelled', 'closed']),
    releaseStatus: z.enum(['open', 'partially_released', 'released']),
    shipmentStatus: z.enum(['open', 'partially_shipped', 'shipped']),
    holdCodes: z.array(z.string()),
    at: z.string(),
    lines: z.array(
      z.object({
        lineNumber: z.number(),
        item: z.string(),
        status: z.enum(['open', 'cancelled', 'closed']),
        unit: z.string(),
        orderedQuantity: quantity,
        reservedQuantity: quantity,
        releasedQuantity: quantity,
        pickedQuantity: quantity,
        shippedQuantity: quantity,
        backorderedQuantity: quantity,
        cancelledQuantity: quantity,
        reason: z.string().nullable(),
        expectedOn: z.string().nullable(),
      }),
    ),
  }),
);

/**
 * Feeds whose documents no operation makes yet are there all the same, and empty: a source system that polls all of them
 * needs no change on the day they fill.
 */
const feeds: readonly FeedOfDocuments[] = [
  { feed: documentKinds['shipment-receipt'].feed, what: 'Shipment receipts' },
  { feed: documentKinds['counting-journal'].feed, what: 'Counting journals: differences, never absolute quantities' },
  {
    feed: documentKinds['on-hand-report'].feed,
    what: 'On-hand reports: absolute, to compare, never to add; at most ten at a time',
    rowsAtMost: 10,
  },
  { feed: 'packing-slips', what: 'Packing slips' },
];

interface FeedOfDocuments {
  readonly feed: string;
  readonly what: string;
  /** Of documents that may be very long, whatever is asked for. */
  readonly rowsAtMost?: number;
}

/**
 * What a source system polls: its documents, what became of its orders, and the events that tell of them, each feed in
 * one order.
 */
export function addDocumentFeedRoutes(routes: Routes, services: Services): void {
  for (const each of feeds) addFeed(routes, services, { ...each, rows: documentRows, item: documentItem });
  const status = 'How far outbound orders and their lines are, each time it changes';
  addFeed(routes, services, { feed: 'order-status', what: status, rows: statusRows, item: statusItem });
  const what = 'Documents and message outcomes as CloudEvents 1.0, in one order';
  addFeed(routes, services, { feed: 'events', what, rows: eventRows, item: eventItem });
}

function addFeed(
  routes: Routes,
  services: Services,
  { feed, what, rowsAtMost, rows, item }: FeedOfDocuments & { rows: Statement<FeedSpan, FeedRow>; item: z.ZodType },
): void {
  routes.add(
    {
      method: 'get',
      path: `/api/erp/${feed}`,
      summary: `${what}, after a position`,
      tag: 'ERP',
      access: { scopes: ['erp'] },
      query,
      answers: { 200: { description: 'A page of the feed', schema: feedPageOf(item) } },
    },
    ({ c, query: asked, caller }) => {
      const { sourceSystem } = asSourceSystem(caller);
      const readRows: ReadRows = (span) => services.store.read.all(rows, { feed, sourceSystem, ...span });
      const limit = Math.min(asked.limit, rowsAtMost ?? asked.limit);
      return answerFeed(services, inOneRun(readRows), { ...asked, limit }, c);
    },
  );
}
