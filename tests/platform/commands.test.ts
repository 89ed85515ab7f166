import { expect, test } from 'vitest';
import type { CommandResult } from '../../api/platform/settled.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems } from '../support/orders.ts';

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

  test('what was judged is not judged again under the next number, which stays free for another command', async () => {
    await haveItems(app(), [{ number: 'ONCE' }]);
    const device = await Device.signIn(app(), 'S-2001');
    const found = { location: 'A-01-02-1', item: 'ONCE', quantity: 1, unit: 'pcs', reason: 'found' };
    const [one, two] = [device.command('inventory.adjust', found), device.command('tomorrow.new_thing', {})];
    expect(await device.send(one, two)).toMatchObject([{ outcome: 'applied' }, { outcome: 'parked' }]);
    const entries = () => app().services.store.read.k.selectFrom('ledger_entry').select('id').orderBy('id').execute();
    const before = await entries();
    // By itself too: nothing but its own id tells that a command without stock was there.
    const [alone] = await device.send({ ...two, sequence: 3 });
    const others = await device.send({ ...one, sequence: 3 }, { ...two, sequence: 3 }, { ...one, sequence: 3 });
    expect([alone, ...others].map(({ outcome, problem }: CommandResult) => [outcome, problem?.code])).toEqual(
      Array.from({ length: 4 }, () => ['refused', 'command.id_reused']),
    );
    expect(await entries()).toEqual(before);
    const [third] = await device.send(device.command('inventory.adjust', found));
    expect([third.outcome, third.repeated]).toEqual(['applied', false]);
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

  test('behind a gap even the number that is expected, or none, is a gap; what was answered before stays so', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const known = device.command('tomorrow.new_thing', { anything: 0 });
    await device.send(known);
    const ahead = device.unordered('tomorrow.new_thing', {}, { sequence: 5 });
    const expected = device.unordered('tomorrow.new_thing', {}, { sequence: 2 });
    const free = device.unordered('tomorrow.new_thing', {});
    const results = await device.send(ahead, expected, free, known);
    expect(results.map((result: { outcome: string }) => result.outcome)).toEqual(['gap', 'gap', 'gap', 'parked']);
    expect(results.map((result: { repeated: boolean }) => result.repeated)).toEqual([false, false, false, true]);
    const later = await device.send(expected, free);
    expect(later.map((result: { outcome: string }) => result.outcome)).toEqual(['parked', 'parked']);
  });

  test('a command cannot be its own cause', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const command = device.command('receiving.complete', { order: 'X', acceptDifferences: true });
    const [result] = await device.send({ ...command, causedBy: command.id });
    expect([result.outcome, result.problem.code]).toEqual(['refused', 'command.cause_unknown']);
  });

  test.each([
    ['a control character', '"licensePlate":"LP\\u0000","order":', '/body/licensePlate', 'request.control_character'],
    ['half an emoji', '"licensePlate":"LP\\ud83d","order":', '/body/licensePlate', 'request.control_character'],
    [
      'a member that is not a name',
      '"__proto__":{"quantity":1},"order":',
      '/body/__proto__',
      'request.unknown_property',
    ],
  ])('%s in a body refuses that command and no other', async (_, member, pointer, code) => {
    const device = await Device.signIn(app(), 'W-1001');
    const bad = device.command('receiving.register', { order: 'X', item: 'Y', quantity: 1, unit: 'pcs' });
    const good = device.command('tomorrow.new_thing', {});
    const { body } = await app().call('POST', '/api/device/commands', {
      as: device.token,
      body: JSON.stringify({ commands: [bad, good] }).replace('"order":', member),
    });
    expect(body.results.map((result: { outcome: string }) => result.outcome)).toEqual(['refused', 'parked']);
    expect(body.results[0].problem).toMatchObject({ code: 'command.body_invalid', errors: [{ pointer, code }] });
  });

  test.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'receive'],
    ['a number', 7],
  ])('a body that is %s refuses that command and no other, known type or not', async (_, body) => {
    const device = await Device.signIn(app(), 'W-1001');
    const commands = ['inventory.move', 'tomorrow.new_thing'].map((type) => ({ ...device.command(type, {}), body }));
    const results = await device.send(...commands, device.command('tomorrow.new_thing', {}));
    const problem = { code: 'command.body_invalid', errors: [{ pointer: '/body', code: 'request.wrong_type' }] };
    expect(results).toMatchObject([
      { outcome: 'refused', problem },
      { outcome: 'refused', problem },
      { outcome: 'parked' },
    ]);
    expect(await device.send(...commands)).toMatchObject([{ repeated: true }, { repeated: true }]);
    const why = await app().call('GET', `/api/device/explain?command=${commands[0]?.id}`, { as: device.token });
    expect([why.status, why.body.items[0].problem.code]).toEqual([200, 'command.body_invalid']);
  });

  test('who has a role everywhere has none in a warehouse that does not exist', async () => {
    const device = await Device.signIn(app(), 'S-2001', { warehouse: 'MOON' });
    const result = await device.do('counting.request', { items: ['A0001'] });
    expect([result.outcome, result.problem.code]).toEqual(['refused', 'warehouse.unknown']);
  });

  test('a used number with a new id is refused and changes nothing', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await device.do('tomorrow.new_thing', {});
    const [result] = await device.send(device.unordered('tomorrow.new_thing', {}, { sequence: 1 }));
    expect([result.outcome, result.problem.code]).toEqual(['refused', 'command.sequence_reused']);
  });

  test('what a device still sends after it was revoked is kept for a supervisor, and uses up its number', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const before = await device.do('tomorrow.new_thing', {});
    await app().services.store.write((trx) =>
      trx.k.updateTable('device').set({ revoked_at: trx.now }).where('id', '=', device.id).execute(),
    );
    const more = { location: 'A-01-01-1', item: 'A0001', quantity: 1, unit: 'pcs', reason: 'found' };
    const ordered = device.command('inventory.adjust', more);
    const results = await device.send(ordered, device.unordered('inventory.adjust', more), ordered);
    const told = results.map((result: { outcome: string; repeated: boolean; problem: { code: string } }) => [
      result.outcome,
      result.repeated,
      result.problem.code,
    ]);
    expect([before.outcome, ...told]).toEqual([
      'parked',
      ['held', false, 'device.revoked'],
      ['held', false, 'device.revoked'],
      ['held', true, 'device.revoked'],
    ]);
    const { k } = app().services.store.read;
    const row = await k.selectFrom('device').select('last_sequence').where('id', '=', device.id).executeTakeFirst();
    const open = await k.selectFrom('exception_case').select('status').where('id', '=', ordered.id).execute();
    expect([row?.last_sequence, open]).toEqual([2, [{ status: 'open' }]]);
  });
});
