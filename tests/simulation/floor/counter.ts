import type { FlowView } from '../../../pwa/engine/view.ts';
import type { Chance } from '../world/chance.ts';
import type { Deed } from './answers.ts';
import { type Floor, nameOf } from './floor.ts';
import type { Ground, Lying } from './ground.ts';
import { choose, detailOf, keyOf, largeOf, press, scanText } from './reading.ts';

/** What somebody is going to tell of goods: pieces with serial numbers together, whatever is on no plate as it lies. */
interface Told extends Omit<Lying, 'serial'> {
  readonly serials: readonly string[];
}

/**
 * Somebody who counts what lies before them. They look once more before they say that all is told, most of the time, and
 * take back what is not so any more; now and then they miscount.
 */
export class Counter {
  readonly #floor: Floor;
  readonly #ground: Ground;
  readonly #chance: Chance;
  /** Somebody who never scans a plate tells of all goods of an item together. */
  readonly #isByPlate: boolean;
  /** What is being told now. */
  #now: Told | undefined;

  constructor(floor: Floor, ground: Ground, chance: Chance) {
    this.#floor = floor;
    this.#ground = ground;
    this.#chance = chance;
    this.#isByPlate = chance.happens(0.7);
  }

  /** Undefined: it is another flow, or a step like any other. */
  async deed(view: FlowView): Promise<Deed | undefined> {
    if (view.flow !== 'count') return undefined;
    const { step } = view;
    if (step === 'begin') return this.#begin(view);
    if (step === 'place') return this.#goOn(view);
    if (step === 'goods') return this.#tell(view);
    const now = this.#now;
    if (!now) return { give: { kind: 'back' } };
    if (step === 'lot') return scanText(now.lot === '' ? this.#floor.lot() : now.lot);
    if (step === 'expiry') return this.#expiry(view, now);
    if (step === 'serials') return this.#serials(view, now);
    return step === 'quantity' ? this.#quantity(view, now) : undefined;
  }

  #begin(view: FlowView): Deed {
    const isAsked = view.options.length > 0 && this.#chance.happens(0.8);
    return isAsked ? choose(view, this.#chance) : scanText(this.#chance.pick(this.#floor.locations.slice(2)));
  }

  /** An item is counted wherever it is: to the next place that nobody told of. */
  async #goOn(view: FlowView): Promise<Deed> {
    const { about } = view.prompt;
    const told = new Set((view.prompt.rows ?? []).map(({ detail }) => String(detail).split(' · ')[0]));
    for (const location of this.#floor.locations.slice(2)) {
      if (told.has(location)) continue;
      const there = await this.#ground.at(location);
      if (there.some(({ item }) => about === nameOf(item))) return scanText(location);
    }
    return press(view, 'done', 'back');
  }

  async #tell(view: FlowView): Promise<Deed> {
    const location = largeOf(view) ?? '';
    const only = keyOf(view.prompt.ask) === 'count.scanItem' ? view.prompt.about : undefined;
    const there = await this.#ground.at(location);
    const wanted = this.#together(there.filter(({ item }) => only === undefined || only === nameOf(item)));
    const rows = (view.prompt.rows ?? []).filter(({ detail }) => String(detail).split(' · ')[0] === location);
    const left = [...wanted];
    let isWrong = false;
    for (const row of [...rows].reverse()) {
      const text = [row.title, String(row.detail).split(' · ')[1] ?? '', String(row.value).split(' ')[0]].join('|');
      const index = left.findIndex((each) => textOf(each) === text.replaceAll(/(?<=\d) (?=\d)/g, ''));
      if (index < 0) isWrong = true;
      else left.splice(index, 1);
    }
    if (isWrong && this.#chance.happens(0.8)) return press(view, 'last', 'done');
    const [next] = left;
    if (!next || (isWrong && this.#chance.happens(0.3))) return press(view, 'done') ?? press(view, 'empty', 'back');
    this.#now = next;
    const onPlate = detailOf(view, 'count.onPlate')?.replaceAll(' ', '') ?? '';
    if (onPlate !== next.licensePlate) {
      return next.licensePlate === ''
        ? press(view, 'loose', 'back')
        : { scan: this.#floor.plateLabel(next.licensePlate) };
    }
    const [serial] = next.serials;
    const of = { ...(next.lot !== '' && { lot: next.lot }), ...(serial !== undefined && { serial }) };
    return { scan: this.#floor.labelOf(next.item, of) };
  }

  #expiry(view: FlowView, { lot }: Told): Deed {
    if (this.#chance.happens(0.5)) return press(view, 'skip', 'back');
    return { give: { kind: 'date', date: this.#floor.expiryOf(lot) } };
  }

  #serials(view: FlowView, { serials }: Told): Deed {
    const told = new Set((view.prompt.rows ?? []).map(({ title }) => title));
    const next = serials.find((serial) => !told.has(serial));
    if (next === undefined || this.#chance.happens(0.03)) return press(view, 'done') ?? scanText(next ?? 'S0');
    return scanText(next);
  }

  #quantity(view: FlowView, { item, quantity }: Told): Deed {
    const wrong = Math.max(0, quantity + this.#chance.pick([-1, 1, -2]));
    const said = this.#chance.happens(0.1) ? wrong : quantity;
    if (view.entry?.kind !== 'number') return { give: { kind: 'back' } };
    return { give: { kind: 'number', quantity: said, unit: item.baseUnit } };
  }

  #together(there: readonly Lying[]): Told[] {
    const kinds = Map.groupBy(there, ({ item, licensePlate, lot }) => {
      return [item.sourceSystem, item.number, this.#isByPlate ? licensePlate : '', lot].join();
    });
    return [...kinds.values()].flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const serials = same.flatMap(({ serial }) => (serial === '' ? [] : [serial]));
      const quantity = Math.round(same.reduce((sum, each) => sum + each.quantity, 0) * 1000) / 1000;
      return [{ ...first, licensePlate: this.#isByPlate ? first.licensePlate : '', serials, quantity }];
    });
  }
}

/** As the screen lists what was told. */
function textOf({ item, lot, licensePlate, quantity }: Told): string {
  return [lot === '' ? item.number : `${item.number} · ${lot}`, licensePlate, String(quantity)].join('|');
}
