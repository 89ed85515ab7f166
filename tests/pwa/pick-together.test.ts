import { describe, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { readStrip } from '../../pwa/engine/strip.ts';
import { readTray } from '../../pwa/engine/tray.ts';
import { deviceOperations, flows } from '../../pwa/flows.ts';
import { applyPage, cursorFor } from '../../pwa/store/snapshot.ts';
import { answered, english, testDevice } from './device.ts';
import { floor, goods, large, line, plate, prompt, shipment, types, walking, work } from './outbound-things.ts';
import { changes, flour, plateThing, salt } from './things.ts';

const count = (quantity: number) => ({ kind: 'number', quantity, unit: 'pcs' }) as const;
const press = (name: string) => ({ kind: 'action', name }) as const;

describe('totes', () => {
  test('goods are laid into the tote that was scanned; a full one is followed by the next', async () => {
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1')]));
    await device.runner.give(press('tote'));
    await device.scan('TOTE-7');
    expect((await prompt(device))?.details).toContainEqual({ label: 'pick.tote', value: 'TOTE-7' });
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(count(3));
    await device.runner.give({ kind: 'choice', key: 'rest-later' });
    expect(await device.asks()).toBe('Scan the tote you pick into');
    await device.scan('TOTE-8');
    expect(await large(device)).toBe('A-01-02-1');
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(count(2));
    await device.scan('STAGE-01');
    expect(await device.bodies()).toMatchObject([
      { line: 1, quantity: 3, toLicensePlate: 'TOTE-7' },
      { line: 1, quantity: 2, toLicensePlate: 'TOTE-8' },
      { work: 'WK-1', location: 'STAGE-01' },
    ]);
    expect((await device.things.thing('licensePlate', 'TOTE-8'))?.location).toBe('STAGE-01');
  });

  test('a plate that goes as a whole is laid into none', async () => {
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-03-1', { licensePlate: plate })]));
    await device.runner.give(press('tote'));
    await device.scan('TOTE-7', `]C100${plate}`);
    const [pick] = await device.bodies();
    expect(pick).toMatchObject({ licensePlate: plate, quantity: 5 });
    expect(pick).not.toHaveProperty('toLicensePlate');
  });

  test('a tote that stands somewhere with goods in it is refused with where it is', async () => {
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1')]));
    await device.runner.give(press('tote'));
    await device.scan(`]C100${plate}`);
    expect(device.said.at(-1)).toMatch(/stands at A-01-03-1. Take an empty tote/);
    expect(await device.asks()).toBe('Scan the tote you pick into');
  });

  test('after a break the goods go on into the tote that is in hand', async () => {
    const begun = work('WK-1', [line(1, salt, 'A-01-02-1', { pickedBase: 2 })], { targetPlate: 'TOTE-7' });
    const inHand = goods(salt, 2, 'HANDS-W-1001', { work: 'WK-1', licensePlate: 'TOTE-7' });
    const device = await testDevice([
      ...floor(begun),
      ...changes(['shipment', 'SH-1', shipment('SH-1', ['WK-1'], { goods: [inHand] })]),
    ]);
    await device.runner.open('pick');
    await device.runner.give({ kind: 'choice', key: 'WK-1' });
    expect((await prompt(device))?.details).toContainEqual({ label: 'pick.tote', value: 'TOTE-7' });
  });
});

describe('other goods of the same kind', () => {
  const other = ssccOf(102);
  const there = { location: 'A-01-03-1', licensePlate: other, lot: '', serial: '', availableBase: 5 };

  test('another plate at the place is taken instead', async () => {
    const device = await testDevice([
      ...floor(work('WK-1', [line(1, salt, 'A-01-03-1', { licensePlate: plate, alternatives: [there] })])),
      ...changes(['licensePlate', other, plateThing(other, 'A-01-03-1', salt, 5)]),
    ]);
    await device.runner.open('pick');
    await device.runner.give({ kind: 'choice', key: 'WK-1' });
    await device.scan(`]C100${other}`);
    expect(await device.bodies()).toMatchObject([{ line: 1, licensePlate: other, quantity: 5 }]);
  });

  test('another lot is as good, unless the order asked for just that one', async () => {
    const free = { location: 'A-01-02-1', licensePlate: '', lot: 'L2', serial: '', availableBase: 12 };
    const of = (isLotFixed: boolean) =>
      walking(work('WK-1', [line(1, flour, 'A-01-02-1', { lot: 'L1', isLotFixed, alternatives: [free] })]));
    const any = await of(false);
    await any.scan('A-01-02-1', '4006381333931', 'L2');
    await any.runner.give(count(5));
    expect(await any.bodies()).toMatchObject([{ lot: 'L2', quantity: 5 }]);
    const fixed = await of(true);
    await fixed.scan('A-01-02-1', '4006381333931', 'L2');
    expect(fixed.said.at(-1)).toBe('Wrong lot: L1 is meant, this is L2.');
  });
});

test('what a supervisor has to agree to first is said in the tray, and nothing counts as picked', async () => {
  const device = await walking(work('WK-1', [line(1, flour, 'A-01-02-1', { substitutes: [salt.key] })]));
  await device.scan('A-01-02-1', 'A0002', 'A0002');
  await device.runner.give(count(5));
  const [queued] = await device.queue();
  if (!queued) throw new Error('the substitute is queued');
  const answer = { result: { approval: queued.id }, problem: null, atMs: 0 };
  await device.database.put('queue', { ...queued, state: 'applied', isSettled: true, answer });
  const [told] = await readTray(device.database, device.things, flows);
  expect(told).toMatchObject({ sequence: queued.sequence, isForApproval: true, isDecided: false });
  const [last] = await readStrip(device.database, device.things, 'W-1001', deviceOperations);
  expect(last?.stateName).toBe('flow.lineState.approval');
});

describe('work that several do', () => {
  const asking = async (answer: (body: { takeOver?: boolean }) => object) => {
    const device = await testDevice(floor());
    device.environment.answer(async (request) => {
      const { commands } = request.body as { commands: { body: { takeOver?: boolean } }[] };
      return answered(200, { results: commands.map(({ body }) => answer(body)) });
    });
    await device.runner.open('pick');
    await device.scan('WK-7');
    return device;
  };
  const claimed = { code: 'picking.work_claimed', status: 409, params: { work: 'WK-7', badge: 'W-1002' } };
  const given = { outcome: 'applied', result: { work: [{ work: 'WK-7', shipment: 'SH-7' }] } };

  test('what somebody else has is taken over only where both agree', async () => {
    const device = await asking(({ takeOver }) => (takeOver ? given : { outcome: 'refused', problem: claimed }));
    expect(await device.asks()).toBe('W-1002 has it. Have you both agreed?');
    expect(device.said.at(-1)).toMatch(/W-1002 has taken work WK-7/);
    await device.runner.give(press('confirm'));
    expect(await device.asks()).toBe('The work is on its way');
  });

  test('whoever does not agree goes on with something else', async () => {
    const device = await asking(() => ({ outcome: 'refused', problem: claimed }));
    await device.runner.give(press('other'));
    expect(await device.asks()).toBe('Ask for the next work');
  });

  test('whoever it was taken from is told, and goes on with other work', async () => {
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1'), line(2, salt, 'A-01-04-1')]));
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(count(5));
    const gone = { position: 1000, kind: 'pickWork', key: 'WK-1', deleted: true, value: null };
    const page = { items: [gone], next: 1000, hasMore: false, reset: false };
    await applyPage(device.database, await cursorFor(device.database, 'EAST'), page);
    expect(await device.asks()).toBe('This work is over');
    await device.runner.give(press('next'));
    expect(await device.asks()).toBe('Ask for the next work');
  });

  test('a part is put down and the rest left to others; they bring theirs to it', async () => {
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1'), line(2, salt, 'A-01-04-1')]));
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(count(5));
    await device.runner.give(press('put'));
    await device.scan('STAGE-01');
    expect(await large(device)).toBe('A-01-04-1');
    await device.runner.give(press('giveBack'));
    expect(await types(device)).toEqual(['picking.pick', 'picking.put', 'picking.release_claim']);

    const after = await device.things.thing('shipment', 'SH-1');
    const rest = work('WK-1', [line(2, salt, 'A-01-04-1')], { putTo: 'STAGE-02' });
    const next = await testDevice([
      ...floor(rest),
      ...changes(['shipment', 'SH-1', shipment('SH-1', ['WK-1'], { goods: after?.goods ?? [] })]),
    ]);
    await next.runner.open('pick');
    await next.runner.give({ kind: 'choice', key: 'WK-1' });
    await next.scan('A-01-04-1', 'A0002');
    await next.runner.give(count(5));
    expect(await large(next)).toBe('STAGE-01');
  });
});

describe('a short pick that was a mistake', () => {
  test('taken back without a network, the line asks for all of it again and nobody goes elsewhere', async () => {
    const elsewhere = { location: 'A-01-04-1', licensePlate: '', lot: '', serial: '', availableBase: 20 };
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1', { alternatives: [elsewhere] })]));
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(count(2));
    await device.runner.give({ kind: 'choice', key: 'not-there' });
    expect(await large(device)).toBe('A-01-04-1');
    await device.scan('%UNDO');
    expect(device.said.at(-1)).toMatch(/^Taken back/);
    expect(await large(device)).toBe('A-01-02-1');
    expect(english((await prompt(device))?.about ?? '')).toMatch(/^5 pcs/);
    expect((await prompt(device))?.progress).toMatchObject({ done: 0, of: 1 });
    const [short, undo] = await device.queue();
    expect(undo?.command).toMatchObject({ type: 'picking.undo', body: { pick: `command:${short?.id}` } });
  });

  test('what was taken elsewhere instead has to be taken back first', async () => {
    const elsewhere = { location: 'A-01-04-1', licensePlate: '', lot: '', serial: '', availableBase: 20 };
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1', { alternatives: [elsewhere] })]));
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(count(2));
    await device.runner.give({ kind: 'choice', key: 'not-there' });
    await device.scan('A-01-04-1', 'A0002');
    await device.runner.give(count(3));
    await device.scan('%UNDO', '%UNDO');
    expect(await types(device)).toEqual(['picking.short_pick', 'picking.pick', 'picking.undo', 'picking.undo']);
    expect((await device.things.thing('pickWork', 'WK-1'))?.lines.map(({ status }) => status)).toEqual([
      'open',
      'cancelled',
    ]);
  });

  test('where nothing else is to be fetched the work is over, and the next is asked for', async () => {
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1')]));
    await device.scan('A-01-02-1');
    await device.runner.give(press('less'));
    await device.runner.give({ kind: 'choice', key: 'damaged' });
    expect(await device.asks()).toBe('Ask for the next work');
    expect(await device.things.thing('pickWork', 'WK-1')).toBeUndefined();
  });
});

test('what stays behind when a shipment leaves goes on under another one, in the middle of the walk', async () => {
  const own = work('WK-1', [line(1, salt, 'A-01-02-1')], { targetPlate: plate });
  const device = await walking(own);
  const { items, ...page } = { items: floor({ ...own, shipment: 'SH-9' }), hasMore: false, reset: false };
  const news = items.filter(({ kind }) => kind === 'pickWork' || kind === 'shipment');
  await applyPage(device.database, await cursorFor(device.database, 'EAST'), { ...page, items: news, next: 900 });
  await device.things.refresh();
  expect(await large(device)).toBe('A-01-02-1');
  await device.scan('A-01-02-1', 'A0002');
  await device.runner.give(count(5));
  expect(await device.bodies()).toMatchObject([{ work: 'WK-1', quantity: 5 }]);
});
