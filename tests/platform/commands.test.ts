import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';

onBothDatabases('the door of the floor', (app) => {
  test('a badge with a wrong PIN is not let in', async () => {
    const answer = await app().call('POST', '/api/session', { body: { badge: 'W-1001', pin: '9999', device: 'HH-1' } });
    expect([answer.status, answer.body.code]).toEqual([401, 'session.wrong_credentials']);
  });

  test('a command of a type that is not known yet is kept whole, and keeps its number', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const first = await device.do('tomorrow.new_thing', { anything: 1 });
    expect([first.outcome, first.problem.code]).toEqual(['parked', 'command.type_unknown']);
    const second = await device.do('tomorrow.new_thing', { anything: 2 });
    expect(second.outcome).toBe('parked');
  });

  test('a batch with one envelope that has no id is refused whole, and no number is used', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const good = device.command('tomorrow.new_thing', {});
    const { id: _, ...bad } = device.command('tomorrow.new_thing', {});
    const answer = await app().call('POST', '/api/device/commands', {
      as: device.token,
      body: { commands: [good, bad] },
    });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/commands/1/id']);
    const [result] = await device.send(good);
    expect([result.outcome, result.repeated]).toEqual(['parked', false]);
  });

  test.each([
    ['the same command again', {}, 'parked', true, 'command.type_unknown'],
    ['the same id with another body', { body: { anything: 2 } }, 'refused', false, 'command.id_reused'],
  ])('%s', async (_, change, outcome, repeated, code) => {
    const device = await Device.signIn(app(), 'W-1001');
    const command = device.command('tomorrow.new_thing', { anything: 1 });
    await device.send(command);
    const [again] = await device.send({ ...command, ...change });
    expect([again.outcome, again.repeated, again.problem.code]).toEqual([outcome, repeated, code]);
  });

  test('a number beyond the next is a gap that says where to send from, and so is everything behind it', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const [one, two, three] = [1, 2, 3].map((anything) => device.command('tomorrow.new_thing', { anything }));
    const results = await device.send(two ?? {}, three ?? {});
    expect(results.map((result: { outcome: string }) => result.outcome)).toEqual(['gap', 'gap']);
    expect(results[0].result).toEqual({ expectedSequence: 1 });
    const caughtUp = await device.send(one ?? {}, two ?? {}, three ?? {});
    expect(caughtUp.map((result: { outcome: string }) => result.outcome)).toEqual(['parked', 'parked', 'parked']);
  });

  test('a used number with a new id is refused and changes nothing', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await device.do('tomorrow.new_thing', {});
    const [result] = await device.send(device.unordered('tomorrow.new_thing', {}, { sequence: 1 }));
    expect([result.outcome, result.problem.code]).toEqual(['refused', 'command.sequence_reused']);
  });
});
