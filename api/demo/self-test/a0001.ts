import type { SelfTest, SelfTestRun, SelfTestStep } from '#shared/documents/self-test.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { type BookableDocument, Books, type LoggedChange } from '../erp/books.ts';
import type { Scratch } from './scratch.ts';

type Channel = 'documents' | 'update-log';
type Channels = [Channel, Channel, Channel];

const erpKey = 'demo-erp-key';
const planningKey = 'demo-planning-key';
const [documents, log] = ['documents', 'update-log'] as const;

/** By each channel with either flag, and switched to each in the middle. */
const settings: readonly (readonly [Channels, includeRegisteredAndPicked: boolean])[] = [
  [[documents, documents, documents], false],
  [[documents, documents, documents], true],
  [[log, log, log], false],
  [[log, log, log], true],
  [[documents, log, log], true],
  [[log, documents, documents], true],
];

/**
 * Receives 10 pieces of an item without completing, counts 11, completes: the warehouse must end at 11 and so must an ERP
 * that books only what says that it is to be booked from, through whichever channel. Talks to the scratch application
 * as ERP, planner, administrator and supervisor would.
 */
export async function runA0001(scratch: Scratch, from: Pick<Services, 'clock' | 'random'>): Promise<SelfTest> {
  const floor = new Floor(scratch, from);
  await floor.signIn();
  const runs: SelfTestRun[] = [];
  for (const [index, [channels, flag]] of settings.entries()) {
    runs.push(await runOnce(floor, `A0001-${index + 1}`, channels, flag));
  }
  await floor.choose(documents);
  return { passed: runs.every(({ passed }) => passed), at: instant(from.clock.now()), runs, failure: null };
}

async function runOnce(
  floor: Floor,
  item: string,
  channels: Channels,
  includeRegisteredAndPicked: boolean,
): Promise<SelfTestRun> {
  const order = `PO-${item}`;
  const steps: SelfTestStep[] = [];
  let expectedErp = 0;
  const note = async (step: string) => {
    steps.push({ step, expectedErp, ...(await floor.figures(item, includeRegisteredAndPicked)) });
  };
  await floor.expect(item, order);
  await note('start');

  await floor.choose(channels[0]);
  const body = { order, line: 1, item, quantity: 10, unit: 'pcs', location: 'DOCK-01' };
  const { licensePlate } = await floor.command<{ licensePlate: string }>('receiving.register', body);
  if (channels[0] === log) expectedErp += 10;
  await note('registered');

  await floor.choose(channels[1]);
  const { work } = await floor.command<{ work: string }>('counting.start', { location: 'DOCK-01', item });
  const lines = [{ location: 'DOCK-01', item, licensePlate, quantity: 11, unit: 'pcs' }];
  await floor.command('counting.count', { work, lines });
  expectedErp += 1;
  await note('counted');

  await floor.choose(channels[2]);
  await floor.command('receiving.complete', { order });
  expectedErp = 11;
  await note('completed');
  const passed = steps.at(-1)?.warehouse === 11 && steps.every(isAsExpected);
  return { channels, includeRegisteredAndPicked, passed, steps };
}

function isAsExpected({ erp, expectedErp, reportedToErp }: SelfTestStep): boolean {
  return erp === expectedErp && reportedToErp === expectedErp;
}

interface Feed<Row> {
  readonly items: readonly Row[];
  readonly next: number;
  readonly hasMore: boolean;
}

/** Everybody who takes part, as the interface knows them. */
class Floor {
  readonly #scratch: Scratch;
  readonly #from: Pick<Services, 'clock' | 'random'>;
  readonly #after = new Map<string, number>();
  readonly #books = new Books();
  #supervisor = '';
  #administrator = '';

  constructor(scratch: Scratch, from: Pick<Services, 'clock' | 'random'>) {
    this.#scratch = scratch;
    this.#from = from;
  }

  async signIn(): Promise<void> {
    this.#supervisor = await this.#session('S-2001', '2001');
    this.#administrator = await this.#session('A-3001', '3001');
  }

  async #session(badge: string, pin: string): Promise<string> {
    const body = { badge, pin, device: 'SELF-TEST' };
    return (await this.#scratch.call<{ token: string }>('POST', '/api/session', { as: '', body })).body.token;
  }

  /** The ERP describes an item and orders ten of it. */
  async expect(item: string, orderNumber: string): Promise<void> {
    const master = { number: item, description: 'Rye flour 1 kg', baseUnit: 'pcs', unitCost: 1.15 };
    const lines = [{ lineNumber: 1, item, quantity: 10, unit: 'pcs' }];
    const order = { orderNumber, warehouse: 'EAST', orderType: 'Purchase order', lines };
    await this.#scratch.call('POST', '/api/erp/messages', {
      as: erpKey,
      body: [
        { messageId: `item-${item}`, type: 'item', operation: 'upsert', item: master },
        { messageId: `order-${item}`, type: 'inbound-shipment-order', operation: 'upsert', order },
      ],
    });
    await this.#accepted(`order-${item}`);
  }

  /** Each look at the events waits for the next one. */
  async #accepted(messageId: string): Promise<void> {
    for (let after = 0, looks = 0; looks < 20; looks += 1) {
      const path = `/api/erp/messages/${messageId}`;
      const { status } = (await this.#scratch.call<{ status: string }>('GET', path, { as: erpKey })).body;
      if (status === 'accepted') return;
      if (status !== 'received' && status !== 'parked') throw new Error(`the message ${messageId} is ${status}`);
      const events = `/api/erp/events?limit=1000&wait=5&after=${after}`;
      after = (await this.#scratch.call<Feed<unknown>>('GET', events, { as: erpKey })).body.next;
    }
    throw new Error(`the message ${messageId} was not carried out`);
  }

  /** The administrator chooses the channel of goods that come in. */
  async choose(inbound: Channel): Promise<void> {
    const path = '/api/admin/source-systems/DEMO';
    const as = this.#administrator;
    const { body, headers } = await this.#scratch.call<object>('GET', path, { as });
    await this.#scratch.call('PUT', path, {
      as,
      headers: { 'if-match': headers.get('etag') ?? '' },
      body: { ...body, quantityChannel: { inbound, outbound: documents } },
    });
  }

  async command<Result>(type: string, body: object): Promise<Result> {
    const now = this.#from.clock.now();
    const id = uuidV7(now, this.#from.random.bytes(10));
    const command = {
      id,
      type,
      device: 'SELF-TEST',
      sequence: null,
      warehouse: 'EAST',
      occurredAt: instant(now),
      body,
    };
    const answer = await this.#scratch.call<{ results: { outcome: string; result: Result; problem: unknown }[] }>(
      'POST',
      '/api/device/commands',
      { as: this.#supervisor, body: { commands: [command] } },
    );
    const [done] = answer.body.results;
    if (done?.outcome !== 'applied') throw new Error(`${type} was ${done?.outcome}: ${JSON.stringify(done?.problem)}`);
    return done.result;
  }

  async figures(item: string, includeRegisteredAndPicked: boolean) {
    for (const feed of ['shipment-receipts', 'counting-journals']) {
      for (const document of await this.#read<BookableDocument>(feed)) this.#books.book(document);
    }
    for (const row of await this.#read<LoggedChange>('inventory-update-log')) this.#books.bookLogged(row);
    const snapshot = await this.#scratch.call<Feed<{ item: string; onHand: number }>>(
      'GET',
      '/api/planning/inventory-snapshots?limit=1000',
      { as: planningKey },
    );
    const report = await this.#scratch.call<{ lines: { item: string; onHand: number; reportedToErp: number }[] }>(
      'POST',
      '/api/erp/on-hand-reports',
      { as: erpKey, body: { dimensions: ['warehouse'], includeRegisteredAndPicked } },
    );
    const line = report.body.lines.find((candidate) => candidate.item === item);
    return {
      warehouse: snapshot.body.items.find((row) => row.item === item)?.onHand ?? 0,
      erp: this.#books.onHand(item),
      reportOnHand: line?.onHand ?? 0,
      reportedToErp: line?.reportedToErp ?? 0,
    };
  }

  async #read<Row>(feed: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (;;) {
      const path = `/api/erp/${feed}?limit=1000&after=${this.#after.get(feed) ?? 0}`;
      const { body } = await this.#scratch.call<Feed<Row>>('GET', path, { as: erpKey });
      rows.push(...body.items);
      this.#after.set(feed, body.next);
      if (!body.hasMore) return rows;
    }
  }
}
