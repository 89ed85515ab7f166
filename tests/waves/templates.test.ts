import { beforeAll, describe, expect, test } from 'vitest';
import { isDue } from '#shared/waves/is-due.ts';
import { makeDueWaves } from '../../api/waves/automatic.ts';
import { type Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

describe('a template makes a wave by itself', () => {
  const at = Date.UTC(2026, 2, 2, 11);
  const hours = 3_600_000;
  test.each<[when: string, automatic: object, waiting: object, times: object, isMade: boolean]>([
    ['at once where nothing else is said', {}, {}, {}, true],
    ['not where nothing waits', {}, { orders: 0, lines: 0, oldest: '' }, {}, false],
    ['not before so many orders wait', { ordersAtLeast: 3 }, { orders: 2, lines: 9 }, {}, false],
    ['once so many orders wait', { ordersAtLeast: 3 }, { orders: 3 }, {}, true],
    ['not before so many lines wait', { linesAtLeast: 20 }, { orders: 9, lines: 19 }, {}, false],
    ['once so many lines wait', { linesAtLeast: 20 }, { lines: 20 }, {}, true],
    ['not before the time has passed', { everyMinutes: 60 }, {}, { lastMade: at - hours + 1 }, false],
    ['when the time has passed', { everyMinutes: 60 }, {}, { lastMade: at - hours }, true],
    ['when one of several is so', { ordersAtLeast: 9, linesAtLeast: 5, cutoff: '18:00' }, { lines: 5 }, {}, true],
    [
      'not a minute before the cut-off',
      { cutoff: '12:00' },
      { oldest: '2026-03-02 07:00' },
      { shown: '2026-03-02 11:59' },
      false,
    ],
    ['at the cut-off', { cutoff: '12:00' }, { oldest: '2026-03-02 07:00' }, { shown: '2026-03-02 12:00' }, true],
    [
      'not for what came with the cut-off',
      { cutoff: '12:00' },
      { oldest: '2026-03-02 12:00' },
      { shown: '2026-03-02 12:00' },
      false,
    ],
    [
      'not for what came after it, up to midnight',
      { cutoff: '12:00' },
      { oldest: '2026-03-02 12:01' },
      { shown: '2026-03-02 23:59' },
      false,
    ],
    ['nor after midnight', { cutoff: '12:00' }, { oldest: '2026-03-02 12:01' }, { shown: '2026-03-03 11:59' }, false],
    ['the day after', { cutoff: '12:00' }, { oldest: '2026-03-02 12:01' }, { shown: '2026-03-03 12:00' }, true],
    [
      'later, for what was in before and could not go then',
      { cutoff: '12:00' },
      { oldest: '2026-02-28 09:00' },
      { shown: '2026-03-02 08:00' },
      true,
    ],
    [
      'with the day, where that is the cut-off',
      { cutoff: '00:00' },
      { oldest: '2026-02-28 23:59' },
      { shown: '2026-03-01 00:00' },
      true,
    ],
    [
      'when clocks jump over the cut-off in spring',
      { cutoff: '02:30' },
      { oldest: '2026-03-29 01:59' },
      { shown: '2026-03-29 03:00' },
      true,
    ],
    [
      'the first time that clocks show it in autumn',
      { cutoff: '02:30' },
      { oldest: '2026-10-25 02:29' },
      { shown: '2026-10-25 02:30' },
      true,
    ],
    [
      'not again for what came between the two times',
      { cutoff: '02:30' },
      { oldest: '2026-10-25 02:45' },
      { shown: '2026-10-25 02:31' },
      false,
    ],
  ])('%s', (_, automatic, waiting, times, isMade) => {
    const shown = '2026-03-02 12:00';
    const known = { orders: 1, lines: 1, oldest: '2026-03-02 08:00', ...waiting };
    expect(isDue({ release: true, ...automatic }, known, { now: at, lastMade: null, shown, ...times })).toBe(isMade);
  });
});

const path = '/api/admin/wave-templates/EAST';
const express = { code: 'express', name: 'Express', position: 10, when: { carriers: ['EXPRESS'] } };

onBothDatabases(
  'wave templates',
  (app) => {
    let ada: Administrator;
    let office: Device;

    beforeAll(async () => {
      ada = await atConsole(app(), 'A-3001');
      office = await Device.signIn(app(), 'S-2001');
      await new Erp(app()).sent(itemMessage('WT-1'));
      const found = { location: 'A-01-02-1', item: 'WT-1', quantity: 100, unit: 'pcs', reason: 'found' };
      expect((await office.do('inventory.adjust', found)).outcome).toBe('applied');
    });

    async function ordered(order: string, more: object = {}): Promise<void> {
      await new Erp(app()).sent(shipMessage(`m-${order}`, order, [[1, 'WT-1', 2]], more));
    }

    const stateOf = async (order: string) => (await new Erp(app()).order(order)).releaseStatus;

    test('are made, read, changed knowing what they were, and removed', async () => {
      expect((await ada.make(`${path}/express`, express)).status).toBe(201);
      expect((await ada.make(`${path}/express`, express)).status).toBe(412);
      const { body } = await ada.get(`${path}/express`);
      expect(body).toMatchObject({ ...express, isActive: true, ordersAtMost: 200, byZone: false, automatic: null });
      expect((await ada.change(`${path}/express`, { ...body, ordersAtMost: 5 })).status).toBe(200);
      expect((await ada.change(`${path}/express`, body, '"stale"')).status).toBe(412);
      expect((await ada.get(path)).body.items).toMatchObject([{ code: 'express', ordersAtMost: 5 }]);
      expect((await ada.change(`${path}/express`, { ...body, code: 'other' })).status).toBe(422);
    });

    test('are written by whoever releases the waves of the warehouse, and by nobody else', async () => {
      const person = { name: 'Eva East', roles: { EAST: 'supervisor' }, password: 'correct horse' };
      expect((await ada.make('/api/admin/people/S-WT', person)).status).toBe(201);
      const supervisor = await atConsole(app(), 'S-WT', 'correct horse');
      const night = { code: 'night', name: 'Night', position: 20, when: { carriers: ['NIGHT'] } };
      expect((await supervisor.make(`${path}/night`, night)).status).toBe(201);
      const { body } = await supervisor.get(`${path}/night`);
      expect((await supervisor.change(`${path}/night`, { ...body, isActive: false })).status).toBe(200);
      expect(await ada.audit('wave-templates/EAST/night', 2)).toMatchObject([
        { action: 'wave_template.made', actor: 'S-WT', before: null, after: { isActive: true } },
        { action: 'wave_template.changed', actor: 'S-WT', before: { isActive: true }, after: { isActive: false } },
      ]);
      expect((await supervisor.make('/api/admin/wave-templates/WEST/night', night)).status).toBe(403);
      const worker = await atConsole(app(), 'W-1001');
      expect((await worker.make(`${path}/day`, { ...night, code: 'day' })).status).toBe(403);
    });

    test('gather what fits them; of these first whose cut-off is near, however urgent others are called', async () => {
      const soon = new Date(Date.now() + 1_800_000).toISOString();
      await ordered('WT-LATE', { carrier: 'EXPRESS', priority: 1 });
      await ordered('WT-SOON', { carrier: 'EXPRESS', priority: 9, cutoffAt: soon });
      await ordered('WT-OTHER', { carrier: 'SLOW' });
      await ada.edit(`${path}/express`, { ordersAtMost: 1 });
      const { result } = await office.do('waves.create', { template: 'express' });
      await office.do('waves.release', { wave: result.wave });
      expect(await Promise.all(['WT-SOON', 'WT-LATE', 'WT-OTHER'].map(stateOf))).toEqual(['released', 'open', 'open']);
    });

    test('gather and release by themselves, once enough orders wait', async () => {
      const automatic = { ordersAtLeast: 3, release: true };
      await ada.make(`${path}/bulk`, { code: 'bulk', name: 'Bulk', when: { carriers: ['BULK'] }, automatic });
      await ordered('WT-B1', { carrier: 'BULK' });
      await ordered('WT-B2', { carrier: 'BULK' });
      await makeDueWaves(app().services, 'EAST');
      expect(await stateOf('WT-B1')).toBe('open');
      await ordered('WT-B3', { carrier: 'BULK' });
      await makeDueWaves(app().services, 'EAST');
      await expect.poll(() => stateOf('WT-B3')).toBe('released');
      expect(await stateOf('WT-OTHER')).toBe('open');
    });

    const wavesOf = async (template: string) => {
      const waves = app().services.store.read.k.selectFrom('wave').select('wave').where('template', '=', template);
      return (await waves.orderBy('wave').execute()).map(({ wave }) => wave);
    };

    test('wait for lines, not orders, where that is asked for, and for more than one wave takes', async () => {
      const automatic = { linesAtLeast: 4, release: true };
      const small = { ordersAtMost: 1, when: { carriers: ['LINES'] } };
      await ada.make(`${path}/lines`, { code: 'lines', name: 'Lines', ...small, automatic });
      const lines = [1, 2, 3].map((line): [number, string, number] => [line, 'WT-1', 1]);
      await new Erp(app()).sent(shipMessage('wt-l1', 'WT-L1', lines, { carrier: 'LINES' }));
      await makeDueWaves(app().services, 'EAST');
      expect(await wavesOf('lines')).toEqual([]);
      await ordered('WT-L2', { carrier: 'LINES' });
      await expect.poll(async () => (await wavesOf('lines')).length).toBe(1);
    });

    test('by the clocks of the warehouse', async () => {
      const times = new Intl.DateTimeFormat('sv-SE', {
        ...{ timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      });
      const inMinutes = (minutes: number) => times.format(Date.now() + minutes * 60_000);
      const automatic = (minutes: number) => ({ cutoff: inMinutes(minutes), release: true });
      const ahead = { code: 'ahead', name: 'Ahead', when: { carriers: ['AHEAD'] }, automatic: automatic(10) };
      expect((await ada.make(`${path}/ahead`, ahead)).status).toBe(201);
      await ordered('WT-AHEAD', { carrier: 'AHEAD' });
      await makeDueWaves(app().services, 'EAST');
      expect(await stateOf('WT-AHEAD')).toBe('open');
      await app().services.store.write((trx) =>
        trx.k
          .updateTable('outbound_order')
          .set({ created_at: Date.now() - 90_000_000 })
          .where('order_number', '=', 'WT-AHEAD')
          .execute(),
      );
      await makeDueWaves(app().services, 'EAST');
      await expect.poll(() => stateOf('WT-AHEAD')).toBe('released');
      const never = { ...ahead, code: 'never', automatic: { cutoff: '24:00' } };
      expect((await ada.make(`${path}/never`, never)).body.errors).toMatchObject([{ pointer: '/automatic/cutoff' }]);
    });

    test('of several that fit an order the first has it, also while it waits', async () => {
      const when = { carriers: ['FIRST'] };
      const first = {
        code: 'a-first',
        name: 'First',
        position: 30,
        when,
        automatic: { ordersAtLeast: 2, release: true },
      };
      const second = { code: 'b-second', name: 'Second', position: 31, when, automatic: { release: true } };
      for (const each of [first, second]) expect((await ada.make(`${path}/${each.code}`, each)).status).toBe(201);
      await ordered('WT-F1', { carrier: 'FIRST' });
      await makeDueWaves(app().services, 'EAST');
      expect(await stateOf('WT-F1')).toBe('open');
      expect((await office.do('waves.create', { template: 'b-second' })).problem.code).toBe('waves.no_orders');
      await ada.edit(`${path}/a-first`, { isActive: false });
      await expect.poll(() => stateOf('WT-F1')).toBe('released');
      expect([await wavesOf('a-first'), (await wavesOf('b-second')).length]).toEqual([[], 1]);
    });

    test('what a supervisor took back is not gathered again, but released by hand', async () => {
      const automatic = { release: true };
      await ada.make(`${path}/back`, { code: 'back', name: 'Back', when: { carriers: ['BACK'] }, automatic });
      await ordered('WT-BACK', { carrier: 'BACK' });
      await expect.poll(() => stateOf('WT-BACK')).toBe('released');
      const [wave] = await wavesOf('back');
      expect((await office.do('waves.cancel', { wave })).outcome).toBe('applied');
      await ordered('WT-BACK-2', { carrier: 'BACK' });
      await expect.poll(() => stateOf('WT-BACK-2')).toBe('released');
      await makeDueWaves(app().services, 'EAST');
      expect(await stateOf('WT-BACK')).toBe('open');
      expect((await office.do('waves.create', { template: 'back' })).outcome).toBe('applied');
      await office.do('waves.release', { orders: ['WT-BACK'] });
    });

    test('what was missing is not gathered again and again', async () => {
      await ada.make(`${path}/all`, {
        code: 'all',
        name: 'Missing',
        when: { carriers: ['MISSING'] },
        automatic: { release: true },
      });
      await new Erp(app()).sent(
        itemMessage('WT-NONE'),
        shipMessage('wt-none', 'WT-NONE', [[1, 'WT-NONE', 1]], { carrier: 'MISSING' }),
      );
      const waves = async () => {
        const { k } = app().services.store.read;
        return (await k.selectFrom('wave').select('wave').where('template', '=', 'all').execute()).length;
      };
      await expect.poll(waves).toBe(1);
      await makeDueWaves(app().services, 'EAST');
      await makeDueWaves(app().services, 'EAST');
      expect(await waves()).toBe(1);
    });
  },
  { restMs: 50 },
);
