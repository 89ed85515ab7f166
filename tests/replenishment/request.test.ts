import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import type { Device } from '../support/device.ts';
import { done, PickFaces, said, stops, take } from '../support/pick-faces.ts';

onBothDatabases('goods asked for by somebody who sees that a pick face runs empty', (app) => {
  let faces: PickFaces;
  let floor: Device;
  let forklift: Device;

  beforeAll(async () => {
    faces = await PickFaces.begin(app());
    ({ floor, forklift } = faces);
  });

  test('a plate is brought, and is free for whoever wants it', async () => {
    const { item, face } = await faces.scene({ face: 1, reserve: 48 });
    const { work } = await done(floor, 'replenishment.request', { item, location: face, urgent: true });
    const [taken] = (await done(floor, 'picking.claim', { type: 'replenish' })).work;
    expect([taken.work, stops([taken])]).toEqual([work, ['A-01-02-2 48']]);
    await done(floor, 'replenishment.pick', take(taken, item, 48));
    await done(floor, 'replenishment.put', { work, location: face });
    expect(await faces.stockOf(item)).toEqual([`${face} 1`, `${face} 48`]);
    await faces.booksBalance();
  });

  test('what orders want beside is brought with it', async () => {
    const { item, face } = await faces.scene({ reserve: 48 });
    const { work } = await done(floor, 'replenishment.request', { item, location: face, quantity: 1, unit: 'case' });
    const { fills, picks } = await faces.released(item, 5);
    expect(fills).toEqual([]);
    expect(await faces.lineOf(work)).toEqual(['A-01-02-2 17 open']);
    await done(forklift, 'replenishment.pick', { ...take(picks[0], item, 17), work });
    await done(forklift, 'replenishment.put', { work, location: face });
    expect(await faces.stockOf(item)).toEqual(['A-01-02-2 31', `${face} 17 (5)`]);
    await faces.booksBalance();
  });

  test('whoever wants to put goods away hears how many pick faces wait', async () => {
    const waiting = async () => {
      const path = '/api/device/pick-faces?show=waiting&warehouse=EAST';
      return (await app().call('GET', path, { as: floor.token })).body.waiting;
    };
    const { item, face } = await faces.scene({ reserve: 48 });
    const before = await waiting();
    await done(floor, 'replenishment.request', { item, location: face });
    expect(await waiting()).toBe(before + 1);
    await faces.fillOf(face);
    expect(await waiting()).toBe(before);
  });

  test('nobody is sent twice for the same goods', async () => {
    const { item, face } = await faces.scene({ reserve: 48 });
    const asked = { item, location: face };
    await done(floor, 'replenishment.request', { ...asked, quantity: 36 });
    await done(floor, 'replenishment.request', asked);
    expect(await faces.coming(face)).toEqual(['A-01-02-2 48 (500)']);
    expect(await said(floor, 'replenishment.request', asked)).toBe('refused replenishment.none_in_reserve');
  });

  test('what an order was promised of them meanwhile is enough, and nobody asks why it is less', async () => {
    const { item, face } = await faces.scene({ reserve: 48 });
    const { work } = await done(floor, 'replenishment.request', { item, location: face, quantity: 40 });
    await faces.released(item, 48);
    await faces.released(item, 1);
    await done(forklift, 'picking.claim', { work });
    expect(await said(forklift, 'replenishment.pick', { ...take(undefined, item, 0), work })).toBe('applied');
    await faces.booksBalance();
  });

  test.each([
    ['an item that nobody knows', { item: 'NOPE' }, 'refused item.unknown'],
    ['a place that is not there', { location: 'NOWHERE' }, 'refused location.unknown'],
    ['a place that orders are not picked from', { location: 'STAGE-01' }, 'refused replenishment.not_pickable'],
    ['nothing', { quantity: 0 }, 'refused quantity.not_positive'],
    ['a place that belongs to another item', { location: 'F-1' }, 'refused location.other_item'],
  ])('%s', async (_, change, outcome) => {
    const { item, face } = await faces.scene({ reserve: 48 });
    expect(await said(floor, 'replenishment.request', { item, location: face, ...change })).toBe(outcome);
  });

  test('what is not in reserve cannot be brought', async () => {
    const { item, face } = await faces.scene({ face: 3 });
    expect(await said(floor, 'replenishment.request', { item, location: face })).toBe(
      'refused replenishment.none_in_reserve',
    );
  });
});
