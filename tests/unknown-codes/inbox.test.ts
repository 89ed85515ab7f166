import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage } from '../support/erp.ts';
import { haveItems } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';

onBothDatabases('a code that nothing has', (app) => {
  let run = 0;

  /** An item of its own, and a code that nothing has. */
  async function goods(extra: object = {}) {
    run += 1;
    const item = `UC-${run}`;
    await haveItems(app(), [{ number: item, units: [{ unit: 'case', numerator: 12, denominator: 1 }], ...extra }]);
    return { item, code: `SHELF-LABEL-${app().dialect}-${run}` };
  }

  const worker = () => Device.signIn(app(), 'W-1001');
  const desk = () => Device.signIn(app(), 'S-2001');
  const bound = { unit: 'pcs', quantity: 1 };

  async function inbox(status = 'open') {
    const { token } = await desk();
    const path = `/api/console/unknown-codes?warehouse=EAST&status=${status}`;
    return (await app().call('GET', path, { as: token })).body.items;
  }

  const rowOf = async (code: string, status?: string) =>
    (await inbox(status)).find((row: { code: string }) => row.code === code);

  async function reported(text: string, more: object = {}) {
    return (await worker()).do('unknown_codes.report', { text, ...more });
  }

  /** The position of a device that has synced. */
  async function synced(): Promise<number> {
    await whenPublished(app());
    const { token } = await worker();
    for (let after = 0; ; ) {
      const path = `/api/device/changes?after=${after}&warehouse=EAST&limit=1000`;
      const { body } = await app().call('GET', path, { as: token });
      after = body.next;
      if (!body.hasMore) return after;
    }
  }

  /** What a device keeps of an item once it has synced, of what changed behind a position. */
  async function onDevices(item: string, behind = 0) {
    await whenPublished(app());
    const device = await worker();
    let after = behind;
    for (;;) {
      const path = `/api/device/changes?after=${after}&warehouse=EAST&limit=1000`;
      const { body } = await app().call('GET', path, { as: device.token });
      const found = body.items.find((each: { key: string }) => each.key === `DEMO:${item}`);
      if (found) return found.value.barcodes;
      if (!body.hasMore) return undefined;
      after = body.next;
    }
  }

  test('is kept with where it was scanned, what came before and after, and its photos', async () => {
    const { code } = await goods();
    const photo = '0192d0a0-0000-7000-8000-000000000001';
    const device = await worker();
    const about = { flow: 'receive', step: 'item', location: 'DOCK-01', order: 'PO-1', photos: [photo] };
    const report = await device.do('unknown_codes.report', { text: ` ${code} `, before: ['DOCK-01'], ...about });
    expect(report).toMatchObject({ outcome: 'applied', result: { unknownCode: code } });
    const added = await device.do('unknown_codes.add_after', { report: `command:${report.id}`, after: ['A0001'] });
    expect(added.outcome).toBe('applied');
    await reported(code);
    expect(await rowOf(code)).toMatchObject({
      times: 2,
      suspicion: null,
      sightings: [
        { by: 'W-1001', before: [] },
        { ...about, before: ['DOCK-01'], after: ['A0001'], by: 'W-1001' },
      ],
    });
  });

  test('is bound once for everyone: every device knows it, and reports of it need nobody any more', async () => {
    const { item, code } = await goods();
    await reported(code);
    const known = await synced();
    const supervisor = await desk();
    const done = await supervisor.do('unknown_codes.bind', { code, item, unit: 'case', quantity: 2 });
    expect(done).toMatchObject({ outcome: 'applied', result: { item, unit: 'case', quantity: 2 } });
    expect(await onDevices(item, known)).toEqual([{ code, unit: 'case', quantity: 2 }]);
    expect(await rowOf(code)).toBeUndefined();
    expect(await rowOf(code, 'bound')).toMatchObject({ item, unit: 'case', quantity: 2, decidedBy: 'S-2001' });
    // Another device had scanned it before it heard of that.
    expect((await reported(code)).result).toEqual({ unknownCode: code, item });
    expect(await rowOf(code)).toBeUndefined();
    const again = await supervisor.do('unknown_codes.bind', { code, item, ...bound });
    expect(again.problem).toMatchObject({ code: 'unknown_codes.bound_already', params: { item } });
  });

  test('stays bound when the ERP sends the item again, also where it names the code itself', async () => {
    const { item, code } = await goods();
    await reported(code);
    await (await desk()).do('unknown_codes.bind', { code, item, ...bound });
    const erp = new Erp(app());
    const send = (messageId: string, more: object) => erp.sent({ ...itemMessage(item, more), messageId });
    await send(`${item}-2`, { description: 'New words', barcodes: [{ code: 'ERP-1', unit: 'pcs', quantity: 1 }] });
    expect((await onDevices(item)).map((each: { code: string }) => each.code).sort()).toEqual(['ERP-1', code].sort());
    await send(`${item}-3`, { description: 'Newer', barcodes: [{ code, unit: 'case', quantity: 1 }] });
    expect(await onDevices(item)).toEqual([{ code, unit: 'case', quantity: 1 }]);
    const taken = await (await desk()).do('unknown_codes.unbind', { code, reason: 'wrong pack' });
    expect(taken.problem.code).toBe('unknown_codes.of_erp');
  });

  test('two supervisors who bind it at once bind it once', async () => {
    const [one, other] = [await goods(), await goods()];
    await reported(one.code);
    const desks = await Promise.all([desk(), Device.signIn(app(), 'A-3001')]);
    const said = await Promise.all(
      desks.map((each, index) =>
        each.do('unknown_codes.bind', { code: one.code, item: [one, other][index]?.item, ...bound }),
      ),
    );
    expect(said.map(({ outcome, problem }) => problem?.code ?? outcome).sort()).toEqual([
      ...['applied', 'unknown_codes.bound_already'],
    ]);
  });

  test('is unknown again when the binding is taken back', async () => {
    const { item, code } = await goods();
    await reported(code);
    const supervisor = await desk();
    await supervisor.do('unknown_codes.bind', { code, item, ...bound });
    const taken = await supervisor.do('unknown_codes.unbind', { code, reason: 'wrong pack' });
    expect(taken.outcome).toBe('applied');
    expect(await onDevices(item)).toEqual([]);
    expect(await rowOf(code)).toMatchObject({ status: 'open', item: null });
    const twice = await supervisor.do('unknown_codes.unbind', { code, reason: 'again' });
    expect(twice.problem.code).toBe('unknown_codes.not_bound');
  });

  test('is put aside where it stands for nothing, and asked about again when it is scanned again', async () => {
    const { code } = await goods();
    await reported(code);
    const supervisor = await desk();
    expect((await supervisor.do('unknown_codes.dismiss', { code, reason: 'a poster' })).outcome).toBe('applied');
    expect(await rowOf(code, 'dismissed')).toMatchObject({ reason: 'a poster' });
    expect((await supervisor.do('unknown_codes.dismiss', { code, reason: 'x' })).problem.code).toBe(
      'unknown_codes.not_open',
    );
    await reported(code);
    expect(await rowOf(code)).toMatchObject({ status: 'open', times: 2 });
  });

  test('of a GS1 label the GTIN is kept, not the lot and date of that one piece', async () => {
    const { item } = await goods();
    const gtin = app().dialect === 'sqlite' ? '04012345000016' : '04012345000023';
    const report = await reported(`(01)${gtin}(10)L77`);
    expect(report.result.unknownCode).toBe(gtin);
    await (await desk()).do('unknown_codes.bind', { code: gtin, item, ...bound });
    // Written with thirteen digits it is the same code.
    expect((await reported(gtin.slice(1))).result.item).toBe(item);
  });

  test('that looks like a misread GTIN is named so, and bound only by who has compared it', async () => {
    const { item } = await goods();
    const code = app().dialect === 'sqlite' ? '4012345000017' : '4012345000024';
    await reported(code);
    expect(await rowOf(code)).toMatchObject({ suspicion: { code: 'scan.check_digit' } });
    const supervisor = await desk();
    const refused = await supervisor.do('unknown_codes.bind', { code, item, ...bound });
    expect(refused.problem.code).toBe('unknown_codes.check_digit');
    const compared = await supervisor.do('unknown_codes.bind', { code, item, ...bound, acceptCheckDigit: true });
    expect(compared.outcome).toBe('applied');
  });

  test('what would mean two things is not bound', async () => {
    const { item, code } = await goods();
    const { item: other } = await goods();
    const supervisor = await desk();
    const bind = (asked: object) => supervisor.do('unknown_codes.bind', { code, item, ...bound, ...asked });
    expect((await bind({})).problem.code).toBe('unknown_codes.unknown');
    await reported(code);
    await new Erp(app()).sent({
      ...itemMessage(other, { barcodes: [{ code, unit: 'pcs', quantity: 1 }] }),
      messageId: `${other}-taken`,
    });
    expect((await bind({})).problem).toMatchObject({ code: 'unknown_codes.taken', params: { item: other } });
    await reported('A-01-01-1');
    expect((await bind({ code: 'A-01-01-1' })).problem.code).toBe('unknown_codes.names_other');
  });

  test.each([
    [{ item: 'NO-SUCH' }, 'item.unknown'],
    [{ unit: 'barrel' }, 'item.unit_unknown'],
    [{ quantity: 0 }, 'quantity.not_positive'],
    [{ quantity: 0.5 }, 'quantity.too_precise'],
  ])('bound to %o it is refused as %s', async (body, problem) => {
    const { item, code } = await goods();
    await reported(code);
    const refused = await (await desk()).do('unknown_codes.bind', { code, item, ...bound, ...body });
    expect(refused.problem.code).toBe(problem);
  });

  test('what can stand for no goods is not reported, and a worker decides nothing', async () => {
    expect((await reported('%CONFIRM')).problem.code).toBe('unknown_codes.no_code');
    const after = await (await worker()).do('unknown_codes.add_after', { report: 'nobody', after: ['X'] });
    expect(after.problem.code).toBe('unknown_codes.report_unknown');
    const { item, code } = await goods();
    await reported(code);
    const refused = await (await worker()).do('unknown_codes.bind', { code, item, ...bound });
    expect(refused.problem.code).toBe('auth.permit_missing');
    const { token } = await worker();
    const { status } = await app().call('GET', '/api/console/unknown-codes?warehouse=EAST', { as: token });
    expect(status).toBe(403);
  });
});
