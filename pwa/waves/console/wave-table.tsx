import type { WaveRow } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Bad, Done } from '../../ui/console/outbound-parts.tsx';
import { When } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import { FinishTime } from './finish.tsx';
import { Maker, WaveState } from './parts.tsx';
import { waveHref } from './paths.ts';

/** Waves with how far each is. */
export function WaveTable({ waves }: { readonly waves: readonly WaveRow[] }) {
  const { say, format } = useDesk();
  const columns: readonly Column<WaveRow>[] = [
    { head: say('status'), cell: ({ status }) => <WaveState code={status} /> },
    { head: say('waves.orders'), cell: ({ orders }) => format.number(orders), isNumber: true },
    { head: say('waves.lines'), cell: ({ filling, lines }) => <Done of={filling ?? lines} /> },
    {
      head: say('waves.outlook.finish'),
      cell: ({ finish }) => (finish ? <FinishTime of={finish} /> : <span class="desk-none">–</span>),
    },
    { head: say('waves.late'), cell: ({ late }) => <Bad count={late} />, isNumber: true },
    { head: say('waves.short'), cell: ({ short }) => <Bad count={short} />, isNumber: true },
    { head: say('waves.leftOut'), cell: ({ leftOut }) => <Bad count={leftOut} />, isNumber: true },
    { head: say('waves.madeBy'), cell: ({ madeBy }) => <Maker by={madeBy} /> },
    { head: say('waves.madeAt'), cell: ({ createdAt }) => <When at={createdAt} /> },
  ];
  return (
    <Table
      label={say('waves')}
      rows={waves}
      columns={columns}
      rowKey={({ wave }) => wave}
      href={({ wave }) => waveHref(wave)}
      nameHead={say('waves.wave')}
      name={({ wave, name }) => (
        <>
          <code>{wave}</code> {name}
        </>
      )}
      isMarked={({ late }) => late > 0}
    />
  );
}
