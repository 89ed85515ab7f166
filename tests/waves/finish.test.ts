import { beforeAll, describe, expect, test } from 'vitest';
import { finishOf, measuredPace } from '#shared/waves/finish.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

const now = Date.parse('2026-03-02T10:00:00Z');
const inMinutes = (minutes: number) => now + minutes * 60_000;

describe('when lines are picked', () => {
  const usual = { secondsPerLine: 40, pickers: 2, isMeasured: false };
  const measured = { secondsPerLine: 20, pickers: 2, isMeasured: true };
  const due = [null, inMinutes(5), inMinutes(30)];

  test.each([
    ['people share the lines', 30, usual, { minutes: 10, late: 1 }],
    ['what was measured is the pace of all of them together', 30, measured, { minutes: 10, late: 1 }],
    ['a part of a minute counts as one', 1, usual, { minutes: 1, late: 0 }],
    ['nothing is left', 0, usual, { minutes: 0, late: 0 }],
    ['a cut-off to the minute is kept', 15, usual, { minutes: 5, late: 0 }],
    ['everybody who has a cut-off waits', 300, usual, { minutes: 100, late: 2 }],
  ])('%s', (_, lines, pace, { minutes, late }) => {
    expect(finishOf(lines, pace, due, now)).toEqual({ ...pace, minutes, finishAtMs: inMinutes(minutes), late });
  });

  const picks = (...made: readonly (readonly [string, string, number])[]) =>
    made.map(([line, by, seconds]) => ({ line, by, atMs: now + seconds * 1000 }));
  const four = [0, 30, 60, 90].map((seconds, index) => [`1 ${index}`, 'W-1', seconds] as const);

  test.each([
    ['too few lines tell nothing', picks(...four), null],
    ['from one line to the next', picks(...four, ['2 1', 'W-1', 120]), { secondsPerLine: 30, pickers: 1 }],
    ['two people are twice as fast', picks(...four, ['2 1', 'W-2', 60]), { secondsPerLine: 23, pickers: 2 }],
    ['a line in two parts counts once', picks(...four, ['1 3', 'W-1', 120]), null],
    [
      'all at one moment',
      picks(...four.map(([line]) => [line, 'W-1', 0] as const), ['2 1', 'W-1', 0]),
      { secondsPerLine: 1, pickers: 1 },
    ],
  ])('its pace: %s', (_, made, pace) => {
    expect(measuredPace(made)).toEqual(pace && { ...pace, isMeasured: true });
  });
});

onBothDatabases('a wave that is being picked', (app) => {
  let office: Device;
  let floor: Device;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    floor = await Device.signIn(app(), 'W-1001');
    await new Erp(app()).sent(itemMessage('FI-1'));
    const found = { location: 'A-01-02-1', item: 'FI-1', quantity: 100, unit: 'pcs', reason: 'found' };
    expect((await office.do('inventory.adjust', found)).outcome).toBe('applied');
  });

  test('says when it is done: by the norm at first, then at the pace at which its lines were fetched', async () => {
    const soon = new Date(Date.now() + 300_000).toISOString();
    const orders = [...Array(8).keys()].map((index) => `FI-${index}`);
    for (const order of orders) {
      const due = order === 'FI-7' ? { cutoffAt: soon } : {};
      await new Erp(app()).sent(shipMessage(`m-${order}`, order, [[1, 'FI-1', 1]], due));
    }
    const { wave } = (await office.do('waves.create', { orders })).result;
    const told = async () => {
      const { body } = await app().call('GET', `/api/device/waves/${wave}`, { as: office.token });
      return body.finish;
    };
    expect(await told()).toBeNull();
    const { work } = (await office.do('waves.release', { wave })).result;
    expect(await told()).toMatchObject({ secondsPerLine: 40, isMeasured: false, minutes: 6, late: 1 });
    const { body } = await app().call('GET', '/api/device/waves?warehouse=EAST', { as: office.token });
    expect(body.items.find((row: { wave: string }) => row.wave === wave).finish).toMatchObject({ minutes: 6 });
    const begun = Date.now() - 600_000;
    for (const [index, { work: id, lines }] of work.slice(0, 6).entries()) {
      const [{ line, location }] = lines;
      const pick = { work: id, line, location, item: 'FI-1', quantity: 1, unit: 'pcs' };
      const occurredAt = new Date(begun + index * 30_000).toISOString();
      expect((await floor.do('picking.pick', pick, { occurredAt })).problem).toBeNull();
    }
    expect(await told()).toMatchObject({ secondsPerLine: 30, isMeasured: true, pickers: 1, minutes: 1, late: 0 });
    for (const { work: id, lines } of work.slice(6)) {
      const [{ line, location }] = lines;
      const pick = { work: id, line, location, item: 'FI-1', quantity: 1, unit: 'pcs' };
      expect((await floor.do('picking.pick', pick)).problem).toBeNull();
    }
    expect(await told()).toBeNull();
  });
});
