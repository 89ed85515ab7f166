import { useRef } from 'preact/hooks';
import type { StockLine } from '#shared/inventory/stock-line.ts';
import { onHoldStatus } from '#shared/ledger/stock-status.ts';
import type { Client, Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { type Change, type ChangeDraft, changeForms } from './change-forms.ts';

/** A change that was chosen for a row of stock. */
export interface Chosen {
  readonly change: Change;
  readonly row: StockLine;
}

/** Buttons for what may be done with a row, by whoever sits here. */
export function RowChanges({
  row,
  onChoose,
}: {
  readonly row: StockLine;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const { say, may } = useDesk();
  const isFrozen = row.inventoryStatus === onHoldStatus;
  const offered: readonly Change[] = [
    ...(isFrozen || row.onHand <= 0 ? [] : (['status'] as const)),
    'adjust',
    ...(row.lot === null || isFrozen ? [] : (['hold'] as const)),
  ];
  return (
    <span class="desk-row-buttons">
      {offered
        .filter((change) => may(changeForms[change].type))
        .map((change) => (
          <button
            key={change}
            type="button"
            class="is-small"
            aria-label={[say(changeForms[change].name), row.item, row.location, row.lot].filter(Boolean).join(' ')}
            onClick={() => onChoose({ change, row })}
          >
            {say(changeForms[change].name)}
          </button>
        ))}
    </span>
  );
}

/** Asks how goods are to be changed and has it done. */
export function ChangeStock({
  chosen: { change, row },
  onDone,
  onClose,
}: {
  readonly chosen: Chosen;
  /** It is done, or waits for a second person. */
  readonly onDone: (isWaiting: boolean) => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const isWaiting = useRef(false);
  const form = changeForms[change];
  return (
    <MakeNew
      title={[say(form.name), row.item, row.lot, row.location].filter(Boolean).join(' · ')}
      text={say(form.text)}
      confirm={say(form.name)}
      fields={form.fields(say, row)}
      start={form.start(row)}
      carryOut={async (draft) => {
        const outcome = await commanded(client, form.type, warehouse, form.bodyOf(row, draft as ChangeDraft));
        isWaiting.current = asksSecondPerson(outcome);
        return outcome;
      }}
      onMade={() => onDone(isWaiting.current)}
      onClose={onClose}
    />
  );
}

/** Sends a command; what is wrong with its body is told at the fields of the form. */
export async function commanded(
  client: Client,
  type: string,
  warehouse: string,
  body: object,
): Promise<Outcome<unknown>> {
  const outcome = await client.command(type, warehouse, body);
  if (!('problem' in outcome) || !outcome.problem.errors) return outcome;
  const errors = outcome.problem.errors.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/body/, '') }));
  return { problem: { ...outcome.problem, errors } };
}

/** What was asked for is done only once somebody else approves. */
export function asksSecondPerson(outcome: Outcome<unknown>): boolean {
  return 'data' in outcome && typeof (outcome.data as { approval?: unknown } | null)?.approval === 'string';
}
