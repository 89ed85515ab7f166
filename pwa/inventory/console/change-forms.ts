import type { StockLine } from '#shared/inventory/stock-line.ts';
import { reasonCodes } from '#shared/ledger/reason-code.ts';
import { statusReasons } from '#shared/ledger/restated.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';
import type { Field } from '../../ui/console/fields.tsx';
import type { ConsoleKey, Speak } from '../../ui/console/words.ts';

/** What may be done with goods where they are. */
export type Change = 'status' | 'adjust' | 'hold';

/** What is filled in, by the members of a command's body. */
export interface ChangeDraft {
  readonly quantity?: number | null;
  readonly to?: string;
  readonly reason: string;
  readonly document?: string | null;
  readonly note?: string | null;
}

interface Form {
  readonly type: string;
  readonly name: ConsoleKey;
  /** What will happen. */
  readonly text: ConsoleKey;
  readonly start: (row: StockLine) => ChangeDraft;
  readonly fields: (say: Speak, row: StockLine) => readonly Field[];
  readonly bodyOf: (row: StockLine, draft: ChangeDraft) => object;
}

/** How each change is asked for, and the command that carries it out. */
export const changeForms: Readonly<Record<Change, Form>> = {
  status: {
    type: 'inventory.change_status',
    name: 'stock.status',
    text: 'stock.status.text',
    start: ({ onHand, inventoryStatus }) => ({
      quantity: onHand,
      to: inventoryStatus === 'available' ? 'blocked' : 'available',
      reason: 'quality',
    }),
    fields: (say, { inventoryStatus, serial, unit }) => [
      {
        kind: 'choice',
        pointer: '/to',
        label: say('stock.newStatus'),
        options: inventoryStatuses
          .filter((status) => status !== inventoryStatus)
          .map((value) => ({ value, name: say.label('status', value) })),
      },
      ...(serial === null ? [quantityField(say, unit, 0)] : []),
      reasonField(say, statusReasons),
    ],
    bodyOf: (row, { quantity, to, reason }) => ({
      ...(row.licensePlate === null ? { location: row.location } : { licensePlate: row.licensePlate }),
      ...goodsOf(row),
      ...(row.serial === null && typeof quantity === 'number' && { quantity, unit: row.unit }),
      to,
      reason,
    }),
  },
  adjust: {
    type: 'inventory.adjust',
    name: 'stock.adjust',
    text: 'stock.adjust.text',
    start: () => ({ quantity: null, reason: 'correction', document: null }),
    fields: (say, { unit }) => [
      quantityField(say, unit, -mostAdjusted, say('stock.adjust.quantity')),
      reasonField(say, reasonCodes),
      {
        kind: 'text',
        pointer: '/document',
        label: say('stock.adjust.document'),
        help: say('stock.adjust.document.help'),
        longest: 64,
        isOptional: true,
      },
    ],
    bodyOf: (row, { quantity, reason, document }) => ({
      location: row.location,
      ...(row.licensePlate !== null && { licensePlate: row.licensePlate }),
      ...goodsOf(row),
      quantity: quantity ?? 0,
      unit: row.unit,
      reason,
      ...(document && { document: document.trim() }),
    }),
  },
  hold: {
    type: 'inventory.hold_lot',
    name: 'stock.hold',
    text: 'stock.hold.text',
    start: () => ({ reason: 'recall', note: null }),
    fields: (say) => [
      reasonField(say, statusReasons),
      { kind: 'text', pointer: '/note', label: say('stock.hold.note'), longest: 500, isOptional: true },
    ],
    bodyOf: ({ item, sourceSystem, lot }, { reason, note }) => ({
      item,
      sourceSystem,
      lot,
      reason,
      ...(note && { note }),
    }),
  },
};

/** Nobody corrects more than this by one line. */
const mostAdjusted = 999_999_999;

function goodsOf({ item, sourceSystem, lot, serial, inventoryStatus }: StockLine): object {
  return {
    item,
    sourceSystem,
    inventoryStatus,
    ...(lot !== null && { lot }),
    ...(serial !== null && { serials: [serial] }),
  };
}

function quantityField(say: Speak, unit: string, minimum: number, label = say('stock.quantity')): Field {
  const named = `${label} (${unit})`;
  return { kind: 'number', pointer: '/quantity', label: named, minimum, step: 'any' };
}

/** The reasons of a list, for people to choose from. */
export function reasonField(say: Speak, reasons: readonly string[]): Field {
  const options = reasons.map((value) => ({ value, name: say.label('reasonCode', value) }));
  return { kind: 'choice', pointer: '/reason', label: say('reason'), options };
}
