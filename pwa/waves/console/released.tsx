import type { WavesResult } from '#shared/waves/wave.ts';
import { useDesk } from '../../ui/console/context.ts';
import { waveHref } from './paths.ts';

/** What releasing some orders came to: the wave, how much the floor got to do, and how many orders lack goods. */
export function Released({ of: { wave, work, shortages, inProgress } }: { readonly of: WavesResult }) {
  const { say, format } = useDesk();
  const lacking = new Set(shortages.map(({ order }) => order)).size;
  return (
    <p role="status">
      {wave !== '' && <a href={waveHref(wave)}>{wave}</a>}{' '}
      {say(inProgress ? 'waves.released.filling' : 'waves.released.works', { count: format.number(work.length) })}
      {lacking > 0 && <b class="desk-bad"> {say('waves.released.lacking', { count: format.number(lacking) })}</b>}
    </p>
  );
}
