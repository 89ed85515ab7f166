import type { Problem } from '#shared/kernel/problem.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { register } from '#shared/receiving/register.ts';
import type { AnyRegisterBody, RegisterBody } from '#shared/receiving/register-body.ts';
import { type Go, go } from '../engine/flow.ts';
import type { StoredEnvelope } from '../store/queued-command.ts';
import { problemWords, words } from '../ui/words.ts';
import type { Counted } from './goods.ts';
import type { ReceiveStates } from './receive.states.ts';

const serialAtFault: readonly string[] = ['receiving.serial_in_stock', 'receiving.serial_repeated'];
const tooOld: readonly string[] = ['receiving.expired', 'receiving.shelf_life_short'];

/**
 * Where a refused registration is put right. Of many serial numbers some were wrong: the others stay as they were
 * scanned, and only as many as are missing are asked for again. Goods that are good for too short a time, by what the
 * server knows of their lot, can be set aside. Null for anything else.
 */
export function mendRegistration(
  { type, body }: Pick<StoredEnvelope, 'type' | 'body'>,
  problem: Problem,
): Go<ReceiveStates> | null {
  const sent = body as unknown as AnyRegisterBody;
  if (type !== register.type || sent.item === undefined) return null;
  const goods = goodsSent(sent as RegisterBody);
  if (!goods) return null;
  if (tooOld.includes(problem.code)) return go('expired', withExpiry(goods, problem), problemWords(problem));
  const wrong = (problem.errors ?? []).filter(({ code }) => serialAtFault.includes(code)).map(({ pointer }) => pointer);
  if (wrong.length === 0) return null;
  const isWrong = (_: string, index: number) => wrong.includes(`/body/serials/${index}`);
  const serials = goods.serials.filter((serial, index) => !isWrong(serial, index));
  return go(
    'serial',
    { ...goods, serials, replaced: goods.serials.filter(isWrong) },
    words('receive.serialsLeft', { count: wrong.length }),
  );
}

function goodsSent(sent: RegisterBody): Counted | null {
  const { order, sourceSystem, item, quantity, unit, line, lot, expiryDate, location, licensePlate, serials } = sent;
  const { baseQuantity } = sent;
  if (order === undefined || sourceSystem === undefined) return null;
  return {
    ...{ order: `${sourceSystem}:${order}`, item: itemKey(sourceSystem, item), description: item },
    ...{ quantity, unit, counted: quantity, line: line ?? null, lot: lot ?? null, expiryDate: expiryDate ?? null },
    ...(baseQuantity !== undefined && { baseQuantity }),
    location: location ?? null,
    lastPlate: licensePlate ?? null,
    serials: serials ?? [],
    ...(sent.load !== undefined && { load: { number: sent.load, orders: [`${sourceSystem}:${order}`] } }),
  };
}

/** The date by which the server judged: the lot's, where none was sent. */
function withExpiry(goods: Counted, { params }: Problem): Counted {
  const { expiry } = params ?? {};
  return { ...goods, expiryDate: typeof expiry === 'string' ? expiry : goods.expiryDate };
}
