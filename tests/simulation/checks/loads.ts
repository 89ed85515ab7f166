import type { SimNotice } from '../outside/sim-notices.ts';
import { cappedSystem } from '../world/seeded-database.ts';
import type { SimServer } from '../world/sim-server.ts';
import type { Deed } from './deeds.ts';
import { differencesOf, sumBy } from './exact.ts';
import type { KnownRegistration } from './registrations.ts';

interface LoadAnswer {
  readonly load: string;
  readonly sourceSystem: string;
  readonly madeBy: string;
  readonly lines: readonly {
    readonly order: string;
    readonly line: number;
    readonly expected: number;
    readonly registered: number;
    readonly overDeliveryPercent: number;
  }[];
}

/** How much more than planned may come of each line, in per cent, as far as anybody ever said; null: nobody can tell. */
export type Allowed = (load: string, order: string, line: number, now: number) => number | null;

/** Loads of which other things were announced in the meantime have no plan to compare with. */
export function allowedOn(deeds: readonly Deed[], notices: readonly SimNotice[]): Allowed {
  const raised = new Map<string, number>();
  for (const { type, body, made } of deeds) {
    if (type !== 'receiving.set_over_delivery' || !made) continue;
    const key = keyOf(String(body.load), String(body.order), Number(body.line));
    raised.set(key, Math.max(raised.get(key) ?? 0, Number(body.percent)));
  }
  const words = Map.groupBy(notices, ({ load }) => load);
  return (load, order, line, now) => {
    const isChanged = (words.get(load)?.length ?? 0) > 1;
    return isChanged ? null : Math.max(now, raised.get(keyOf(load, order, line)) ?? 0);
  };
}

/**
 * What an open load has of each line is what stands registered on it; where the source system caps loads, no more than
 * the largest share that anybody allowed. Whatever a person took upon themselves is beyond caps.
 */
export async function checkLoads(
  server: SimServer,
  token: string,
  registrations: readonly KnownRegistration[],
  allowed: Allowed,
): Promise<string[]> {
  const answer = await server.take({ method: 'GET', path: '/api/device/loads?warehouse=EAST', token });
  if (answer?.status !== 200) return [`the loads were answered ${answer?.status}`];
  const { items } = JSON.parse(answer.text) as { items: LoadAnswer[] };
  const open = new Set(items.map(({ load }) => load));
  const standing = registrations.filter(({ undoneAt, load = '' }) => undoneAt === undefined && open.has(load));
  const found = items.flatMap(({ load, lines }) =>
    lines.map(({ order, line, registered }) => ({ key: keyOf(load, order, line), registered })),
  );
  const approved = new Set(standing.filter(({ isApproved }) => isApproved).map(({ load }) => load));
  return [
    ...items.filter(({ load }) => !approved.has(load)).flatMap((load) => overCap(load, allowed)),
    ...differencesOf(
      sumBy(
        standing,
        ({ load = '', order, line }) => keyOf(load, order, line),
        ({ delta }) => delta?.quantity ?? 0,
      ),
      sumBy(
        found,
        ({ key }) => key,
        ({ registered }) => registered,
      ),
      (key, due, told) => `${key}: ${due} stand registered, the load says ${told}`,
    ),
  ];
}

function overCap({ load, sourceSystem, madeBy, lines }: LoadAnswer, allowed: Allowed): string[] {
  // A load that was made by what came is not capped by what was planned.
  if (sourceSystem !== cappedSystem || madeBy === 'registration') return [];
  return lines.flatMap(({ order, line, expected, registered, overDeliveryPercent }) => {
    const percent = allowed(load, order, line, overDeliveryPercent);
    const isWithin = percent === null || registered * 100 <= expected * (100 + percent) + 1e-6;
    return isWithin ? [] : [`${keyOf(load, order, line)}: ${registered} of ${expected} + ${percent} %`];
  });
}

function keyOf(load: string, order: string, line: number): string {
  return `${load} ${order} line ${line}`;
}
