import { parseArgs } from 'node:util';
import { type BookableDocument, Books, type LoggedChange } from './books.ts';
import { Refused, WarehouseHttp } from './http.ts';

/**
 * A stand-in for an ERP, in a process of its own and only through the HTTP contract: posts a purchase order now and
 * then, polls receipts, counting journals and the update log, books and acknowledges, follows the planning feed, prints its
 * own on-hand beside the warehouse's. `npm run demo:erp -- [--url http://localhost:8787] [--orders 3]`.
 */
const usage = 'npm run demo:erp -- [--url http://localhost:8787] [--orders 1] [--erp-key …] [--planning-key …]';
const exitUsage = 64;
const exitRefused = 69;
const values = readOptions();

const warehouse = new WarehouseHttp(values.url);
const erpKey = values['erp-key'];
const planningKey = values['planning-key'];
const books = new Books();
/** More rows than this are summed up. */
const rowsShown = 12;

interface Feed<T> {
  readonly items: readonly T[];
  readonly next: number;
  readonly hasMore: boolean;
}

interface PolledDocument extends BookableDocument {
  readonly position: number;
  readonly version: number;
  readonly load?: string;
}

interface Delta {
  readonly position: number;
  readonly item: string;
  readonly warehouse: string;
  readonly quantity: number;
  readonly onHandAfter: number;
  readonly reason: string;
  readonly coveredBy: { readonly kind: string; readonly documentNumber: string | null; readonly state: string } | null;
}

await main().catch((error: unknown) => {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exit(exitRefused);
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string', default: 'http://localhost:8787' },
        orders: { type: 'string', default: '1' },
        'erp-key': { type: 'string', default: 'demo-erp-key' },
        'planning-key': { type: 'string', default: 'demo-planning-key' },
      },
    });
    if (!URL.canParse(values.url)) throw new TypeError(`--url is "${values.url}", which is no address.`);
    if (!/^\d{1,3}$/.test(values.orders)) throw new TypeError(`--orders is "${values.orders}"; it must be 0 to 999.`);
    return values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return process.exit(exitUsage);
  }
}

async function main(): Promise<void> {
  console.log(`Stand-in ERP, talking to ${values.url} with the keys of source system DEMO. Ctrl+C ends it.`);
  await postOrders(Number(values.orders));
  await Promise.all([
    followDocuments('shipment-receipts'),
    followDocuments('counting-journals'),
    followLog(),
    followDeltas(),
  ]);
}

async function postOrders(count: number): Promise<void> {
  const stamp = Date.now().toString(36).toUpperCase();
  for (let index = 1; index <= count; index += 1) {
    const orderNumber = `PO-${stamp}-${index}`;
    await warehouse.post('/api/erp/messages', erpKey, {
      messageId: `erp-${orderNumber}`,
      type: 'inbound-shipment-order',
      operation: 'upsert',
      order: {
        orderNumber,
        warehouse: 'EAST',
        orderType: 'Purchase order',
        plannedReceiptStart: new Date().toISOString(),
        consigner: { account: 'S-77', name: 'Northern Mills' },
        lines: [
          {
            lineNumber: 1,
            item: 'A0001',
            quantity: 10,
            unit: 'pcs',
            overDeliveryPercent: 10,
            underDeliveryPercent: 10,
          },
          { lineNumber: 2, item: 'A0002', quantity: 2, unit: 'case' },
        ],
      },
    });
    console.log(`posted ${orderNumber}: 10 pcs of A0001, 2 cases of A0002 → ${await statusOf(`erp-${orderNumber}`)}`);
  }
}

async function statusOf(messageId: string): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const message = await warehouse.get<{ status: string }>(`/api/erp/messages/${messageId}`, erpKey);
    if (message.status !== 'received') return message.status;
    await pause(100);
  }
  return 'received';
}

/** Polls a feed of documents from the beginning: books each version, tells the warehouse that it is posted. */
async function followDocuments(feed: string): Promise<never> {
  let after = 0;
  for (;;) {
    const page = await warehouse.get<Feed<PolledDocument>>(`/api/erp/${feed}?after=${after}&limit=200&wait=20`, erpKey);
    for (const document of page.items) {
      books.book(document);
      const path = `/api/erp/${feed}/${document.documentNumber}/versions/${document.version}/acknowledgement`;
      await warehouse.post(path, erpKey, { result: 'posted', reference: `GL-${document.documentNumber}` });
      if (page.items.length <= rowsShown) {
        console.log(`booked ${document.documentNumber} v${document.version}: ${linesOf(document)}`);
      }
    }
    if (page.items.length > rowsShown) console.log(`booked ${page.items.length} documents of ${feed}`);
    if (page.items.length > 0) await compare(new Set(page.items.flatMap(({ lines }) => lines.map(({ item }) => item))));
    after = page.next;
  }
}

/** Polls the update log from the beginning: books what is to be booked from it and not from documents. */
async function followLog(): Promise<never> {
  let after = 0;
  for (;;) {
    const path = `/api/erp/inventory-update-log?after=${after}&limit=1000&wait=20`;
    const page = await warehouse.get<Feed<LoggedChange>>(path, erpKey);
    const booked = page.items.filter(({ quantityChannel }) => quantityChannel);
    for (const row of booked) books.bookLogged(row);
    if (booked.length > 0) {
      console.log(`booked ${booked.length} changes of the update log`);
      await compare(new Set(booked.map(({ item }) => item)));
    }
    after = page.next;
  }
}

function linesOf(document: BookableDocument): string {
  return document.lines
    .slice(0, 4)
    .map(
      ({ item, difference, details }) =>
        `${item} ${difference ?? details?.reduce((sum, row) => sum + row.quantity, 0)}`,
    )
    .join(', ');
}

/** Follows the planning feed from now on and prints each change. */
async function followDeltas(): Promise<never> {
  const start = await warehouse.get<{ position: number }>('/api/planning/inventory-snapshots?limit=1', planningKey);
  let after = start.position;
  for (;;) {
    const path = `/api/planning/inventory-deltas?after=${after}&limit=500&wait=20&warehouse=EAST`;
    const page = await warehouse.get<Feed<Delta>>(path, planningKey);
    for (const delta of page.items) {
      const covered = delta.coveredBy ? `${delta.coveredBy.kind} ${delta.coveredBy.state}` : 'no document';
      console.log(
        `planning  ${delta.item} ${signed(delta.quantity)} (${delta.reason}) → on hand ${delta.onHandAfter}, ${covered}`,
      );
    }
    after = page.next;
  }
}

/** The two on-hands side by side. They differ by what is registered and not yet reported, and by nothing else. */
async function compare(items: ReadonlySet<string>): Promise<void> {
  const onHand = new Map<string, number>();
  let after = 0;
  for (;;) {
    const path = `/api/planning/inventory-snapshots?level=warehouse&limit=1000&after=${after}`;
    const page = await warehouse.get<Feed<{ item: string; onHand: number }>>(path, planningKey);
    for (const row of page.items) onHand.set(row.item, (onHand.get(row.item) ?? 0) + row.onHand);
    after = page.next;
    if (!page.hasMore) break;
  }
  const rows = [...items].sort().map((item) => ({ item, erp: books.onHand(item), building: onHand.get(item) ?? 0 }));
  const differing = rows.filter(({ erp, building }) => erp !== building);
  const shown = rows.length <= rowsShown ? rows : differing.slice(0, rowsShown);
  if (shown.length > 0) console.log('  item      ERP      warehouse');
  for (const { item, erp, building } of shown) {
    const note = erp === building ? '' : '   registered or adjusted, not yet reported';
    console.log(`  ${item.padEnd(8)}  ${String(erp).padEnd(7)}  ${building}${note}`);
  }
  const alike = rows.length - differing.length;
  if (rows.length > rowsShown) console.log(`  ${alike} of ${rows.length} items agree to the unit`);
}

function signed(quantity: number): string {
  return quantity > 0 ? `+${quantity}` : String(quantity);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
