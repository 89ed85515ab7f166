import { describe, expect, test } from 'vitest';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import type { ManualReceipt, OnLoad, ReceivingLine, RegisterFacts } from '#shared/receiving/facts.ts';
import { decideRegister } from '#shared/receiving/register.ts';
import type { RegisterBody } from '#shared/receiving/register-body.ts';
import { commandWith, line, order, registerFacts } from '../support/receiving-facts.ts';

const good: RegisterBody = { order: 'PO-1', item: 'A0001', quantity: 4, unit: 'pcs' };
const load = { number: 'L1', warehouse: 'EAST', status: 'open', isPlanned: true, orders: ['DEMO:PO-1'] };
const announced = { load: 'L1', lines: [] };

function judge(body: Partial<RegisterBody>, facts: Partial<RegisterFacts>) {
  return decideRegister(commandWith('receiving.register', { ...good, ...body }), registerFacts(facts));
}

const withSettings = (settings: object, more: object = {}) => ({
  orders: [{ ...order, ...more, settings: { ...standardSettings, ...settings } }],
});
const blocked = withSettings({ overReceipt: 'block' });
const onLoad = (changes: Partial<OnLoad>): ReceivingLine => ({
  ...line,
  onLoad: { expectedBase: 4, overPercent: 0, registeredBase: 0, ...changes },
});

describe('loads say no in this order', () => {
  test.each<[string, Partial<RegisterBody>, Partial<RegisterFacts>, string]>([
    ['the plate is announced on another load', { load: 'L2' }, { announced, load: null }, 'plate_on_other_load'],
    ['nobody knows the load', { load: 'L2' }, { load: null }, 'load_unknown'],
    ['it is completed', {}, { announced, load: { ...load, status: 'received' } }, 'load_completed'],
    [
      'it may have several receipts, but over-receipt ends with completion',
      { load: 'L1' },
      {
        ...withSettings({ multipleReceiptsPerLoad: true, overReceipt: 'block-closed' }),
        load: { ...load, status: 'received' },
      },
      'load_completed',
    ],
    ['the order is not on it', {}, { announced, load: { ...load, orders: [] } }, 'order_not_on_load'],
    ['the order is on several', {}, { orders: [{ ...order, openLoads: ['L1', 'L2'] }] }, 'load_ambiguous'],
    ['loads are made by hand', {}, withSettings({ inboundLoadCreation: 'by-hand' }), 'load_required'],
    ['loads come with notices', {}, withSettings({ inboundLoadCreation: 'from-notice' }), 'load_required'],
  ])('where %s', (_, body, facts, code) => {
    expect(judge(body, facts)).toMatchObject({ outcome: 'refused', problem: { code: `receiving.${code}` } });
  });

  test('a load that others completed behind the device’s back keeps the goods for a decision', () => {
    const facts = { announced, load: { ...load, status: 'received' }, isOrderNews: true };
    expect(judge({}, facts)).toMatchObject({ outcome: 'held', problem: { code: 'receiving.load_completed' } });
  });

  test('a load that may have several receipts takes more and is open again', () => {
    const facts = { ...withSettings({ multipleReceiptsPerLoad: true }), load: { ...load, status: 'received' } };
    expect(judge({ load: 'L1' }, facts)).toMatchObject({ outcome: 'applied', plan: { load: 'L1', reopensLoad: true } });
  });
});

describe('the cap of a load', () => {
  test.each<[string, Partial<RegisterFacts>, number, string]>([
    ['what it is to bring', { ...blocked, load, lines: [onLoad({})] }, 4, 'applied'],
    ['one more', { ...blocked, load, lines: [onLoad({})] }, 5, 'receiving.load_over_delivery'],
    ['one more where nothing is blocked', { load, lines: [onLoad({})] }, 5, 'applied'],
    ['as much more as it may', { ...blocked, load, lines: [onLoad({ overPercent: 25 })] }, 5, 'applied'],
    ['what is left of it', { ...blocked, load, lines: [onLoad({ registeredBase: 3 })] }, 1, 'applied'],
    [
      'more than is left of it',
      { ...blocked, load, lines: [onLoad({ registeredBase: 3 })] },
      2,
      'receiving.load_over_delivery',
    ],
    ['more than the order takes', { ...blocked, load, lines: [onLoad({})] }, 12, 'receiving.over_delivery'],
    [
      'a line that it is not to bring',
      { ...blocked, load, lines: [{ ...line, onLoad: null }] },
      1,
      'receiving.load_over_delivery',
    ],
    ['a load that is not looked at', blocked, 11, 'applied'],
  ])('%s', (_, facts, quantity, expected) => {
    const decision = judge({ quantity }, facts);
    expect(decision.outcome === 'applied' ? 'applied' : decision.problem.code).toBe(expected);
  });

  test('the refusal says what the load may bring, and that the order would take more', () => {
    const facts = { ...blocked, load, lines: [onLoad({ expectedBase: 40, overPercent: 5 })].map(hundred) };
    expect(judge({ quantity: 45 }, facts)).toMatchObject({
      problem: { params: { load: 'L1', limit: 42, registered: 0, fits: 42, more: 45 } },
    });
  });

  const hundred = (each: ReceivingLine) => ({ ...each, orderedBase: 100, overPercent: 5, registeredBase: 60 });

  test('goods that others registered meanwhile are kept for a decision', () => {
    const facts = { ...blocked, load, lines: [onLoad({ registeredBase: 4 })], registeredSinceBase: 4 };
    expect(judge({}, facts)).toMatchObject({ outcome: 'held', problem: { code: 'receiving.load_over_delivery' } });
  });
});

describe('which line gets the goods', () => {
  const two = (first: Partial<ReceivingLine>, second: Partial<ReceivingLine>) => [
    { ...line, ...first },
    { ...line, line: 2, ...second },
  ];
  const bringing = (expectedBase: number): Partial<ReceivingLine> => ({
    onLoad: { expectedBase, overPercent: 0, registeredBase: 0 },
  });
  test.each<[string, ReceivingLine[], number, [number, number][]]>([
    ['the one that the plate announces', two({ announcedBase: 0 }, { announcedBase: 4 }), 4, [[2, 4]]],
    [
      'the one that the plate announces, then the older one',
      two({ announcedBase: 0 }, { announcedBase: 3 }),
      4,
      [
        [1, 1],
        [2, 3],
      ],
    ],
    ['the one that the load is to bring', two({ onLoad: null }, bringing(4)), 4, [[2, 4]]],
    [
      'what the load is to bring of each',
      two(bringing(1), bringing(3)),
      4,
      [
        [1, 1],
        [2, 3],
      ],
    ],
  ])('%s', (_, lines, quantity, expected) => {
    const decision = judge({ quantity }, { load, lines });
    if (decision.outcome !== 'applied') throw new Error(decision.problem.code);
    expect(decision.result.registrations.map((each) => [each.line, each.quantity])).toEqual(expected);
  });

  test('what fills an announcement of the plate says which', () => {
    const at = (position: number, lot: string | null, registeredBase: number) => ({
      ...{ position, order: 'DEMO:PO-1', line: 1, item: 'DEMO:A0001', lot, expectedBase: 4, registeredBase },
    });
    const facts = { load, announced: { load: 'L1', lines: [at(1, null, 4), at(2, 'L9', 0), at(3, null, 0)] } };
    const decision = judge({ licensePlate: 'P1' }, facts);
    expect(decision).toMatchObject({ plan: { registrations: [{ expectedLine: 3 }] } });
  });
});

describe('goods that nobody ordered', () => {
  const manual: ManualReceipt = {
    sourceSystems: ['DEMO'],
    isNewOrder: true,
    line: 1,
    isNewLine: true,
    registeredBase: 0,
    owner: 'DEMO',
    isPermitted: true,
    isAllowed: true,
  };
  const blind: Partial<RegisterBody> = { order: undefined, sourceSystem: 'DEMO' };
  test.each<[string, Partial<ManualReceipt>, string]>([
    ['nobody knows whose', { sourceSystems: [], isPermitted: false }, 'receiving.source_unknown'],
    ['they can be several systems’', { sourceSystems: ['A', 'B'], isPermitted: false }, 'receiving.source_ambiguous'],
    ['who asks may not', { isPermitted: false, isAllowed: false }, 'auth.permit_missing'],
    ['the source system wants none', { isAllowed: false }, 'receiving.manual_orders_off'],
  ])('are refused where %s', (_, changes, code) => {
    const decision = judge(blind, { manual: { ...manual, ...changes }, lines: [] });
    expect(decision).toMatchObject({ outcome: 'refused', problem: { code } });
  });

  test('are ordered exactly as they come', () => {
    const decision = judge(blind, { manual: { ...manual, line: 3, registeredBase: 2 }, lines: [] });
    expect(decision).toMatchObject({
      outcome: 'applied',
      plan: { registrations: [{ line: { line: 3, orderedBase: 6 }, quantityBase: 4 }], manual: { line: 3 } },
    });
  });
});
