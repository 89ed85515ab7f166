import { describe, expect, test } from 'vitest';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { decideResolve, type ResolveBody, type ResolveFacts } from '#shared/exceptions/resolve.ts';
import { problem } from '#shared/kernel/problem.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';

describe('what may be decided on an exception', () => {
  const open = { id: 'c-1', kind: 'held_command', status: 'open', command: 'c-1', operator: 'W-1001' };
  const yes: Decision<unknown, unknown> = applied({}, {});
  const no: Decision<unknown, unknown> = refused(problem('stock.not_enough'));

  test.each([
    ['there is none', 'apply', { exception: null }, 'exceptions.unknown'],
    ['somebody has decided', 'apply', { exception: { ...open, status: 'resolved' } }, 'exceptions.already_resolved'],
    [
      'an approval is approved, not applied',
      'apply',
      { exception: { ...open, kind: 'approval' } },
      'exceptions.action_not_offered',
    ],
    ['never by who asked', 'dismiss', { exception: { ...open, operator: 'S-2001' } }, 'exceptions.own_command'],
    ['an earlier one is open', 'apply', { isCauseOpen: true }, 'exceptions.cause_open'],
    ['its operation is not known', 'apply', { again: null }, 'exceptions.cannot_be_judged'],
    ['the goods are not there', 'apply', { again: no }, 'stock.not_enough'],
    ['an earlier one is open, and this one shall not be done', 'dismiss', { isCauseOpen: true }, 'applied'],
    ['the goods are not there, and were put right otherwise', 'compensate', { again: no }, 'applied'],
    ['the rule allows it', 'apply', {}, 'applied'],
    ['approving a held command is applying it', 'approve', {}, 'applied'],
    ['approving what the rule still denies', 'approve', { again: no }, 'stock.not_enough'],
    ['rejecting a held command is dismissing it', 'reject', { again: no }, 'applied'],
    ['an adjustment is approved', 'approve', { exception: { ...open, kind: 'approval' } }, 'applied'],
    ['an adjustment is rejected', 'reject', { exception: { ...open, kind: 'approval' }, again: no }, 'applied'],
  ] satisfies [string, string, Partial<ResolveFacts>, string][])(
    '%s: %s is answered %4$s',
    (_, action, changed, outcome) => {
      const facts: ResolveFacts = { exception: open, isCauseOpen: false, again: yes, ...changed };
      const decision = decideResolve(commandOf({ exception: 'c-1', action, reason: 'seen on the floor' }), facts);
      expect(decision.outcome === 'applied' ? 'applied' : decision.problem.code).toBe(outcome);
    },
  );

  test.each([
    ['approve', 'apply'],
    ['reject', 'dismiss'],
    ['compensate', 'compensate'],
  ])('a held command that somebody answers with %s is decided as %s', (action, decided) => {
    const facts: ResolveFacts = { exception: open, isCauseOpen: false, again: yes };
    const decision = decideResolve(commandOf({ exception: 'c-1', action, reason: 'seen on the floor' }), facts);
    expect(decision).toMatchObject({ outcome: 'applied', result: { action: decided } });
  });
});

onBothDatabases('deciding on held commands', (app) => {
  test('what was done in a revoked session is posted in the name of who did it, and its first answer stays', async () => {
    const { held, device, supervisor } = await heldRegistration(app(), 'X1');
    const resolved = await supervisor.do('exceptions.resolve', {
      exception: held.id,
      action: 'apply',
      reason: 'the goods are at the dock',
    });
    expect(resolved).toMatchObject({ outcome: 'applied', result: { exception: held.id, action: 'apply' } });
    expect(resolved.result.result.registrations).toMatchObject([{ order: 'PO-X1', line: 1, quantity: 4, unit: 'pcs' }]);

    const entries = await app()
      .services.store.read.k.selectFrom('ledger_entry')
      .select(['command_id', 'operator', 'device', 'quantity_base'])
      .where('item_key', '=', 'DEMO:X1')
      .execute();
    expect(entries).toEqual([{ command_id: held.id, operator: 'W-1001', device: device.id, quantity_base: 4 }]);

    const [again] = await device.send(held);
    expect([again.outcome, again.repeated, again.problem.code]).toEqual(['held', true, 'session.revoked']);
  });

  test('what depends on it waits, and goes on once it was applied', async () => {
    const { held, device, supervisor } = await heldRegistration(app(), 'X2');
    const before = device.command('receiving.register', registration('X2'), { causedBy: held.id });
    const [waiting] = await device.send(before);
    expect([waiting.outcome, waiting.problem.code]).toEqual(['held', 'command.cause_not_applied']);

    const tooEarly = await supervisor.do('exceptions.resolve', { exception: before.id, action: 'apply', reason: 'ok' });
    expect([tooEarly.outcome, tooEarly.problem.code]).toEqual(['refused', 'exceptions.cause_open']);

    const inCapitals = device.command('receiving.register', registration('X2'), { causedBy: held.id.toUpperCase() });
    await device.send(inCapitals);
    const again = { exception: inCapitals.id, action: 'apply', reason: 'ok' };
    expect((await supervisor.do('exceptions.resolve', again)).problem.code).toBe('exceptions.cause_open');
    await supervisor.do('exceptions.resolve', { exception: held.id, action: 'apply', reason: 'ok' });
    const inOrder = await supervisor.do('exceptions.resolve', { exception: before.id, action: 'apply', reason: 'ok' });
    expect(inOrder.outcome).toBe('applied');
    const afterwards = await device.do('receiving.register', registration('X2'), { causedBy: held.id });
    expect(afterwards.outcome).toBe('applied');
  });

  test('one that is dismissed changes no stock, cannot be decided twice, and stands in the audit log', async () => {
    const { held, supervisor } = await heldRegistration(app(), 'X3');
    const dismissed = await supervisor.do('exceptions.resolve', {
      exception: held.id,
      action: 'dismiss',
      reason: 'a test scan',
    });
    const again = await supervisor.do('exceptions.resolve', {
      exception: held.id,
      action: 'apply',
      reason: 'after all',
    });
    expect([dismissed.outcome, again.problem.code]).toEqual(['applied', 'exceptions.already_resolved']);
    const { k } = app().services.store.read;
    expect(await k.selectFrom('ledger_entry').select('id').where('item_key', '=', 'DEMO:X3').execute()).toEqual([]);
    await whenPublished(app());
    const audit = await k
      .selectFrom('audit')
      .select(['actor', 'action', 'after_json'])
      .where('subject', '=', held.id)
      .execute();
    expect(audit.map((row) => [row.actor, row.action, JSON.parse(row.after_json ?? '')])).toEqual([
      ['S-2001', 'exceptions.resolve', { status: 'resolved', action: 'dismiss', reason: 'a test scan', result: null }],
    ]);
  });

  test('the device hears of the case with its changes, and of the decision', async () => {
    const { held, device, supervisor } = await heldRegistration(app(), 'X4');
    const open = await exceptionOn(app(), device, held.id);
    expect(open.value).toEqual({
      exception: held.id,
      kind: 'held_command',
      status: 'open',
      command: held.id,
      problem: { code: 'session.revoked', params: { operator: 'W-1001' } },
    });
    await supervisor.do('exceptions.resolve', { exception: held.id, action: 'dismiss', reason: 'a test scan' });
    const decided = await exceptionOn(app(), device, held.id);
    expect(decided.value).toMatchObject({ status: 'resolved', action: 'dismiss', reason: 'a test scan' });
    expect(decided.position).toBeGreaterThan(open.position);
  });

  test('a worker decides on nothing', async () => {
    const { held, device } = await heldRegistration(app(), 'X5');
    const result = await device.do('exceptions.resolve', { exception: held.id, action: 'apply', reason: 'please' });
    expect([result.outcome, result.problem.code]).toEqual(['refused', 'auth.permit_missing']);
  });

  test('two supervisors who decide at once: one of them is told that it is decided', async () => {
    const { held, supervisor } = await heldRegistration(app(), 'X6');
    const other = await Device.signIn(app(), 'A-3001');
    const body = { exception: held.id, action: 'apply', reason: 'the goods are at the dock' };
    const answers = await Promise.all([
      supervisor.do('exceptions.resolve', body),
      other.do('exceptions.resolve', body),
    ]);
    expect(answers.map((answer) => answer.problem?.code ?? answer.outcome).sort()).toEqual([
      'applied',
      'exceptions.already_resolved',
    ]);
  });
});

function commandOf(body: ResolveBody): Command<ResolveBody> {
  const named = { id: 'c-2', type: 'exceptions.resolve', version: 1, device: 'CONSOLE', warehouse: 'EAST' };
  return { ...named, occurredAt: '2026-03-02T06:00:00Z', knownAt: null, operator: 'S-2001', body };
}

function registration(number: string) {
  return { order: `PO-${number}`, line: 1, item: number, quantity: 4, unit: 'pcs' };
}

/** A registration that a worker made in a session which was revoked before it was sent. */
async function heldRegistration(app: TestApp, number: string) {
  await haveItems(app, [{ number }]);
  await haveOrders(app, [{ orderNumber: `PO-${number}`, lines: [{ lineNumber: 1, item: number, quantity: 100 }] }]);
  const before = await Device.signIn(app, 'W-1001');
  await app.services.store.write(async (trx) => {
    await trx.k.updateTable('session').set({ revoked_at: trx.now }).where('id', '=', before.session).execute();
  });
  const device = await Device.signIn(app, 'W-1001');
  const held = device.command('receiving.register', registration(number), { session: before.session });
  const [result] = await device.send(held);
  expect([result.outcome, result.problem.code]).toEqual(['held', 'session.revoked']);
  return { held, device, supervisor: await Device.signIn(app, 'S-2001') };
}

async function exceptionOn(app: TestApp, device: Device, id: string) {
  await whenPublished(app);
  for (let after = 0; ; ) {
    const { body } = await app.call('GET', `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`, {
      as: device.token,
    });
    const found = body.items.find(
      (item: { kind: string; key: string }) => item.kind === 'exception' && item.key === id,
    );
    if (found) return found;
    if (!body.hasMore) throw new Error(`no exception ${id} among the changes`);
    after = body.next;
  }
}
