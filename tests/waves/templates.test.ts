import { beforeAll, expect, test } from 'vitest';
import { makeDueWaves } from '../../api/waves/automatic.ts';
import { type Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

const path = '/api/admin/wave-templates/EAST';
const express = { code: 'express', name: 'Express', position: 10, when: { carriers: ['EXPRESS'] } };

onBothDatabases('wave templates', (app) => {
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
});
