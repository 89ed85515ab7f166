import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type FaceFacts, type FaceVerdict, judgeFace } from '#shared/replenishment/fill-face.ts';
import { lockFirst } from '../platform/db/locking.ts';
import { locationToLock } from '../platform/facts/locations.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { factsOfFaces } from './face-facts.ts';
import { howFull, limitedFacesOf } from './faces.queries.ts';
import { sendForParts } from './send-for-parts.ts';

/** `item` is the item's key. */
const body = z.strictObject({ location: z.string().min(1).max(64), item: z.string().min(1).max(200) });

type FillFaceBody = z.infer<typeof body>;

/** The server sees that a face holds less than it should, and sends somebody: nobody else does. */
export const fillFace = operation({ type: 'replenishment.fill_face', version: 1, body });

type ToFill = Extract<FaceVerdict, { state: 'to-fill' }>;

interface Plan extends ToFill {
  readonly facts: FaceFacts;
}

/**
 * Refusals, in this order: `auth.permit_missing` from anybody but the server itself; `replenishment.face_enough` another
 * node was quicker, or somebody brought some meanwhile; why nothing can be brought, as in `judgeFace`.
 */
export const fillFaceHandler = handler({ operation: fillFace, facts, decide, apply });

async function facts(
  trx: AppTrx,
  { operator, warehouse, body: { location, item } }: Command<FillFaceBody>,
): Promise<FaceFacts | null> {
  if (operator !== 'server') return null;
  await lockFirst(trx, locationToLock, { warehouse, code: location });
  const faces = await limitedFacesOf(trx, warehouse, [item], await dayIn(trx, warehouse, trx.now));
  const [face] = await howFull(
    trx,
    warehouse,
    faces.filter((one) => one.location === location),
  );
  return (face && (await factsOfFaces(trx, warehouse, [face])).get(face)) ?? null;
}

function decide(command: Command<FillFaceBody>, known: FaceFacts | null): Decision<Plan, Record<string, never>> {
  const { warehouse, body: asked } = command;
  if (command.operator !== 'server') {
    return refused(problem('auth.permit_missing', { operation: fillFace.type, warehouse }));
  }
  const verdict: FaceVerdict = known ? judgeFace(known) : { state: 'enough' };
  if (!known || verdict.state === 'enough') return refused(problem('replenishment.face_enough', asked));
  if (verdict.state === 'stuck') return refused(verdict.why);
  return applied({ ...verdict, facts: known }, {});
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<FillFaceBody>,
  { plan: { parts, priority, facts: known } }: { readonly plan: Plan },
): Promise<undefined> {
  await sendForParts(trx, { commandId, warehouse }, { item: known.item, face: known.face.code, parts, priority });
  return undefined;
}
