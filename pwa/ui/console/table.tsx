import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Selection } from './use-selection.ts';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
}

interface TableProps<Row> {
  /** What the table holds; for those who hear it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Where a row leads. */
  readonly href: (row: Row) => string;
  /** What the link of a row reads; its first column. */
  readonly name: (row: Row) => ComponentChildren;
  readonly nameHead: string;
  readonly isMarked?: (row: Row) => boolean;
  /** A box before each row that may be selected. */
  readonly selection?: Selection<Row>;
}

/** The row that was opened last: where the keyboard stands when its list is seen again. */
let lastOpened = '';

/**
 * A dense table that the keyboard drives: up and down, Home and End, Enter opens. One stop for the Tab key; the row that
 * was opened last has it again on the way back.
 */
export function Table<Row>({
  label,
  rows,
  columns,
  rowKey,
  href,
  name,
  nameHead,
  isMarked,
  selection,
}: TableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const current = rows.findIndex((row) => href(row) === lastOpened);
  const isBack = current >= 0;
  useEffect(() => {
    if (isBack) body.current?.querySelector<HTMLElement>('a[data-row][tabindex="0"]')?.focus({ preventScroll: false });
  }, [isBack]);
  return (
    <div class="desk-table-frame">
      <table class="desk-table" aria-label={label}>
        <thead>
          <tr>
            {selection && <HeadBox selection={selection} rows={rows} />}
            <th scope="col">{nameHead}</th>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" class={isNumber ? 'is-number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={moveByKey}>
          {rows.map((row, index) => (
            <tr key={rowKey(row)} class={isMarked?.(row) ? 'is-marked' : undefined} onClick={openRow}>
              {selection && <RowBox selection={selection} row={row} />}
              <td data-head={nameHead} class="desk-row-name">
                <a
                  data-row
                  href={href(row)}
                  tabIndex={index === Math.max(0, current) ? 0 : -1}
                  onClick={() => {
                    lastOpened = href(row);
                  }}
                >
                  {name(row)}
                </a>
              </td>
              {columns.map(({ head, cell, isNumber }) => (
                <td key={head} data-head={head} class={isNumber ? 'is-number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BoxProps<Row> {
  readonly selection: Selection<Row>;
}

/** Selects all that are shown and may be, or none of them. */
function HeadBox<Row>({
  selection: { has, set, may, allName },
  rows,
}: BoxProps<Row> & { readonly rows: readonly Row[] }) {
  const able = rows.filter(may);
  const count = able.filter(has).length;
  return (
    <th scope="col" class="desk-row-box">
      <input
        type="checkbox"
        aria-label={allName}
        disabled={able.length === 0}
        checked={count > 0 && count === able.length}
        indeterminate={count > 0 && count < able.length}
        onChange={({ currentTarget: { checked } }) => set(able, checked)}
      />
    </th>
  );
}

function RowBox<Row>({ selection: { has, set, may, nameOf }, row }: BoxProps<Row> & { readonly row: Row }) {
  return (
    <td class="desk-row-box">
      {may(row) && (
        <input
          type="checkbox"
          aria-label={nameOf(row)}
          checked={has(row)}
          onChange={({ currentTarget: { checked } }) => set([row], checked)}
        />
      )}
    </td>
  );
}

/** The whole row is a target for the mouse, unless text is being marked or another link of the row was meant. */
function openRow(event: MouseEvent): void {
  const target = event.target as Element;
  const isOwnLink = target.closest('a, button, input, label') !== null;
  if (isOwnLink || getSelection()?.toString() !== '') return;
  (event.currentTarget as Element).querySelector<HTMLAnchorElement>('a[data-row]')?.click();
}

function moveByKey(event: KeyboardEvent): void {
  const links = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('a[data-row]')];
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const to = targetOf(event.key, at, links.length - 1);
  if (to === null) return;
  event.preventDefault();
  links[at]?.setAttribute('tabindex', '-1');
  links[to]?.setAttribute('tabindex', '0');
  links[to]?.focus();
}

function targetOf(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(at + 1, last);
    case 'ArrowUp':
    case 'k':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
