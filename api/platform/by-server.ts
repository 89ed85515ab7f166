import type { Operation } from '#shared/command/operation.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import { server } from './auth.ts';
import { instant } from './clock.ts';
import type { Services } from './services.ts';
import type { CommandResult } from './settled.ts';

/** Has a command carried out that the server itself makes. */
export async function byServer(
  { store, pipeline, clock, random }: Services,
  { type, version }: Pick<Operation, 'type' | 'version'>,
  warehouse: string,
  body: Record<string, unknown>,
): Promise<CommandResult> {
  const id = uuidV7(clock.now(), random.bytes(10));
  const envelope = { id, type, version, device: 'server', warehouse, body };
  return store.write((trx) => pipeline.judge(trx, { ...envelope, occurredAt: instant(trx.now) }, server));
}
