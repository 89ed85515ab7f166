import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrinterDocument } from '#shared/labels/printer.ts';
import { gs1CheckDigit } from '#shared/scan/check-digits.ts';
import { startForgettingJobs } from '../../api/labels/forget-jobs.ts';
import { beginSending } from '../../api/labels/jobs.queries.ts';
import { PrintQueue } from '../../api/labels/print-queue.ts';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage } from '../support/erp.ts';
import { FakePrinter, hostStatus } from '../support/fake-printer.ts';
import { handheldOn } from '../support/handheld-on-app.ts';
import { rawSql } from '../support/raw-sql.ts';
import { readZpl } from '../support/read-zpl.ts';

const withCheckDigit = (digits: string) => digits + gs1CheckDigit(digits);
const shelf = { width: 100, height: 50 };

onBothDatabases('printing', (app) => {
  let admin: Administrator;
  let worker: Device;
  let supervisor: Device;
  const fakes: FakePrinter[] = [];

  /** A real printer of its own: its port is on the list, and it prints labels of shelves. */
  async function printer(code: string, more: Partial<PrinterDocument> = {}): Promise<FakePrinter> {
    const fake = await new FakePrinter().start();
    fakes.push(fake);
    await allow('127.0.0.1', fake.port);
    const connection = { type: 'network', host: '127.0.0.1', port: fake.port };
    const made = await admin.make(`/api/admin/printers/EAST/${code}`, document({ code, connection, ...more }));
    expect([made.status, made.body.errors]).toEqual([201, undefined]);
    return fake;
  }

  function document(more: object) {
    return { code: 'P', name: 'At the dock', connection: { type: 'test' }, media: shelf, kinds: ['item'], ...more };
  }

  async function allow(host: string, port: number): Promise<void> {
    const { addresses } = (await admin.get('/api/admin/print-addresses')).body;
    await admin.change('/api/admin/print-addresses', { addresses: [...addresses, { host, port }] });
  }

  async function prints(body: object, as = worker) {
    const { outcome, problem, result } = await as.do('labels.print', body);
    expect([outcome, problem]).toEqual(['applied', null]);
    return result;
  }

  async function jobOf(job: string) {
    const { items } = (await admin.get('/api/console/print-jobs?warehouse=EAST&limit=500')).body;
    return items.find((one: { job: string }) => one.job === job);
  }

  async function health(code: string) {
    const { items } = (await admin.get('/api/console/printers?warehouse=EAST')).body;
    return items.find((one: { printer: { code: string } }) => one.printer.code === code);
  }

  const statusOf = (job: string) => expect.poll(async () => (await jobOf(job))?.status);

  beforeAll(async () => {
    admin = await atConsole(app(), 'A-3001', '3001');
    worker = await Device.signIn(app(), 'W-1001');
    supervisor = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(itemMessage('LBL-1'));
  });

  afterAll(async () => {
    for (const fake of fakes) await fake.stop();
  });

  test('a job goes to its printer as ZPL of its resolution, with so many copies, and a scanner reads it', async () => {
    const fake = await printer('ONE', { dpi: 300 });
    const asked = { kind: 'location', subject: ['A-01-01-1', 'A-01-02-1'], printer: 'ONE', copies: 2 };
    const { job, isCopy } = await prints(asked);
    expect(isCopy).toBe(false);
    await statusOf(job).toBe('printed');
    const [zpl = ''] = fake.jobs;
    expect(zpl.match(/\^XA\n\^CI28\n\^PW1181\n\^LL591\n/g)).toHaveLength(2);
    expect(zpl.match(/\^PQ2,0,1,Y/g)).toHaveLength(2);
    const { symbols } = await readZpl(zpl, shelf, 300);
    expect(symbols.map(({ symbology, text }) => [symbology, text])).toEqual([[']C0', 'A-01-01-1']]);
    expect(await health('ONE')).toMatchObject({ state: 'ready', waiting: 0, lastError: null });
  });

  test('the same command twice prints once', async () => {
    const fake = await printer('ONCE');
    const command = worker.command('labels.print', { kind: 'location', subject: 'A-01-01-1', printer: 'ONCE' });
    const [first] = await worker.send(command);
    const [again] = await worker.send(command);
    expect([first.outcome, again.outcome, again.repeated]).toEqual(['applied', 'applied', true]);
    await statusOf(first.result.job).toBe('printed');
    const later = await prints({ kind: 'location', subject: 'A-01-02-1', printer: 'ONCE' });
    await statusOf(later.job).toBe('printed');
    expect(fake.jobs.map((zpl) => zpl.includes('A-01-01-1'))).toEqual([true, false]);
  });

  test('a printer that is off keeps its job waiting, is told of, and is tried again; nothing else waits', async () => {
    const fake = await printer('OFF');
    const other = await printer('OTHER');
    await fake.stop();
    const waits = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'OFF' });
    const goes = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'OTHER' });
    await statusOf(goes.job).toBe('printed');
    await expect.poll(async () => (await health('OFF')).state).toBe('failing');
    const address = `127.0.0.1:${fake.port}`;
    expect(await health('OFF')).toMatchObject({
      ...{ waiting: 1, lastError: { code: 'printer.unreachable', params: { printer: 'OFF', address } } },
      nextTryAt: expect.any(String),
    });
    expect((await jobOf(waits.job)).status).toBe('waiting');
    await fake.start();
    await supervisor.do('labels.redirect', { job: waits.job, printer: 'OFF' });
    await statusOf(waits.job).toBe('printed');
    expect([fake.jobs.length, other.jobs.length, fake.jobs[0]?.includes('COPY')]).toEqual([1, 1, false]);
    expect(await health('OFF')).toMatchObject({ state: 'ready', waiting: 0 });
  });

  test('where the connection breaks while it prints, the repeat says that it is a copy', async () => {
    const fake = await printer('BREAKS');
    fake.breaksNext = 1;
    const { job } = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'BREAKS' });
    await expect.poll(async () => (await health('BREAKS')).lastError?.code).toBe('printer.connection_lost');
    await supervisor.do('labels.redirect', { job, printer: 'BREAKS' });
    await statusOf(job).toBe('printed');
    expect(await jobOf(job)).toMatchObject({ isCopy: true, mayHavePrinted: true, attempts: 2 });
    expect(fake.jobs.map((zpl) => zpl.includes('^FDCOPY^FS'))).toEqual([true]);
  });

  test('what a server was sending when it died is repeated as a copy', async () => {
    const fake = await printer('CRASH', { isActive: false });
    const { job } = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'CRASH' });
    await app().services.store.write((trx) => trx.one(beginSending, { job, printer: 'CRASH' }));
    await admin.edit('/api/admin/printers/EAST/CRASH', { isActive: true });
    await statusOf(job).toBe('printed');
    expect((await jobOf(job)).mayHavePrinted).toBe(true);
    expect(fake.jobs.map((zpl) => zpl.includes('^FDCOPY^FS'))).toEqual([true]);
  });

  test('of several nodes one has a printer at a time, and each job is printed once, in order', async () => {
    const fake = await printer('NODES');
    const nodes = [1, 2, 3].map(() => new PrintQueue(app().services));
    const places = ['A-01-01-1', 'A-01-02-1', 'A-01-03-1', 'A-01-04-1', 'A-02-01-1', 'A-02-02-1'];
    const jobs: string[] = [];
    for (const subject of places) {
      jobs.push((await prints({ kind: 'location', subject, printer: 'NODES' })).job);
      for (const node of nodes) void node.look();
    }
    await statusOf(jobs.at(-1) ?? '').toBe('printed');
    for (const node of nodes) await node.stop();
    const order = fake.jobs.map((zpl) => places.find((place) => zpl.includes(`^FD>:${place}^FS`)));
    expect([order, fake.mostAtOnce]).toEqual([places, 1]);
  });

  test('a printer that says it has no labels gets nothing until it has some', async () => {
    const fake = await printer('STATUS', { reportsStatus: true });
    fake.status = hostStatus({ paperOut: 1 });
    const { job } = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'STATUS' });
    await expect.poll(async () => (await health('STATUS')).lastError?.code).toBe('printer.paper_out');
    expect([fake.jobs, (await jobOf(job)).attempts]).toEqual([[], 0]);
    fake.status = hostStatus({});
    await supervisor.do('labels.redirect', { job, printer: 'STATUS' });
    await statusOf(job).toBe('printed');
    expect(fake.jobs).toHaveLength(1);
  });

  test('a printer that takes the connection and says nothing gets nothing; the job waits and is no copy', async () => {
    const fake = await printer('HANGS', { reportsStatus: true });
    const { job } = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'HANGS' });
    await expect.poll(async () => (await health('HANGS')).lastError?.code, { timeout: 10_000 }).toBe('printer.silent');
    expect([fake.jobs, (await jobOf(job)).attempts]).toEqual([[], 0]);
    fake.status = hostStatus({});
    await supervisor.do('labels.redirect', { job, printer: 'HANGS' });
    await statusOf(job).toBe('printed');
    expect([fake.jobs.length, (await jobOf(job)).isCopy]).toEqual([1, false]);
  });

  test('labels that run out while it prints are told of, and nothing is printed twice', async () => {
    const fake = await printer('ENDS', { reportsStatus: true });
    fake.status = hostStatus({});
    fake.statusAfter = hostStatus({ paperOut: 1 });
    const { job } = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'ENDS' });
    await statusOf(job).toBe('printed');
    await expect.poll(async () => (await health('ENDS')).lastError?.code).toBe('printer.paper_out');
    expect(await health('ENDS')).toMatchObject({ state: 'failing', waiting: 0 });
    expect(fake.jobs).toHaveLength(1);
  });

  test('a job that breaks off three times is sent no more; what waits behind it is printed', async () => {
    const fake = await printer('ALWAYS');
    fake.breaksNext = 3;
    const bad = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'ALWAYS' });
    const behind = await prints({ kind: 'location', subject: 'A-01-02-1', printer: 'ALWAYS' });
    const isOver = async () => {
      await supervisor.do('labels.redirect', { job: bad.job, printer: 'ALWAYS' });
      return (await jobOf(bad.job)).status;
    };
    await expect.poll(isOver, { timeout: 20_000 }).toBe('failed');
    const gaveUp = { attempts: 3, mayHavePrinted: true, problem: { code: 'printer.gave_up' } };
    expect(await jobOf(bad.job)).toMatchObject(gaveUp);
    await statusOf(behind.job).toBe('printed');
    expect(fake.jobs.map((zpl) => zpl.includes('A-01-02-1'))).toEqual([true]);
  });

  test('jobs of more than a month ago are forgotten', async () => {
    const asked = { kind: 'location', subject: 'A-01-01-1', printer: 'SHELF' };
    const [old, fresh] = [await prints(asked), await prints(asked)];
    await statusOf(fresh.job).toBe('printed');
    await rawSql(app(), `update print_job set asked_at = 0 where job = '${old.job}'`);
    const forgetting = startForgettingJobs(app().services);
    await statusOf(old.job).toBeUndefined();
    await forgetting.stop();
    expect((await jobOf(fresh.job)).status).toBe('printed');
  });

  test('a job that waits is cancelled, one that was printed is printed again as a copy; workers do neither', async () => {
    const fake = await printer('DESK', { isActive: false });
    const { job } = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'DESK' });
    expect((await worker.do('labels.cancel', { job })).problem?.code).toBe('auth.permit_missing');
    expect((await supervisor.do('labels.reprint', { job })).problem?.code).toBe('labels.job_waits');
    expect((await supervisor.do('labels.cancel', { job })).outcome).toBe('applied');
    expect((await supervisor.do('labels.cancel', { job })).problem?.code).toBe('labels.job_over');
    await admin.edit('/api/admin/printers/EAST/DESK', { isActive: true });
    const copy = (await supervisor.do('labels.reprint', { job })).result;
    await statusOf(copy.job).toBe('printed');
    expect(await jobOf(copy.job)).toMatchObject({ isCopy: true, copyOf: job });
    expect(fake.jobs.map((zpl) => zpl.includes('^FDKOPIE^FS') || zpl.includes('^FDCOPY^FS'))).toEqual([true]);
    expect((await supervisor.do('labels.redirect', { job: 'nothing', printer: 'DESK' })).problem?.code).toBe(
      'labels.job_unknown',
    );
  });

  test('a plate gets one label; the next says that it is a copy, but not after the first was cancelled', async () => {
    await printer('PLATES', { media: { width: 101.6, height: 152.4 }, isActive: false });
    const plate = '095212340009000006';
    const goods = { location: 'DOCK-01', item: 'LBL-1', licensePlate: plate, quantity: 12, unit: 'pcs' };
    const filled = await worker.do('inventory.adjust', { ...goods, reason: 'found' });
    const asked = { kind: 'license-plate', subject: plate, printer: 'PLATES' };
    if (filled.outcome !== 'applied') throw new Error(JSON.stringify(filled.problem));
    const first = await prints(asked);
    await supervisor.do('labels.cancel', { job: first.job });
    expect((await prints(asked)).isCopy).toBe(false);
    const copy = await prints(asked);
    expect(copy.isCopy).toBe(true);
    // The first one is still to come, whatever becomes of the copy.
    await supervisor.do('labels.cancel', { job: copy.job });
    expect((await prints(asked)).isCopy).toBe(true);
  });

  test('of several plates in one job only those that had a label get one that says it is a copy', async () => {
    const fake = await printer('MIXED', { media: { width: 101.6, height: 152.4 } });
    const [old, fresh] = [withCheckDigit('09521234000900001'), withCheckDigit('09521234000900002')];
    for (const licensePlate of [old, fresh]) {
      const goods = { location: 'DOCK-01', item: 'LBL-1', licensePlate, quantity: 1, unit: 'pcs', reason: 'found' };
      expect((await worker.do('inventory.adjust', goods)).problem).toBeNull();
    }
    const first = await prints({ kind: 'license-plate', subject: old, printer: 'MIXED' });
    await statusOf(first.job).toBe('printed');
    const both = await prints({ kind: 'license-plate', subject: [old, fresh], printer: 'MIXED' });
    await statusOf(both.job).toBe('printed');
    const labels = (fake.jobs.at(-1) ?? '').split('^XZ').filter((label) => label.includes('^XA'));
    expect(labels.map((label) => /\^FD(COPY|KOPIE)\^FS/.test(label))).toEqual([true, false]);
  });

  test('badges that an administrator printed are neither looked at nor printed again by others', async () => {
    await printer('BADGES', { media: { width: 86, height: 54 }, kinds: ['badge'], isActive: false });
    const chief = await Device.signIn(app(), 'A-3001');
    const { job } = await prints({ kind: 'badge', subject: 'W-1001', printer: 'BADGES' }, chief);
    const path = `/api/console/print-jobs/EAST/${job}/labels/1`;
    const seen = async (token: string) =>
      (await app().http.request(path, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await seen(supervisor.token), await seen(admin.token)]).toEqual([403, 200]);
    expect((await supervisor.do('labels.reprint', { job })).problem?.code).toBe('labels.badges_forbidden');
  });

  describe('the demo’s printers', () => {
    test('take what fits, and what would come out is seen as a picture', async () => {
      const { job, printer: chosen } = await prints({ kind: 'location', subject: 'A-01-01-1' });
      expect(chosen).toBe('SHELF');
      await statusOf(job).toBe('printed');
      const path = `/api/console/print-jobs/EAST/${job}/labels`;
      const headers = { authorization: `Bearer ${admin.token}` };
      const picture = await app().http.request(`${path}/1`, { headers });
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
      const png = Buffer.from(await picture.arrayBuffer());
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect((await app().http.request(`${path}/2`, { headers })).status).toBe(404);
    });
  });

  test('on the floor what is scanned gets its label, from the printer that fits, and once more if wanted', async () => {
    const handheld = await handheldOn(app(), 'W-1001', '1001');
    await handheld.open('label');
    expect(await handheld.asks()).toBe('Scan what needs a label');
    // The copy of the warehouse arrives a moment after the sign-in.
    const last = async () => {
      await handheld.scan('A-02-03-1');
      return (await handheld.device.runner()?.view())?.prompt.large;
    };
    await expect.poll(last).toBe('A-02-03-1');
    await handheld.give({ kind: 'action', name: 'again' });
    const printed = async (place = 'A-02-03-1') => {
      const { items } = (await admin.get('/api/console/print-jobs?warehouse=EAST&limit=500')).body;
      const own = items.filter(({ subjects }: { subjects: string[] }) => subjects.includes(place));
      return own.map(({ kind, printer: chosen, isCopy }: Record<string, unknown>) => [kind, chosen, isCopy]);
    };
    await expect
      .poll(() => printed())
      .toEqual([
        ['location', 'SHELF', false],
        ['location', 'SHELF', false],
      ]);
    await handheld.give({ kind: 'action', name: 'printer' });
    const offered = async () => {
      await handheld.device.runner()?.look();
      return (await handheld.device.runner()?.view())?.options.map(({ key }) => key);
    };
    await expect.poll(offered).toEqual(expect.arrayContaining(['*', 'LABELS', 'SHELF']));
    await handheld.give({ kind: 'choice', key: 'LABELS' });
    await handheld.scan('A-02-04-1');
    await expect.poll(() => printed('A-02-04-1')).toEqual([['location', 'LABELS', false]]);
    await handheld.device.close();
  });

  test.each<[what: string, asked: object, code: string]>([
    ['nothing to label', { kind: 'location' }, 'labels.subject_missing'],
    ['no such place', { kind: 'location', subject: 'NO-WHERE' }, 'labels.subject_unknown'],
    ['a place of several that is none', { kind: 'location', subject: ['A-01-01-1', 'X'] }, 'labels.subject_unknown'],
    ['no such plate', { kind: 'license-plate', subject: '095212340009999999' }, 'labels.subject_unknown'],
    ['no such carton', { kind: 'carton', subject: 'C-1' }, 'labels.subject_unknown'],
    ['no such item', { kind: 'item', subject: 'NO-ITEM' }, 'labels.subject_unknown'],
    [
      'more labels than a job has',
      { kind: 'location', subject: Array.from({ length: 11 }, (_, index) => `P-${index}`), copies: 50 },
      'labels.too_many',
    ],
    ['a badge, by a worker', { kind: 'badge', subject: 'A-3001' }, 'labels.badges_forbidden'],
    ['no such printer', { kind: 'location', subject: 'A-01-01-1', printer: 'NONE' }, 'printer.unknown'],
    ['labels too small for it', { kind: 'commands', printer: 'TINY' }, 'printer.media_too_small'],
    ['no copies', { kind: 'location', subject: 'A-01-01-1', copies: 0 }, 'command.body_invalid'],
  ])('refused: %s', async (_, asked, code) => {
    if (code === 'printer.media_too_small') {
      await admin.make('/api/admin/printers/EAST/TINY', document({ code: 'TINY', media: { width: 40, height: 20 } }));
    }
    expect((await worker.do('labels.print', asked)).problem?.code).toBe(code);
  });

  test.each<[what: string, members: object, fault: string]>([
    [
      'an address that nobody listed',
      { connection: { type: 'network', host: '10.0.0.7' } },
      '/connection/host printer.address_not_listed',
    ],
    [
      'a listed host at another port',
      { connection: { type: 'network', host: '127.0.0.1', port: 1024 } },
      '/connection/host printer.address_not_listed',
    ],
    [
      'this machine by a name that is not on the list',
      { connection: { type: 'network', host: 'localhost' } },
      '/connection/host printer.address_not_listed',
    ],
    [
      'a port of other services',
      { connection: { type: 'network', host: '10.0.0.7', port: 80 } },
      '/connection/port request.too_small',
    ],
    ['no host at all', { connection: { type: 'network', host: 'a b' } }, '/connection/host request.malformed'],
    ['a zone in which nothing lies', { zone: 'MOON' }, '/zone printer.zone_unknown'],
  ])('a printer cannot be set up at %s', async (_, members, fault) => {
    const made = await admin.make('/api/admin/printers/EAST/BAD', document({ code: 'BAD', ...members }));
    expect([made.status, faultsIn(made)]).toEqual([422, [fault]]);
  });

  test('an address taken off the list is connected to no more, and none of the network’s own is taken', async () => {
    const fake = await printer('GONE');
    const { addresses } = (await admin.get('/api/admin/print-addresses')).body;
    const left = addresses.filter(({ port }: { port: number }) => port !== fake.port);
    await admin.change('/api/admin/print-addresses', { addresses: left });
    const { job } = await prints({ kind: 'location', subject: 'A-01-01-1', printer: 'GONE' });
    await expect.poll(async () => (await health('GONE')).lastError?.code).toBe('printer.address_not_allowed');
    expect([(await jobOf(job)).status, fake.jobs]).toEqual(['waiting', []]);
    const metadata = await admin.change('/api/admin/print-addresses', { addresses: [{ host: '169.254.169.254' }] });
    expect(faultsIn(metadata)).toEqual(['/addresses/0/host printer.no_address']);
    const audit = await admin.audit('print-addresses', 1);
    expect(audit[0].action).toBe('print_addresses.set');
  });

  test('only administrators say where printers are; whoever prints sees what there is', async () => {
    const listed = await app().call('GET', '/api/admin/print-addresses', { as: supervisor.token });
    const printers = await app().call('GET', '/api/admin/printers/EAST', { as: worker.token });
    expect([listed.status, printers.status]).toEqual([403, 200]);
  });
});
