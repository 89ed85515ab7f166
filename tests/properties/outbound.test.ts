import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';
import { verified } from '../support/verified.ts';

const kinds = [
  ...['release', 'release', 'release', 'pick', 'pick', 'pick', 'pick', 'pick', 'pick', 'short', 'put', 'put', 'put'],
  ...['put', 'confirm', 'confirm', 'confirm', 'release', 'pick', 'pick', 'put', 'confirm', 'reverse', 'undo', 'skip'],
  ...['claim', 'giveBack', 'adjust', 'update', 'cancel', 'cancelWave', 'carton', 'pack', 'closeCarton'],
  ...['whole', 'whole', 'whole', 'whole', 'fetch', 'fetch', 'fetch', 'fetch', 'bring', 'bring', 'bring', 'dropFill'],
] as const;

/** What somebody does with an order; numbers choose among what is there, modulo how much there is. */
const deed = fc.record({
  device: fc.nat(2),
  kind: fc.constantFrom(...kinds),
  which: fc.nat(40),
  line: fc.nat(3),
  quantity: fc.integer({ min: 1, max: 6 }),
  rule: fc.constantFrom(undefined, 'split', 'backorder', 'cancel'),
  reason: fc.constantFrom('not-there', 'damaged', 'other'),
  isTwice: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Deeds of one round are done by all devices at once. */
const day = fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { minLength: 25, maxLength: 40 });

interface Work {
  readonly work: string;
  readonly type: string;
  readonly shipment: string;
  readonly lines: readonly { line: number; location: string; item: string; quantity: number }[];
}

const orderCount = 3;
const shelves = ['A-01-02-1', 'A-01-03-1'];
const reserve = 'A-01-02-2';

/** One day of shipping, with items and orders of its own: less is there than was ordered. */
class Day {
  readonly #app: TestApp;
  readonly #erp: Erp;
  readonly #run: string;
  readonly #devices: readonly Device[];
  readonly #works: Work[] = [];
  readonly #fills: Work[] = [];
  /** What was taken out of reserve last, and by whom. */
  #carried = { work: 'WK-0', device: 0 };
  readonly #documents: string[] = [];
  readonly #waves: string[] = [];
  readonly #commands: string[] = [];
  readonly #cartons: string[] = [];
  #messages = 0;
  readonly outcomes: { type: string; outcome: string; code: string | undefined }[] = [];

  constructor(app: TestApp, run: string, devices: readonly Device[]) {
    this.#app = app;
    this.#erp = new Erp(app);
    this.#run = run;
    this.#devices = devices;
  }

  async begin(): Promise<void> {
    await this.#erp.sent(itemMessage(this.#item(0)), itemMessage(this.#item(1)));
    for (let order = 0; order < orderCount; order += 1) await this.#say(order, 6);
    for (const [index, location] of shelves.entries()) {
      for (const item of [this.#item(0), this.#item(1)]) {
        const found = { location, item, quantity: 8 - index * 3, unit: 'pcs', reason: 'found' };
        await this.#send(0, 'inventory.adjust', found);
      }
    }
    await this.#stockReserve();
  }

  /** The first item has a pick face with nothing in it, and a plate in reserve. */
  async #stockReserve(): Promise<void> {
    const item = this.#item(0);
    const ada = await atConsole(this.#app, 'A-3001');
    const face = { code: this.#face, type: 'pick', zone: 'F', fixedItem: item };
    expect((await ada.make(`/api/admin/warehouses/EAST/locations/${this.#face}`, face)).status).toBe(201);
    const licensePlate = `LP-${this.#run}`;
    const found = { location: reserve, licensePlate, item, quantity: 12, unit: 'pcs', reason: 'found' };
    await this.#send(0, 'inventory.adjust', found);
  }

  get #face(): string {
    return `F-${this.#run}`;
  }

  async round(deeds: readonly Deed[]): Promise<void> {
    await Promise.all(deeds.map((each) => this.#do(each)));
  }

  #item(index: number): string {
    return `${this.#run}-${index % 2}`;
  }

  async #say(order: number, quantity: number): Promise<void> {
    this.#messages += 1;
    const lines = [0, 1, 0].map((item, index) => [index + 1, this.#item(item), quantity] as const);
    await this.#erp.sent(shipMessage(`${this.#run}-m${this.#messages}`, this.#order(order), lines));
  }

  #order(which: number): string {
    return `${this.#run}-O${which % orderCount}`;
  }

  async #do(each: Deed): Promise<void> {
    if (each.kind === 'update') return this.#say(each.which, each.quantity);
    if (each.kind === 'cancel') {
      this.#messages += 1;
      await this.#erp.sent(cancelShipMessage(`${this.#run}-m${this.#messages}`, this.#order(each.which)));
      return;
    }
    if (each.kind === 'whole') return this.#whole(each);
    const [type, body] = this.#commandFor(each);
    // Mostly whoever began with work goes on with it; now and then somebody else tries.
    const mostly = type === 'replenishment.put' ? this.#carried.device : (each.which % 5) % 3;
    const isFloor = type.startsWith('picking.') || type.startsWith('replenishment.');
    const device = isFloor && each.which < 32 ? mostly : each.device;
    await this.#send(device, type, body, each.isTwice);
  }

  /** Somebody does all of a work as it was given out, while others do what they do. */
  async #whole({ which, rule }: Deed): Promise<void> {
    const work = this.#works.at(-1 - (which % 3));
    if (!work) return;
    const device = which % 2;
    for (const { line, location, item, quantity } of work.lines) {
      await this.#send(device, 'picking.pick', { work: work.work, line, location, item, quantity, unit: 'pcs' });
    }
    await this.#send(device, 'picking.put', { work: work.work, location: 'STAGE-01' });
    const { shipment } = work;
    await this.#send(device, 'shipping.confirm', { shipment, ...(rule && { remainder: rule, reason: 'other' }) });
  }

  async #send(device: number, type: string, body: object, isTwice = false): Promise<void> {
    const by = this.#devices[device] as Device;
    const command = by.unordered(type, body);
    const sent = await Promise.all([by.send(command), ...(isTwice ? [by.send(command)] : [])]);
    const [[first], again] = sent;
    if (again) expect({ ...again[0], repeated: null }).toEqual({ ...first, repeated: null });
    this.outcomes.push({ type, outcome: first.outcome, code: first.problem?.code });
    if (first.outcome !== 'applied') return;
    const works: Work[] = first.result?.work?.filter?.((each: Work) => each.lines.length > 0) ?? [];
    this.#works.push(...works.filter((each) => each.type === 'pick'));
    this.#fills.push(...works.filter((each) => each.type === 'replenish'));
    if (type === 'waves.release' && first.result.wave !== '') this.#waves.push(first.result.wave);
    if (type === 'packing.open_carton') this.#cartons.push(first.result.carton);
    if (type === 'picking.pick') this.#commands.push(command.id);
    if (type === 'replenishment.pick') this.#carried = { work: first.result.work, device };
    for (const { documentNumber } of first.result?.documents ?? []) this.#documents.push(documentNumber);
  }

  #commandFor(each: Deed): [string, object] {
    const { which, quantity, rule, reason } = each;
    const works = this.#works;
    const known = works[works.length - 1 - (which % Math.max(1, Math.min(works.length, 5)))];
    const work = known?.work ?? 'WK-0';
    const line = known?.lines[each.line % known.lines.length] ?? { line: 1, location: '-', item: '-', quantity: 1 };
    const goods = { work, line: line.line, location: line.location, item: line.item, unit: 'pcs' };
    const all = Math.min(quantity, line.quantity);
    const shipment = known?.shipment ?? 'SH-0';
    const carton = this.#cartons[which % Math.max(1, this.#cartons.length)] ?? '0';
    switch (each.kind) {
      case 'release':
        return [
          'waves.release',
          { orders: [this.#order(which), ...(which % 3 === 0 ? [this.#order(which + 1)] : [])] },
        ];
      case 'claim':
        return ['picking.claim', { work }];
      case 'pick':
        return ['picking.pick', { ...goods, quantity: quantity > 3 ? line.quantity : all }];
      case 'short':
        return ['picking.short_pick', { ...goods, quantity: all - 1, reason }];
      case 'skip':
        return ['picking.skip', { work, line: line.line }];
      case 'undo':
        return [
          'picking.undo',
          { pick: `command:${this.#commands[which % Math.max(1, this.#commands.length)] ?? '0'}` },
        ];
      case 'giveBack':
        return ['picking.release_claim', { work, reason: 'other' }];
      case 'put':
        return ['picking.put', { work, location: which % 2 === 0 ? 'STAGE-01' : 'PACK-01' }];
      case 'confirm':
        return [
          'shipping.confirm',
          which % 2 === 0
            ? { shipment, ...(rule && { remainder: rule, reason: 'other' }) }
            : { order: this.#order(which), ...(rule && { remainder: rule, reason: 'other' }) },
        ];
      case 'reverse': {
        const documentNumber = this.#documents[which % Math.max(1, this.#documents.length)] ?? 'PS-0';
        return ['shipping.reverse_confirmation', { documentNumber, reason: 'other' }];
      }
      case 'fetch':
      case 'bring':
      case 'dropFill':
        return this.#fillCommand(each);
      case 'carton':
        return ['packing.open_carton', { shipment, cartonType: 'BOX-M' }];
      case 'pack':
        return ['packing.pack', { carton, item: line.item, quantity: all, unit: 'pcs' }];
      case 'closeCarton':
        return ['packing.close_carton', { carton }];
      case 'cancelWave':
        return ['waves.cancel', { wave: this.#waves[which % Math.max(1, this.#waves.length)] ?? 'WV-0' }];
      default: {
        const location = shelves[which % 2] ?? '';
        const change = each.isTwice ? quantity : -quantity;
        return [
          'inventory.adjust',
          { location, item: this.#item(which), quantity: change, unit: 'pcs', reason: 'correction' },
        ];
      }
    }
  }

  /** Somebody takes goods out of reserve, sometimes less than is waited for, and brings them to the face, or elsewhere. */
  #fillCommand({ kind, which, quantity, reason }: Deed): [string, object] {
    const fills = this.#fills;
    const known = fills[fills.length - 1 - (which % Math.max(1, Math.min(fills.length, 3)))];
    const work = known?.work ?? 'WK-0';
    if (kind === 'dropFill') return ['waves.cancel_work', { work, reason }];
    if (kind === 'bring') {
      const isElsewhere = which % 4 === 0;
      const location = isElsewhere ? 'A-01-04-2' : this.#face;
      const { work: carried } = this.#carried;
      return ['replenishment.put', { work: carried, location, ...(isElsewhere && { overrideReason: 'full' }) }];
    }
    const [line] = known?.lines ?? [];
    const goods = { work, location: line?.location ?? reserve, item: this.#item(0), unit: 'pcs' };
    return quantity > 3
      ? ['replenishment.pick', { ...goods, quantity: quantity > 5 ? 12 : quantity, reason: 'other' }]
      : ['replenishment.pick', { ...goods, quantity: quantity - 1, reason }];
  }

  /** What was booked of slips and journals is what is there: nothing was shipped twice, and nothing that was not there. */
  async faults(): Promise<string[]> {
    const { k } = this.#app.services.store.read;
    const balances = await k
      .selectFrom('balance')
      .selectAll()
      .where('item_key', 'like', `DEMO:${this.#run}-%`)
      .execute();
    const onHand = new Map<string, number>();
    for (const row of balances) onHand.set(row.item_key, (onHand.get(row.item_key) ?? 0) + row.quantity_base);
    const documents = await k.selectFrom('document').select(['body', 'kind']).where('active', '=', 1).execute();
    const booked = new Map<string, number>();
    for (const { body, kind } of documents) {
      for (const line of (JSON.parse(body) as { lines: Line[] }).lines) {
        const change = kind === 'packing-slip' ? -(line.shippedQuantity ?? 0) : (line.difference ?? 0);
        booked.set(`DEMO:${line.item}`, (booked.get(`DEMO:${line.item}`) ?? 0) + change);
      }
    }
    return [0, 1]
      .map((index) => `DEMO:${this.#item(index)}`)
      .filter((key) => (booked.get(key) ?? 0) !== (onHand.get(key) ?? 0))
      .map((key) => `${key}: the ERP booked ${booked.get(key) ?? 0}, ${onHand.get(key) ?? 0} are there`);
  }
}

interface Line {
  readonly item: string;
  readonly shippedQuantity?: number;
  readonly difference?: number;
}

let runs = 0;

onBothDatabases('whatever is done with orders to ship, by whom and at whatever moment', (app) => {
  test('no unit is promised twice, every counter is conserved, and the ERP has booked what left', {
    timeout: 120_000,
  }, async () => {
    const devices = await Promise.all(['S-2001', 'A-3001', 'W-1001'].map((badge) => Device.signIn(app(), badge)));
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(day, async (rounds) => {
        runs += 1;
        const today = new Day(app(), `OUT${runs}`, devices);
        await today.begin();
        for (const deeds of rounds) await today.round(deeds);
        for (const { type, outcome, code } of today.outcomes) {
          const key = outcome === 'applied' ? type : (code ?? outcome);
          outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
        }
        const bugs = today.outcomes.filter(({ code }) => code === 'command.failed' || code === 'command.body_invalid');
        expect(bugs).toEqual([]);
        await published(app());
        const findings = await verified(app());
        const faults = findings.flatMap((finding) => finding.faults.map(({ row, what }) => `${row}: ${what}`));
        expect([...faults, ...(await today.faults())]).toEqual([]);
      }),
      { numRuns: app().services.store.dialect === 'sqlite' ? 20 : 5, endOnFailure: true },
    );
    // A property that only ever sees refusals proves nothing.
    const mustHappen = [
      ...['waves.release', 'picking.pick', 'picking.put', 'shipping.confirm'],
      ...['replenishment.pick', 'replenishment.put'],
    ];
    if (app().services.store.dialect === 'sqlite')
      expect(mustHappen.filter((type) => (outcomes.get(type) ?? 0) < 3)).toEqual([]);
  });
});
