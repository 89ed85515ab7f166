import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { instant } from '#shared/kernel/fields.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { OutboundLoadStatus, ShipmentStatus } from './outbound.machine.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** Left out: a new load is made. */
  load: code.optional(),
  /** Shipments that go with it from now on, wherever they were planned. */
  shipments: z.array(code).max(500).optional(),
  carrier: z.string().trim().max(64).optional(),
  /** The door it is loaded at; null for none yet. */
  door: code.nullable().optional(),
  /** When it leaves; null for no time. */
  departsAt: instant.nullable().optional(),
});

export type PlanLoadBody = z.infer<typeof body>;

/** The planner says which truck takes which shipments, at which door, and when it leaves. */
export const planLoad = operation({ type: 'shipping.plan_load', version: 1, body });

export interface PlannedShipment {
  readonly shipment: string;
  readonly status: ShipmentStatus;
  readonly load: string;
  /** Something of it is on a truck already. */
  readonly isOnTruck: boolean;
}

export interface PlanLoadFacts {
  /** The load asked for; null where none was, or there is none. */
  readonly load: { readonly load: string; readonly status: OutboundLoadStatus } | null;
  readonly shipments: readonly PlannedShipment[];
  readonly unknown: readonly string[];
  /** The door asked for; null where none was, or there is none. */
  readonly door: { readonly code: string; readonly type: string } | null;
}

export interface PlanLoadPlan {
  /** Null: a new one. */
  readonly load: string | null;
  /** Shipments that change trucks. */
  readonly moved: readonly PlannedShipment[];
}

export interface PlanLoadResult {
  readonly load: string;
}

/**
 * Refusals, in this order: `shipping.load_unknown`, `shipping.load_gone`; `shipping.shipment_unknown`,
 * `shipping.already_confirmed`, `shipping.shipment_cancelled`, `shipping.on_truck` of the first shipment of which one is
 * so; `location.unknown`, `shipping.wrong_door`.
 */
export function decidePlanLoad(
  { body: asked }: Command<PlanLoadBody>,
  facts: PlanLoadFacts,
): Decision<PlanLoadPlan, PlanLoadResult> {
  const { load, shipments } = facts;
  const why = whyNotLoad(asked, facts) ?? whyNotShipments(facts) ?? whyNotDoor(asked, facts);
  if (why) return refused(why);
  const moved = shipments.filter((one) => one.load !== load?.load);
  return applied({ load: load?.load ?? null, moved }, { load: load?.load ?? '' });
}

function whyNotLoad({ load: asked }: PlanLoadBody, { load }: PlanLoadFacts): Problem | null {
  if (asked === undefined) return null;
  if (!load) return problem('shipping.load_unknown', { load: asked });
  const isGone = load.status === 'shipped' || load.status === 'cancelled';
  return isGone ? problem('shipping.load_gone', { load: load.load }) : null;
}

function whyNotShipments({ load, shipments, unknown: [unknown] }: PlanLoadFacts): Problem | null {
  if (unknown !== undefined) return problem('shipping.shipment_unknown', { shipment: unknown });
  for (const { shipment, status, isOnTruck, load: of } of shipments) {
    if (status === 'shipped') return problem('shipping.already_confirmed', { shipment });
    if (status === 'cancelled') return problem('shipping.shipment_cancelled', { shipment });
    if (isOnTruck && of !== load?.load) return problem('shipping.on_truck', { shipment, load: of });
  }
  return null;
}

function whyNotDoor({ door: asked }: PlanLoadBody, { door }: PlanLoadFacts): Problem | null {
  if (asked === undefined || asked === null) return null;
  if (!door) return problem('location.unknown', { location: asked });
  return door.type === 'door' ? null : problem('shipping.wrong_door', { location: door.code, type: door.type });
}

/** What a load is by its shipments that are not cancelled. */
export function loadStatusOf(shipments: readonly ShipmentStatus[]): OutboundLoadStatus {
  const left = shipments.filter((status) => status !== 'shipped');
  if (left.length > 0 && left.every((status) => status === 'loaded')) return 'loaded';
  if (shipments.some((status) => ['in_process', 'picked', 'loaded', 'shipped'].includes(status))) return 'in_process';
  return left.includes('waved') ? 'waved' : 'open';
}
