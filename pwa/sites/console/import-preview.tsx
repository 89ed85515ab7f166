import type { ImportReport, ImportRow } from '#shared/sites/import.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Panel, type Tone } from '../../ui/console/parts.tsx';

const tones: Readonly<Record<ImportRow['outcome'], Tone>> = {
  created: 'good',
  changed: 'info',
  unchanged: 'quiet',
  refused: 'bad',
};

/** As many rows as somebody looks through; the numbers tell of all. */
const rowsShown = 300;

/** What a file does, or would do: the sums, and the rows, those that are wrong first. */
export function ImportPreview({ report }: { readonly report: ImportReport }) {
  const { say, format } = useDesk();
  const wrong = report.rows.filter(({ outcome }) => outcome === 'refused');
  const others = report.rows.filter(({ outcome }) => outcome === 'created' || outcome === 'changed');
  const rows = [...wrong, ...others];
  const headline = report.applied ? 'import.done' : report.refused > 0 ? 'import.isWrong' : 'import.wouldDo';
  return (
    <Panel title={say(headline)}>
      <p class="desk-sums" role="status">
        {(['created', 'changed', 'unchanged', 'refused'] as const).map((outcome) => (
          <Chip key={outcome} tone={report[outcome] === 0 ? 'quiet' : tones[outcome]}>
            {format.number(report[outcome])} {say.label('outcome', outcome)}
          </Chip>
        ))}
      </p>
      {rows.length > 0 && (
        <div class="desk-table-frame">
          <table class="desk-table" aria-label={say('import.rows')}>
            <thead>
              <tr>
                <th scope="col" class="is-number">
                  {say('import.row')}
                </th>
                <th scope="col">{say('setup.code')}</th>
                <th scope="col">{say('status')}</th>
                <th scope="col">{say('import.wrong')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, rowsShown).map((row) => (
                <Row key={row.row} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > rowsShown && (
        <p class="desk-quiet">{say('setup.andMore', { count: format.number(rows.length - rowsShown) })}</p>
      )}
    </Panel>
  );
}

function Row({ row: { row, code, outcome, errors } }: { readonly row: ImportRow }) {
  const { say, format } = useDesk();
  return (
    <tr>
      <td class="is-number" data-head={say('import.row')}>
        {format.number(row)}
      </td>
      <td data-head={say('setup.code')}>
        <code>{code ?? '–'}</code>
      </td>
      <td data-head={say('status')}>
        <Chip tone={tones[outcome]}>{say.label('outcome', outcome)}</Chip>
      </td>
      <td data-head={say('import.wrong')}>
        {errors.map((error) => (
          <p key={`${error.pointer} ${error.code}`}>
            <code>{error.pointer.split('/').slice(2).join('/')}</code>{' '}
            {error.value !== null && <code class="desk-fault-value">{String(error.value)}</code>} {say.problem(error)}
          </p>
        ))}
      </td>
    </tr>
  );
}
