import { type Decision, type Held, held, type Refused, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotDock } from '#shared/ledger/arriving-goods.ts';
import { overDelivery } from './over-delivery.ts';
import { type RegisterPlatePlan, registered } from './plan-plates.ts';
import type { PlateFacts } from './plate-facts.ts';
import { goodsLeft, type PlateGoods, whyNotGoods, whyNotTogether } from './plate-goods.ts';
import { isLoadNews, type RegisterResult } from './register.ts';
import type { RegisterPlateBody } from './register-body.ts';
import { roomOf } from './spread.ts';
import { isNews, whyNotPlates, whyNotThere } from './why-not-plates.ts';

/**
 * One scan of a plate that a notice announces registers everything that is to be on it, and on the plates on it.
 *
 * Refusals, in this order: `receiving.plate_not_announced` (held when it was until after `knownAt`);
 * `receiving.plate_other_warehouse`; `receiving.plate_on_other_load`; `receiving.load_completed` (held when it was
 * completed after `knownAt`); `receiving.order_not_on_plate` the order named is not for anything on it;
 * `receiving.plate_received` all of it is registered already; `receiving.plate_begun` some of it was registered item by
 * item, and nobody says that the rest is as announced; `receiving.plate_changed`, always held: what is announced is not
 * what the device had shown; `receiving.location_unknown`, `receiving.location_not_receiving`;
 * `receiving.plate_elsewhere`, `receiving.plate_put_away` one of the plates holds goods at another place. Then for its
 * lines, the first one's problem with an error for each: `receiving.line_unknown`, `receiving.order_closed` (held when
 * it was closed after `knownAt`), `receiving.line_closed`, lot, expiry and serials as in `whyNotGoods`, then
 * `receiving.serial_repeated` and `receiving.expiry_conflict` between two of them; at last `receiving.over_delivery`
 * and `receiving.load_over_delivery`, of each order line all plates together.
 */
export function decideRegisterPlate(
  command: Command<RegisterPlateBody>,
  facts: PlateFacts,
): Decision<RegisterPlatePlan, RegisterResult> {
  const isApproved = command.approvedBy !== undefined;
  const why = whyNotPlates(command, facts);
  if (why) return isNews(why, facts) || isLoadNews(why, facts) ? held(why) : refused(why);
  const { location, load } = facts;
  const noPlace = whyNotDock(command.body, location);
  if (noPlace || !location || !load) return refused(noPlace ?? problem('receiving.location_unknown', { location: '' }));
  const elsewhere = whyNotThere(facts, { warehouse: command.warehouse, here: location.code });
  if (elsewhere) return refused(elsewhere);
  const goods = goodsLeft(facts, command.body);
  const alone = goods.flatMap((each) => whyNotGoods(each, facts, isApproved) ?? []);
  const faults = alone.length > 0 ? alone : whyNotTogether(goods);
  const [first] = faults;
  if (first) {
    const all = problem(first.code, first.params, faults.map(errorOf));
    return first.code === 'receiving.order_closed' && facts.isOrderNews ? held(all) : refused(all);
  }
  return (isApproved ? null : tooMuch(goods, facts)) ?? registered(command, facts, location, goods);
}

function errorOf(fault: Problem): FieldError {
  return { pointer: '/body/licensePlate', code: fault.code, ...(fault.params && { params: fault.params }) };
}

function tooMuch(goods: readonly PlateGoods[], facts: PlateFacts): Refused | Held | null {
  const { overReceipt } = facts.settings;
  const byLine = Map.groupBy(goods, ({ expected }) => `${expected.order} ${expected.lineNumber}`);
  for (const ofLine of byLine.values()) {
    const quantityBase = ofLine.reduce((sum, each) => sum + each.quantityBase, 0);
    const expected = ofLine[0]?.expected;
    if (!expected?.line || quantityBase <= roomOf(expected.line, overReceipt)) continue;
    const { load, registeredSinceBase } = facts;
    return overDelivery(
      { lines: [expected.line], load, overReceipt, registeredSinceBase },
      expected.item,
      quantityBase,
    );
  }
  return null;
}
