import { expect } from 'vitest';
import type { WorkResult } from '#shared/ledger/work-result.ts';
import { type Administrator, atConsole } from './administrator.ts';
import type { OwnTestApp } from './app.ts';
import { Device } from './device.ts';
import { Erp, itemMessage, type LineOf, shipMessage } from './erp.ts';
import { published } from './published.ts';
import { verified } from './verified.ts';

/** So much at the face, on a plate in reserve (`A-01-02-2`), and loose elsewhere in reserve (`A-01-03-2`). */
interface Stock {
  readonly face?: number;
  readonly reserve?: number;
  readonly other?: number;
}

/** Does something that has to work. */
export async function done(device: Device, type: string, body: object) {
  const { outcome, result, problem } = await device.do(type, body);
  expect([type, outcome, problem]).toEqual([type, 'applied', null]);
  return result;
}

/** What becomes of a command, with the code of what stands against it. */
export async function said(device: Device, type: string, body: object): Promise<string> {
  const { outcome, problem } = await device.do(type, body);
  return problem ? `${outcome} ${problem.code}` : outcome;
}

/** Where work leads, and how much is taken there. */
export function stops(works: readonly WorkResult[]): string[] {
  return works.flatMap(({ lines }) => lines.map(({ location, quantity }) => `${location} ${quantity}`));
}

/** The body of a command that takes goods out of reserve. */
export function take(work: WorkResult | undefined, item: string, quantity: number, more: object = {}) {
  return { work: work?.work, location: 'A-01-02-2', item, quantity, unit: 'pcs', ...more };
}

/** The body of a command that picks the first line of work as it was given out. */
export function pickOf(work: WorkResult | undefined, item: string, more: object = {}) {
  const { location, quantity } = work?.lines[0] ?? {};
  return { work: work?.work, line: 1, location, item, quantity, unit: 'pcs', ...more };
}

/** A floor with pick faces: somebody who decides, somebody who picks, and somebody with a forklift. */
export class PickFaces {
  readonly #app: OwnTestApp;
  readonly #ada: Administrator;
  readonly erp: Erp;
  readonly office: Device;
  readonly floor: Device;
  readonly forklift: Device;
  #scenes = 0;
  #orders = 0;

  private constructor(app: OwnTestApp, ada: Administrator, devices: readonly [Device, Device, Device]) {
    this.#app = app;
    this.#ada = ada;
    this.erp = new Erp(app);
    [this.office, this.floor, this.forklift] = devices;
  }

  static async begin(app: OwnTestApp): Promise<PickFaces> {
    const office = await Device.signIn(app, 'S-2001');
    const floor = await Device.signIn(app, 'W-1001');
    const forklift = await Device.signIn(app, 'A-3001');
    return new PickFaces(app, await atConsole(app, 'A-3001'), [office, floor, forklift]);
  }

  /** An item of its own with a pick face of its own, and stock of it. */
  async scene(stock: Stock, more: { item?: object; face?: object } = {}) {
    this.#scenes += 1;
    const item = `RP-${this.#scenes}`;
    const face = `F-${this.#scenes}`;
    await this.erp.sent(itemMessage(item, more.item));
    const made = await this.#ada.make(`/api/admin/warehouses/EAST/locations/${face}`, {
      ...{ code: face, type: 'pick', zone: 'F', sequence: 500 + this.#scenes, fixedItem: item, ...more.face },
    });
    expect(made.status).toBe(201);
    for (const [place, quantity = 0] of [
      [{ location: face }, stock.face],
      [{ location: 'A-01-02-2', licensePlate: `LP-${item}` }, stock.reserve],
      [{ location: 'A-01-03-2' }, stock.other],
    ] as const) {
      const found = { item, unit: 'pcs', reason: 'found', quantity, ...place };
      if (quantity > 0) await done(this.office, 'inventory.adjust', found);
    }
    return { item, face };
  }

  /** Orders for so many of an item each, released together: the work that came of it. */
  async released(item: string, ...quantities: readonly number[]) {
    const asked = quantities.map((quantity) => {
      this.#orders += 1;
      return { order: `SO-RP-${String(this.#orders).padStart(4, '0')}`, line: [1, item, quantity, {}] as LineOf };
    });
    const orders = asked.map(({ order }) => order);
    // One after the other: of several for the same goods the first that came is the first served.
    for (const { order, line } of asked) await this.erp.sent(shipMessage(`m-${order}`, order, [line]));
    const { work, wave } = await done(this.office, 'waves.release', { orders });
    const ofType = (type: string) => (work as WorkResult[]).filter((each) => each.type === type);
    return { orders, wave, picks: ofType('pick'), fills: ofType('replenish') };
  }

  /** The lines of work as they are by now. */
  async lineOf(work: string): Promise<string[]> {
    const { k } = this.#app.services.store.read;
    const rows = await k.selectFrom('work_line').selectAll().where('work', '=', work).orderBy('line').execute();
    return rows.map((row) => `${row.location} ${row.quantity_base} ${row.status}${row.blocked_by ? ' waits' : ''}`);
  }

  /** Says at the desk how much of an item a face is to hold. */
  async holds(face: string, item: string, minimum: number, maximum: number): Promise<void> {
    const path = `/api/admin/pick-faces/EAST/${face}`;
    expect((await this.#ada.change(path, { items: [{ item, minimum, maximum }] })).status).toBe(200);
  }

  /** Work that is to bring goods to a face, as soon as it is `expected`: from where, how much, how urgent. */
  async comesTo(face: string, expected: readonly string[]): Promise<void> {
    await expect.poll(() => this.coming(face), { timeout: 20_000 }).toEqual(expected);
  }

  /** Where the goods of work go, as soon as it is there. */
  async leadsTo(work: string, place: string): Promise<void> {
    const { k } = this.#app.services.store.read;
    const row = k.selectFrom('work').select('planned_location as to').where('id', '=', work);
    await expect.poll(() => row.executeTakeFirst(), { timeout: 20_000 }).toEqual({ to: place });
  }

  /** Takes the work on that brings goods to a face. */
  async fillOf(face: string): Promise<WorkResult> {
    const { k } = this.#app.services.store.read;
    const { id } = await k
      .selectFrom('work')
      .select('id')
      .where('type', '=', 'replenish')
      .where('planned_location', '=', face)
      .where('status', '=', 'open')
      .executeTakeFirstOrThrow();
    return (await done(this.forklift, 'picking.claim', { work: id })).work[0];
  }

  async coming(face: string): Promise<string[]> {
    const { k } = this.#app.services.store.read;
    const rows = await k
      .selectFrom('work as w')
      .innerJoin('work_line as l', 'l.work', 'w.id')
      .select(['l.location', 'l.quantity_base', 'w.priority'])
      .where('w.type', '=', 'replenish')
      .where('w.planned_location', '=', face)
      .where('w.status', '=', 'open')
      .orderBy('w.id')
      .execute();
    return rows.map((row) => `${row.location} ${row.quantity_base} (${row.priority})`);
  }

  /** Where how much of an item is; in brackets what of it is promised. */
  async stockOf(item: string): Promise<string[]> {
    const { items } = (await this.#app.call('GET', `/api/device/stock?item=${item}`, { as: this.office.token })).body;
    return items.map(
      (row: { location: string; onHand: number; reserved: number }) =>
        `${row.location} ${row.onHand}${row.reserved > 0 ? ` (${row.reserved})` : ''}`,
    );
  }

  async booksBalance(): Promise<void> {
    await published(this.#app);
    const findings = await verified(this.#app);
    expect(findings.flatMap(({ faults }) => faults)).toEqual([]);
  }
}
