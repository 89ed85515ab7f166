import type { WaveProgress } from '#shared/waves/wave.ts';
import { nextName } from '../platform/counter.ts';
import type { AppTrx } from '../platform/store.ts';
import { progressOfWave } from './waves.queries.ts';
import { gatherOrder, insertWave, setProgress, showWorkOfWave } from './write-release.queries.ts';

/** Makes a wave of a command; answers its number. */
export async function makeWave(
  trx: AppTrx,
  made: {
    readonly warehouse: string;
    readonly name: string;
    readonly template: string | null;
    readonly madeBy: string;
    readonly status: 'created' | 'released';
  },
): Promise<string> {
  const wave = await nextName(trx, 'wave', 'WV');
  const at = made.status === 'released' ? trx.now : null;
  await trx.one(insertWave, { wave, ...made, at: trx.now, processedAt: at, releasedAt: at });
  return wave;
}

/** From now on a wave is filled part by part by the server itself. */
export async function beginParts(
  trx: AppTrx,
  wave: string,
  parts: readonly { readonly key: string; readonly part: number }[],
  target: WaveProgress['target'],
): Promise<void> {
  for (const { key: orderKey, part } of parts) await trx.one(gatherOrder, { wave, orderKey, part });
  const progress: WaveProgress = { done: 0, of: parts.length, target, loads: {} };
  await trx.one(setProgress, { wave, status: 'processing', document: JSON.stringify(progress) });
}

/** What a wave that is being filled has made is shown to the floor, and so is what it makes from now on. */
export async function showWhileFilled(trx: AppTrx, wave: string): Promise<void> {
  const progress = await progressOf(trx, wave);
  if (!progress || progress.target === 'released') return;
  await trx.one(showWorkOfWave, { wave });
  const document = JSON.stringify({ ...progress, target: 'released' });
  await trx.one(setProgress, { wave, status: 'processing', document });
}

/** How far a wave is that is or was filled part by part; null where it never was. */
export async function progressOf(trx: AppTrx, wave: string): Promise<WaveProgress | null> {
  const row = await trx.one(progressOfWave, { wave });
  const document = JSON.parse(row?.document ?? '{}') as Partial<WaveProgress>;
  const { done, of, target, loads } = document;
  if (done === undefined || of === undefined || target === undefined) return null;
  return { done, of, target, loads: loads ?? {} };
}
