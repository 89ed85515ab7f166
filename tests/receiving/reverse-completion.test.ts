import { describe, expect, test } from 'vitest';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideReverseCompletion,
  type ReverseCompletionBody,
  type ReverseCompletionFacts,
  type ReversedDocument,
  type ReversedLine,
} from '#shared/receiving/reverse-completion.ts';

const receipt: ReversedDocument = {
  number: 'SR-1',
  version: 1,
  kind: 'shipment-receipt',
  warehouse: 'EAST',
  isActive: true,
  postingStatus: 'ready',
};
const line: ReversedLine = {
  order: 'DEMO:PO-1',
  line: 1,
  orderedBase: 10,
  underPercent: 0,
  receivedBase: 10,
  onReceiptsBase: 10,
  status: 'received',
};
const order = { key: 'DEMO:PO-1', number: 'PO-1', status: 'received' };
const facts: ReverseCompletionFacts = {
  document: receipt,
  load: 'LD-1',
  receipts: [receipt],
  orders: [order],
  lines: [line],
};

function command(warehouse = 'EAST'): Command<ReverseCompletionBody> {
  return {
    id: 'c1',
    type: 'receiving.reverse_completion',
    version: 1,
    device: 'console',
    warehouse,
    occurredAt: '2026-03-02T08:00:00Z',
    knownAt: null,
    operator: 'S-2001',
    body: { documentNumber: 'SR-1', reason: 'wrong truck' },
  };
}

/** Each row breaks all the rows behind it as well, so the first that says no is the one that is told. */
describe('refusals, in their order', () => {
  const ended = { ...order, status: 'closed_short' };
  const posted = { ...receipt, number: 'SR-2', postingStatus: 'posted' };
  const reversed = { ...receipt, isActive: false };
  test.each<[what: string, warehouse: string, changed: Partial<ReverseCompletionFacts>, code: string | null]>([
    ['no such document', 'WEST', { document: null, load: null }, 'document.unknown'],
    ['it tells of no load', 'WEST', { load: null, document: reversed }, 'document.not_reversible'],
    ['of another warehouse', 'WEST', { document: reversed }, 'receiving.document_elsewhere'],
    ['reversed already', 'EAST', { document: reversed, receipts: [posted], orders: [ended] }, 'document.reversed'],
    ['another of its completion is final', 'EAST', { receipts: [receipt, posted], orders: [ended] }, 'document.posted'],
    ['its order was ended', 'EAST', { orders: [ended] }, 'document.order_ended'],
    ['nothing stands against it', 'EAST', {}, null],
  ])('%s', (_, warehouse, changed, code) => {
    const decision = decideReverseCompletion(command(warehouse), { ...facts, ...changed });
    expect(decision.outcome === 'refused' ? decision.problem.code : null).toBe(code);
  });
});

describe('what a line and its order become', () => {
  test.each<
    [what: string, changed: Partial<ReversedLine>, line: [receivedBase: number, status: string], order: string]
  >([
    ['all of it came with this load', {}, [0, 'open'], 'open'],
    ['a part came before', { receivedBase: 10, onReceiptsBase: 4 }, [6, 'open'], 'partially_received'],
    ['what came before is enough', { receivedBase: 13, onReceiptsBase: 3 }, [10, 'received'], 'received'],
    [
      'enough, less what may be missing',
      { receivedBase: 12, onReceiptsBase: 3, underPercent: 10 },
      [9, 'received'],
      'received',
    ],
    ['it was still open', { receivedBase: 6, onReceiptsBase: 6, status: 'open' }, [0, 'open'], 'open'],
    ['its ERP closed it', { receivedBase: 6, onReceiptsBase: 6, status: 'closed' }, [0, 'closed'], 'received'],
  ])('%s', (_, changed, expectedLine, expectedOrder) => {
    const decision = decideReverseCompletion(command(), { ...facts, lines: [{ ...line, ...changed }] });
    if (decision.outcome !== 'applied') throw new Error('it was not applied');
    const { lines, orders } = decision.plan;
    expect(lines.map(({ receivedBase, status }) => [receivedBase, status])).toEqual([expectedLine]);
    expect(orders).toEqual([{ order: 'DEMO:PO-1', status: expectedOrder }]);
  });

  test('a line that the receipts do not tell of stays as it is, and keeps its order open', () => {
    const other = { ...line, line: 2, receivedBase: 0, onReceiptsBase: 0, status: 'open' };
    const decision = decideReverseCompletion(command(), { ...facts, lines: [line, other] });
    expect(decision).toMatchObject({ outcome: 'applied', plan: { lines: [{ line: { line: 1 } }] } });
  });
});

test('every receipt of the completion is reversed, the one asked for first', () => {
  const receipts = ['SR-0', 'SR-1', 'SR-2'].map((number) => ({ ...receipt, number }));
  const decision = decideReverseCompletion(command(), { ...facts, receipts });
  expect(decision).toMatchObject({
    outcome: 'applied',
    entries: [],
    result: {
      documents: [
        { documentNumber: 'SR-1', version: 1 },
        { documentNumber: 'SR-0', version: 1 },
        { documentNumber: 'SR-2', version: 1 },
      ],
    },
  });
});
