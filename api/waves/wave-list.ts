import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { WaveDetail, WaveFinish, WaveRow } from '#shared/waves/console.ts';
import { finishOf, type Pace } from '#shared/waves/finish.ts';
import type { Shortage } from '#shared/waves/plan-release.ts';
import type { WaveProgress } from '#shared/waves/wave.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { finishShown } from './finish-shown.ts';
import { measuredPaces, usualPace } from './pace.ts';
import {
  linesCounted,
  ordersCounted,
  ordersOfWaveShown,
  ordersUnderWay,
  type WaveColumns,
  worksCounted,
} from './wave-list.queries.ts';
import { readWork } from './work-list.ts';

/** As much work of a wave as is shown with it. */
const worksShown = 500;

/** Waves with how far each is. */
export async function waveRows(read: Runner, waves: readonly WaveColumns[], now: number): Promise<WaveRow[]> {
  const numbers = waves.map(({ wave }) => wave);
  if (numbers.length === 0) return [];
  const orders = byWave(await ordersCounted(read, numbers));
  const works = byWave(await worksCounted(read, numbers));
  const lines = byWave(await linesCounted(read, numbers));
  const underWay = Map.groupBy(await ordersUnderWay(read, numbers), ({ wave }) => wave ?? '');
  const finishing = finishesOf(read, now);
  const rows: WaveRow[] = [];
  for (const row of waves) {
    const { wave } = row;
    const ofWork = { done: Number(works.get(wave)?.done ?? 0), of: Number(works.get(wave)?.works ?? 0) };
    const isDone = row.status === 'released' && ofWork.of > 0 && ofWork.done === ofWork.of;
    const { done, of } = JSON.parse(row.document) as Partial<WaveProgress>;
    const isFilled = row.status === 'processing' && done !== undefined && of !== undefined;
    const dueAts = (underWay.get(wave) ?? []).map(({ due_at: at }) => (at === null ? null : Number(at)));
    const ofLines = { done: Number(lines.get(wave)?.done ?? 0), of: Number(lines.get(wave)?.lines ?? 0) };
    rows.push({
      wave,
      name: row.name,
      status: isDone ? 'completed' : row.status,
      template: row.template,
      madeBy: row.made_by,
      createdAt: instant(row.created_at),
      releasedAt: row.released_at === null ? null : instant(row.released_at),
      orders: Number(orders.get(wave)?.orders ?? 0),
      leftOut: Number(orders.get(wave)?.left_out ?? 0),
      filling: isFilled ? { done, of } : null,
      works: ofWork,
      lines: ofLines,
      short: Number(lines.get(wave)?.short ?? 0),
      late: dueAts.filter((at) => at !== null && at < now).length,
      finish: await finishing(row, ofLines, dueAts),
    });
  }
  return rows;
}

/** Reckons for one wave after the other; what is the same for those of a warehouse is read once. */
function finishesOf(read: Runner, now: number) {
  const measured = new Map<string, ReadonlyMap<string, Pace>>();
  const usual = new Map<string, Pace>();
  return async (
    { wave, warehouse, status, template }: WaveColumns,
    { done, of }: { readonly done: number; readonly of: number },
    dueAts: readonly (number | null)[],
  ): Promise<WaveFinish | null> => {
    if (status !== 'released' || done === of) return null;
    const paces = measured.get(warehouse) ?? (await measuredPaces(read, warehouse, now));
    measured.set(warehouse, paces);
    const key = `${warehouse} ${template ?? ''}`;
    const pace = paces.get(wave) ?? usual.get(key) ?? (await usualPace(read, warehouse, template, now));
    if (!pace.isMeasured) usual.set(key, pace);
    return finishShown(finishOf(of - done, pace, dueAts, now));
  };
}

/** A wave with its orders, what each lacks, and its work. */
export async function waveDetailOf(read: Runner, whole: WaveColumns, row: WaveRow, now: number): Promise<WaveDetail> {
  const orders = await ordersOfWaveShown(read, whole.wave);
  const shortages = orders.map(({ shortages: text }) => JSON.parse(text) as Shortage[]);
  const items = await itemsByKey(
    read,
    shortages.flat().map(({ item }) => item),
  );
  const decimals = new Map(items.map((item) => [item.key, item.decimals]));
  const { items: workItems } = await readWork(
    read,
    { warehouse: whole.warehouse, wave: whole.wave, limit: worksShown },
    now,
  );
  return {
    ...row,
    orderItems: orders.map((order, index) => ({
      sourceSystem: order.source_system,
      order: order.order_number,
      status: order.status,
      shortages: (shortages[index] ?? []).map(({ line, item, quantityBase, reason }) => ({
        line,
        item: itemNumberOf(item),
        quantity: fromBase(quantityBase, decimals.get(item) ?? 0),
        reason,
      })),
    })),
    workItems,
  };
}

function byWave<Row extends { readonly wave: string | null }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.wave ?? '', row]));
}
