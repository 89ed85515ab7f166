import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addresses, type Names, type Parameter } from '../support/addresses.ts';
import { atConsole } from '../support/administrator.ts';
import { type OwnTestApp, onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { DeviceCopy } from '../support/device-copy.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';
import { noticeMessage } from '../support/notices.ts';
import { done } from '../support/pick-faces.ts';
import { whenPublished } from '../support/published.ts';

/** How goods came to the place that is counted. */
const ways = ['announced', 'nested', 'on a plate', 'begun', 'found loose', 'found on a plate', 'moved there'] as const;
type Way = (typeof ways)[number];

/** No two quantities are alike in all worlds, and nothing else in the demo is as much: who reads one knows what it is of. */
const mostGoods = 4;
const primes = [7919, 6011, 4729, 3583, 2741, 5801, 6701, 7333];

const world = fc.record({
  goods: fc.uniqueArray(fc.constantFrom(...ways), { minLength: 3, maxLength: mostGoods }),
  /** One of them comes only after the count was begun. */
  isOneLate: fc.boolean(),
  scope: fc.constantFrom('the place', 'an item there', 'an item anywhere'),
  who: fc.constantFrom('lead', 'worker'),
  type: fc.constantFrom('pick', 'storage'),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

interface Goods {
  readonly way: Way;
  readonly item: string;
  readonly plate: string;
  readonly order: string;
  readonly quantity: number;
}

onBothDatabases('while somebody counts a place', (app) => {
  test('nothing that any of their devices is told or can ask for says how much is there', async () => {
    await haveLead(app());
    let number = 0;
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        await new Floor(app(), number, drawn).counted();
        number += 1;
      }),
      { numRuns: primes.length / mostGoods, endOnFailure: true },
    );
  }, 120_000);
});

async function haveLead(app: OwnTestApp): Promise<void> {
  const ada = await atConsole(app, 'A-3001');
  const made = await ada.make('/api/admin/people/L-4001', { name: 'Lena', roles: { EAST: 'lead' }, pin: '4001' });
  expect(made.status).toBe(201);
}

class Floor {
  readonly #app: OwnTestApp;
  readonly #erp: Erp;
  readonly #run: string;
  readonly #world: World;
  readonly #goods: readonly Goods[];
  readonly #place: string;
  readonly #dock = 'DOCK-01';

  constructor(app: OwnTestApp, nth: number, drawn: World) {
    const run = `NT${nth}`;
    this.#app = app;
    this.#erp = new Erp(app);
    this.#run = run;
    this.#world = drawn;
    this.#place = `L-${run}`;
    this.#goods = drawn.goods.map((way, index) => ({
      ...{ way, item: `I-${run}-${index}`, plate: `PL-${run}-${index}`, order: `PO-${run}-${index}` },
      quantity: primes[mostGoods * nth + index] ?? 0,
    }));
  }

  async counted(): Promise<void> {
    const supervisor = await Device.signIn(this.#app, 'S-2001');
    const counter = await this.#signIn();
    const other = await this.#signIn();
    await this.#havePlace();
    await this.#haveMasterData();
    const { isOneLate, scope } = this.#world;
    const late = isOneLate ? this.#goods.at(-1) : undefined;
    for (const goods of this.#goods) if (goods !== late) await this.#comes(supervisor, goods);
    await this.#isOrdered(supervisor);
    await this.#isLimited();
    for (const { item } of this.#goods) {
      const much = { item, quantity: 80_000, unit: 'pcs', reason: 'found' };
      await done(supervisor, 'inventory.adjust', { location: `E-${this.#run}`, ...much });
    }
    const [first] = this.#goods;
    if (!first) throw new Error('there are always goods');
    const copies = [counter, other].map((device) => new DeviceCopy(this.#app, device));
    for (const copy of copies) await copy.sync();
    const asked = { location: this.#place, ...(scope !== 'the place' && { item: first.item }) };
    const started = await done(counter, 'counting.start', scope === 'an item anywhere' ? { item: first.item } : asked);
    const hidden = scope === 'the place' ? this.#goods : [first];
    if (late) await this.#comes(supervisor, late);
    const answers = await this.#answers(counter, started.work);
    for (const copy of copies) await copy.sync();
    const told = [
      ...answers,
      ...copies.flatMap((copy) => [...copy.told]),
      ...((await copies[0]?.fresh()) ?? []),
      ...(await this.#looks(other, started.work)),
    ];
    expect(
      told.flatMap(([what, answer]) =>
        hidden.filter((one) => tells(answer, one.quantity)).map(({ way }) => `${what} tells what was ${way}`),
      ),
    ).toEqual([]);
    for (const work of await this.#begun(counter))
      await done(supervisor, 'counting.withdraw', { work, reason: 'enough' });
    for (const copy of copies) {
      await copy.sync();
      const fresh = await copy.fresh();
      expect(copy.told).toEqual(fresh);
      const plates = [...fresh].filter(([what]) => what.startsWith('licensePlate'));
      const isTold = hidden.map(({ quantity }) => plates.some(([, plate]) => tells(plate, quantity)));
      expect(isTold).toEqual(hidden.map(({ way }) => way !== 'found loose'));
    }
  }

  #signIn(): Promise<Device> {
    const isLead = this.#world.who === 'lead';
    return Device.signIn(this.#app, isLead ? 'L-4001' : 'W-1001', isLead ? { pin: '4001' } : {});
  }

  async #havePlace(): Promise<void> {
    const ada = await atConsole(this.#app, 'A-3001');
    for (const code of [this.#place, `E-${this.#run}`]) {
      const body = {
        ...{ code, type: code === this.#place ? this.#world.type : 'storage', zone: 'N', sequence: 900 },
        mixing: { items: true, lots: true, statuses: true, owners: true },
        capacity: { plates: null, weightGrams: 80_000, volumeCm3: null },
      };
      const made = await ada.make(`/api/admin/warehouses/EAST/locations/${code}`, body);
      expect([made.status, made.body.errors]).toEqual([201, undefined]);
    }
  }

  /** A pick face says how much it is to hold. */
  async #isLimited(): Promise<void> {
    if (this.#world.type !== 'pick') return;
    const ada = await atConsole(this.#app, 'A-3001');
    const items = this.#goods.map(({ item }) => ({ item, minimum: 10, maximum: 99_000 }));
    expect((await ada.change(`/api/admin/pick-faces/EAST/${this.#place}`, { items })).status).toBe(200);
  }

  async #haveMasterData(): Promise<void> {
    const items = this.#goods.map(({ item }) => itemMessage(item, { weight: { net: 1, unit: 'g' }, unitCost: 0.01 }));
    // Each order is for more than came, and what came of it came in two parts.
    const orders = this.#goods.map(({ order, item }) => orderMessage(`m-${order}`, order, [[1, item, 99_000]]));
    const sent = await this.#erp.sent(...items, ...orders);
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set(['accepted']));
    const announced = this.#goods.filter(({ way }) => way === 'announced' || way === 'nested' || way === 'begun');
    for (const { way, order, item, plate, quantity } of announced) {
      const line = (much: number) => [[order, 1, item, much]] as const;
      const plates =
        way === 'nested'
          ? [{ licensePlate: `${plate}-C` }, { licensePlate: plate, parent: `${plate}-C`, lines: line(quantity) }]
          : [{ licensePlate: plate, lines: line(way === 'begun' ? quantity + 1000 : quantity) }];
      const rest = { licensePlate: `${plate}-R`, lines: line(400) };
      const [message] = await this.#erp.sent(noticeMessage(`ASN-${plate}`, [...plates, rest]));
      expect(message).toMatchObject({ status: 'accepted' });
    }
  }

  /** Goods arrive, and stand at the place in the end. */
  async #comes(supervisor: Device, { way, item, plate, order, quantity }: Goods): Promise<void> {
    const goods = { item, quantity, unit: 'pcs' };
    const [reason, dock] = ['found', this.#dock];
    const rest = { order, line: 1, location: dock, item, quantity: 350, unit: 'pcs' };
    const put = (licensePlate: string) =>
      done(supervisor, 'putaway.put', { licensePlate, to: this.#place, overrideReason: 'other' });
    if (way === 'announced' || way === 'nested') {
      const whole = way === 'nested' ? `${plate}-C` : plate;
      await done(supervisor, 'receiving.register', { licensePlate: whole, location: dock });
      await done(supervisor, 'receiving.register', { licensePlate: `${plate}-R`, location: dock });
      await put(whole);
    } else if (way === 'on a plate' || way === 'begun') {
      const load = way === 'begun' ? { load: `ASN-${plate}` } : {};
      await done(supervisor, 'receiving.register', {
        ...load,
        order,
        line: 1,
        location: dock,
        licensePlate: plate,
        ...goods,
      });
      await done(supervisor, 'receiving.register', { ...load, ...rest });
      await put(plate);
    } else if (way === 'moved there') {
      await done(supervisor, 'inventory.adjust', { location: `E-${this.#run}`, licensePlate: plate, reason, ...goods });
      await done(supervisor, 'inventory.move', { from: `E-${this.#run}`, to: this.#place, licensePlate: plate });
    } else {
      const on = way === 'found on a plate' ? { licensePlate: plate } : {};
      await done(supervisor, 'inventory.adjust', { location: this.#place, reason, ...goods, ...on });
    }
  }

  async #begun({ id }: Device): Promise<string[]> {
    const { k } = this.#app.services.store.read;
    const by = await k.selectFrom('session').select('badge').where('device', '=', id).executeTakeFirstOrThrow();
    const open = k.selectFrom('work').select('id').where('type', '=', 'count').where('status', '=', 'open');
    return (await open.where('claimed_by', '=', by.badge).execute()).map((row) => row.id);
  }

  /** A little of everything is to be picked, some of it elsewhere. */
  async #isOrdered(supervisor: Device): Promise<void> {
    for (const { item } of this.#goods) {
      const order = `SO-${item}`;
      await this.#erp.sent(shipMessage(`m-${order}`, order, [[1, item, 2]]));
      await supervisor.do('waves.release', { orders: [order] });
      const more = `SX-${item}`;
      await this.#erp.sent(shipMessage(`m-${more}`, more, [[1, item, 90_000]]));
    }
  }

  /** What the counter is answered to whatever they may do there, right and wrong. */
  async #answers(counter: Device, work: string): Promise<[string, unknown][]> {
    const place = this.#place;
    const told: [string, unknown][] = [];
    const tries = async (type: string, body: object) => {
      const result = await counter.do(type, body);
      told.push([`${type} ${JSON.stringify(body)}`, result]);
      return result;
    };
    for (const { item, plate, order } of this.#goods) {
      const much = { item, quantity: 88_000, unit: 'pcs' };
      const [from, to] = [place, `E-${this.#run}`];
      await tries('inventory.move', { from, to, ...much });
      await tries('inventory.move', { from, to, licensePlate: plate, ...much });
      await tries('inventory.move', { from: to, to: from, licensePlate: plate });
      await tries('inventory.move', { from: to, to: from, ...much, quantity: 80_000 });
      await tries('putaway.put', { item, from: to, to: from, quantity: 80_000, unit: 'pcs' });
      await tries('putaway.put', { licensePlate: plate, to, ...much });
      await tries('inventory.adjust', { location: place, ...much, quantity: -88_000, reason: 'correction' });
      await tries('inventory.adjust', { location: place, ...much, quantity: 12_000_000, reason: 'found' });
      await tries('inventory.adjust', {
        location: place,
        licensePlate: plate,
        ...much,
        quantity: -88_000,
        reason: 'correction',
      });
      await tries('inventory.change_status', {
        location: place,
        item,
        quantity: 88_000,
        to: 'blocked',
        reason: 'damaged',
      });
      await tries('inventory.change_status', {
        licensePlate: plate,
        item,
        quantity: 88_000,
        to: 'blocked',
        reason: 'damaged',
      });
      await tries('receiving.register', { licensePlate: plate, location: this.#dock });
      await tries('receiving.register', { order, line: 1, location: this.#dock, ...much, quantity: 99_999 });
      await tries('replenishment.request', { location: place, item, quantity: 88_000 });
      await tries('labels.print', { kind: 'license-plate', subject: plate });
      const { result } = await tries('picking.claim', { shipment: `SO-${item}` });
      const { result: next } = result?.work?.length ? { result } : await tries('picking.claim', {});
      for (const { work: pick, lines } of next?.work ?? []) {
        const [line] = lines;
        if (!line) continue;
        const body = { work: pick, line: line.line, location: place, item: line.item, unit: 'pcs' };
        await tries('picking.pick', { ...body, quantity: 88_000 });
        await tries('picking.short_pick', { ...body, quantity: 1, reason: 'not-there' });
        await tries('picking.release_claim', { work: pick, reason: 'other' });
      }
      await tries('inventory.consolidate', { licensePlate: plate, toLicensePlate: `N-${plate}` });
      await tries('inventory.build_plate', { licensePlate: `N-${plate}`, toLicensePlate: `M-${plate}` });
      await tries('exceptions.report_discrepancy', { class: 'other', location: place, item, note: 'odd' });
      await tries('counting.start', { location: place, item });
    }
    await tries('counting.start', { work });
    return told;
  }

  /** Every address that answers, asked for everything that there is to ask for. */
  async #looks(device: Device, work: string): Promise<[string, unknown][]> {
    const { body } = await this.#app.call('GET', '/api/openapi.json', { as: device.token });
    await whenPublished(this.#app);
    const values = await this.#names(work);
    const told: [string, unknown][] = [];
    const statuses = new Map<number, number>();
    for (const [path, { get }] of Object.entries(
      body.paths as Record<string, { get?: { parameters?: Parameter[] } }>,
    )) {
      // It never ends, and the others tell what the warehouse is like, not what is in it.
      if (!get || path.endsWith('/live') || path === '/metrics' || path === '/demo' || path.startsWith('/api/docs'))
        continue;
      for (const address of addresses(path, get.parameters ?? [], values)) {
        const answer = await this.#app.call('GET', address, { as: device.token });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status === 403 || answer.status === 401) break;
        told.push([`${answer.status} ${address}`, answer.body]);
      }
    }
    expect(statuses.get(200)).toBeGreaterThan(100);
    return told;
  }

  async #names(work: string): Promise<Names> {
    const { k } = this.#app.services.store.read;
    const like = `%${this.#run}%`;
    const [shipments, commands, loads, jobs, exceptions] = await Promise.all([
      k.selectFrom('outbound_shipment').select('shipment as name').limit(300).orderBy('shipment', 'desc').execute(),
      k.selectFrom('command').select('id as name').where('body', 'like', like).execute(),
      k.selectFrom('registration').select('load_number as name').distinct().where('order_key', 'like', like).execute(),
      k.selectFrom('print_job').select('job as name').execute(),
      k.selectFrom('exception_case').select('id as name').execute(),
    ]);
    const only = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
    const of = (member: 'item' | 'plate' | 'order') => this.#goods.map((goods) => goods[member]);
    const orders = [
      ...of('order'),
      ...of('item').map((item) => `SO-${item}`),
      ...of('item').map((item) => `SX-${item}`),
    ];
    const plates = of('plate').flatMap((plate) => [plate, `${plate}-C`, `N-${plate}`]);
    const known: Record<string, readonly string[]> = {
      ...{ item: of('item'), location: [this.#place], licensePlate: plates, order: orders, orderNumber: orders },
      ...{ load: only(loads), shipment: only(shipments).slice(0, 6), command: only(commands), job: only(jobs) },
      ...{
        exception: only(exceptions),
        work: [work],
        id: only(exceptions),
        warehouse: ['EAST'],
        sourceSystem: ['DEMO'],
      },
      ...{ kind: ['license-plate', 'item', 'location', 'carton'], at: [new Date().toISOString()], label: ['1'] },
    };
    const anything = [...of('item'), this.#place, ...plates, ...orders, ...only(loads), work];
    return { known: { ...known, code: anything, search: anything, subject: anything }, anything };
  }
}

/** Whether a quantity is anywhere in an answer, less what of it is promised, by itself, as a weight or within words. */
function tells(answer: unknown, quantity: number): boolean {
  const isIt = (number: number) => [0, 1, 2, 3].some((promised) => number === quantity - promised);
  if (typeof answer === 'number') return isIt(answer) || isIt(answer * 1000);
  if (typeof answer === 'string') {
    return (answer.replaceAll(/(?<=\d)[,.' ](?=\d{3})/g, '').match(/(?<![\w-])\d{4}(?!\w)/g) ?? []).some((one) =>
      isIt(Number(one)),
    );
  }
  if (answer === null || typeof answer !== 'object') return false;
  return Object.values(answer).some((one) => tells(one, quantity));
}
