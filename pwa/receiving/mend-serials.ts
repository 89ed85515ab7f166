import type { Problem } from '#shared/kernel/problem.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { register } from '#shared/receiving/register.ts';
import type { AnyRegisterBody } from '#shared/receiving/register-body.ts';
import { type Go, go } from '../engine/flow.ts';
import type { StoredEnvelope } from '../store/queued-command.ts';
import { words } from '../ui/words.ts';
import type { Counted } from './goods.ts';
import type { ReceiveStates } from './receive.states.ts';

const atFault: readonly string[] = ['receiving.serial_in_stock', 'receiving.serial_repeated'];

/**
 * Of many serial numbers some were wrong: the others stay as they were scanned, and only as many as are missing are asked
 * for again. Null for anything that is not put right by other serial numbers.
 */
export function mendSerials(
  { type, body }: Pick<StoredEnvelope, 'type' | 'body'>,
  problem: Problem,
): Go<ReceiveStates> | null {
  const sent = body as unknown as AnyRegisterBody;
  const wrong = (problem.errors ?? []).filter(({ code }) => atFault.includes(code)).map(({ pointer }) => pointer);
  if (type !== register.type || sent.item === undefined || !sent.serials || wrong.length === 0) return null;
  const { order, sourceSystem, item, quantity, unit, line, lot, expiryDate, location, licensePlate } = sent;
  if (order === undefined || sourceSystem === undefined) return null;
  const goods: Counted = {
    ...{ order: `${sourceSystem}:${order}`, item: itemKey(sourceSystem, item), description: item },
    ...{ quantity, unit, counted: quantity, line: line ?? null, lot: lot ?? null, expiryDate: expiryDate ?? null },
    location: location ?? null,
    lastPlate: licensePlate ?? null,
    serials: sent.serials.filter((_, index) => !wrong.includes(`/body/serials/${index}`)),
    ...(sent.load !== undefined && { load: { number: sent.load, orders: [`${sourceSystem}:${order}`] } }),
  };
  return go('serial', goods, words('receive.serialsLeft', { count: wrong.length }));
}
