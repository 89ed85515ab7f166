import type { FlowView } from '../../../pwa/engine/view.ts';
import type { Chance } from '../world/chance.ts';
import type { Deed } from './answers.ts';
import type { Floor } from './floor.ts';
import { choose as chooseOf, detailOf, firstRow, keyOf, largeOf, press, scanText } from './reading.ts';

interface Here {
  readonly view: FlowView;
  readonly floor: Floor;
  readonly chance: Chance;
}

/** What a worker does where goods go out, by flow and step: what the screen asks for, most of the time. */
const deeds: Readonly<Record<string, (here: Here) => Deed>> = {
  'pick begin': beginPick,
  'pick zone': choose,
  'cluster begin': ({ chance }) => ({ give: { kind: 'number', quantity: chance.integer(2, 4), unit: '' } }),
  walk: goToStop,
  item: takeGoods,
  lot: ({ view, floor }) => scanText(largeOf(view) ?? floor.lot()),
  serials: takePiece,
  quantity: countGoods,
  less: choose,
  position: ({ view, chance }) => scanText(chance.happens(0.05) ? 'T1-9' : `T1-${largeOf(view)}`),
  tote: ({ view, chance }) =>
    chance.happens(0.4) ? scanText(`TOTE-${chance.integer(1, 9)}`) : press(view, 'put', 'without'),
  takeOver: ({ view, chance }) => press(view, chance.happens(0.3) ? 'confirm' : 'other', 'back'),
  put: putDown,
  'pack begin': chooseOrLeave,
  'pack carton': goOnPacking,
  'pack item': packGoods,
  'pack lot': choose,
  'pack quantity': countGoods,
  weigh: ({ view, chance }) => {
    const kilograms = chance.integer(1, 40) / 2;
    return chance.happens(0.5)
      ? { give: { kind: 'number', quantity: kilograms, unit: 'kg' } }
      : press(view, 'withoutWeight', 'back');
  },
  tracking: ({ view, chance }) =>
    chance.happens(0.5) ? scanText(`TRK-${chance.integer(1, 9999)}`) : press(view, 'withoutTracking', 'back'),
  'load begin': chooseOrLeave,
  door: ({ view, chance }) => scanText(largeOf(view) ?? chance.pick(['DOOR-01', 'DOOR-01', 'DOOR-02', 'STAGE-01'])),
  unit: loadUnit,
  off: ({ view, chance }) => unitOf(view, chance) ?? press(view, 'back', 'back'),
  lane: ({ chance }) => scanText(chance.pick(['STAGE-01', 'STAGE-02', 'DOOR-01'])),
  'ship begin': chooseWhatLeaves,
  check: ({ view, chance }) => {
    if (chance.happens(0.1)) return press(view, 'other', 'back');
    return press(view, 'confirm') ?? press(view, 'rest', 'other');
  },
  rest: choose,
  reason: choose,
  'fill begin': ({ view, chance }) => {
    const isBegun = view.options.length > 0 && chance.happens(0.8);
    return isBegun ? chooseOf(view, chance) : press(view, 'next', 'back');
  },
  fetch: goToReserve,
  'fill goods': takeGoods,
  'fill quantity': (here) => (here.chance.happens(0.3) ? press(here.view, 'whole') : undefined) ?? countGoods(here),
  'fill serials': (here) => (here.chance.happens(0.3) ? press(here.view, 'whole') : undefined) ?? takePiece(here),
  'fill put': bringToFace,
  why: choose,
};

/** Undefined: the flow has nothing to do with goods that go out. */
export function outwardDeed(view: FlowView, floor: Floor, chance: Chance): Deed | undefined {
  if (!outwardFlows.includes(view.flow)) return undefined;
  const deed = deeds[`${view.flow} ${view.step}`] ?? deeds[view.step];
  return deed?.({ view, floor, chance });
}

export const outwardFlows: readonly string[] = ['fill', 'pick', 'cluster', 'pack', 'load', 'ship'];

function beginPick({ view, floor, chance }: Here): Deed {
  const isBegun = view.options.length > 0;
  if (isBegun && chance.happens(0.6)) return choose({ view, floor, chance });
  if (chance.happens(0.05)) return press(view, 'zone', 'back');
  const order = floor.orderToShip();
  return order !== undefined && chance.happens(0.2) ? scanText(order) : press(view, 'next', 'back');
}

/** To the place that is told, or straight to the plate there. */
function goToStop({ view, floor, chance }: Here): Deed {
  const place = largeOf(view);
  if (place === undefined) return press(view, 'put') ?? press(view, 'giveBack') ?? { leave: true };
  const plate = detailOf(view, 'putAway.plate');
  if (plate !== undefined && chance.happens(0.3)) return { scan: floor.plateLabel(plate.replaceAll(/\s/g, '')) };
  if (chance.happens(0.03)) return scanText(chance.pick(floor.locations));
  const other = chance.happens(0.12) ? chance.pick(['put', 'skip', 'skip', 'tote', 'giveBack']) : undefined;
  return (other && press(view, other)) || scanText(place);
}

/** To where goods stand in reserve, or straight to the plate there. */
function goToReserve({ view, floor, chance }: Here): Deed {
  const place = largeOf(view);
  if (place === undefined) return { leave: true };
  const plate = detailOf(view, 'putAway.plate');
  if (plate !== undefined && chance.happens(0.3)) return { scan: floor.plateLabel(plate.replaceAll(/\s/g, '')) };
  return chance.happens(0.06) ? press(view, 'giveBack', 'back') : scanText(place);
}

function bringToFace({ view, floor, chance }: Here): Deed {
  const face = largeOf(view);
  if (face === undefined) return { leave: true };
  return scanText(chance.happens(0.1) ? chance.pick(floor.locations) : face);
}

function takeGoods({ view, floor, chance }: Here): Deed {
  const { about } = view.prompt;
  const item = typeof about === 'string' ? floor.itemNamed(about) : undefined;
  const plate = detailOf(view, 'putAway.plate');
  if (plate !== undefined && chance.happens(0.4)) return { scan: floor.plateLabel(plate.replaceAll(/\s/g, '')) };
  if (!item) return press(view, 'other', 'back');
  if (chance.happens(0.1)) return press(view, chance.pick(['less', 'less', 'other']), 'back');
  const other = floor.substituteFor(item, detailOf(view, 'pick.order') ?? '');
  if (other && chance.happens(0.45)) return { scan: floor.labelOf(other) };
  if (chance.happens(0.03)) return { scan: floor.labelOf(chance.pick(floor.items)) };
  const lot = detailOf(view, 'receive.lot');
  const serial = detailOf(view, 'receive.serial');
  return { scan: floor.labelOf(item, { ...(lot !== undefined && { lot }), ...(serial !== undefined && { serial }) }) };
}

function takePiece({ view, floor, chance }: Here): Deed {
  const serial = largeOf(view) ?? firstRow(view);
  if (serial === undefined || chance.happens(0.05)) return press(view, 'less') ?? scanText(floor.serial());
  return scanText(serial);
}

/** As many as are asked for; now and then fewer are there, or somebody miscounts. */
function countGoods({ view, chance }: Here): Deed {
  const { ask } = view.prompt;
  const { quantity: told, left, unit: of } = (typeof ask === 'object' && ask.params) || {};
  const [number, shownUnit] = String(told ?? '').split(' ');
  const wanted = Number(told === undefined ? left : number);
  const unit = String(told === undefined ? of : shownUnit);
  const isShort = chance.happens(0.12);
  const quantity = isShort ? Math.floor(wanted / 2) : chance.happens(0.03) ? wanted + 1 : wanted;
  if (!Number.isFinite(quantity) || quantity <= 0) return press(view, 'less', 'back');
  return { give: { kind: 'number', quantity, unit } };
}

const putPlaces = [...Array(6).fill('PACK-01'), 'STAGE-01', 'STAGE-02', 'DOOR-01', 'B-01-01-1'] as const;

function putDown({ view, floor, chance }: Here): Deed {
  if (view.options.length > 0 && chance.happens(0.1)) return choose({ view, floor, chance });
  const more = chance.happens(0.2) ? press(view, 'more') : undefined;
  if (more) return more;
  const told = largeOf(view);
  if (told !== undefined && chance.happens(0.5)) return scanText(told);
  if (keyOf(view.prompt.ask) === 'pick.nothingInHand') return { leave: true };
  return scanText(chance.pick(putPlaces));
}

/** A carton that is open is filled before another one is taken, most of the time. */
function goOnPacking(here: Here): Deed {
  const open = here.view.options.find(({ value }) => value !== undefined);
  if (open && here.chance.happens(0.8)) return { give: { kind: 'choice', key: open.key } };
  return choose(here);
}

function packGoods({ view, floor, chance }: Here): Deed {
  const rows = view.prompt.rows ?? [];
  if (rows.length === 0) return press(view, 'done') ?? press(view, 'in') ?? { leave: true };
  const { title, detail } = chance.pick(rows);
  const [item, lot] = (typeof detail === 'string' ? detail : '').split(' · ');
  const known = floor.itemNamed(`${item} · ${title}`);
  if (chance.happens(0.08)) return press(view, 'out') ?? press(view, 'in') ?? press(view, 'other', 'back');
  if (chance.happens(0.1)) return press(view, 'done', 'in');
  if (!known || chance.happens(0.04)) return { scan: floor.labelOf(chance.pick(floor.items)) };
  return { scan: floor.labelOf(known, { ...(lot !== undefined && { lot }) }) };
}

function loadUnit({ view, floor, chance }: Here): Deed {
  if (chance.happens(0.08)) return press(view, 'off') ?? press(view, 'door', 'done');
  if (chance.happens(0.04)) {
    const plates = floor.papers.waiting.flatMap(({ cartons }) => cartons.map(({ carton }) => carton));
    if (plates.length > 0) return { scan: floor.plateLabel(chance.pick(plates)) };
  }
  return unitOf(view, chance) ?? (chance.happens(0.5) ? press(view, 'done', 'done') : { leave: true });
}

function unitOf(view: FlowView, chance: Chance): Deed | undefined {
  const plate = firstRow(view);
  if (plate !== undefined && (view.options.length === 0 || chance.happens(0.6))) return scanText(plate);
  return view.options.length > 0 ? { give: { kind: 'choice', key: chance.pick(view.options).key } } : undefined;
}

function chooseWhatLeaves(here: Here): Deed {
  const { view, floor, chance } = here;
  const { waiting } = floor.papers;
  if (waiting.length === 0 || chance.happens(0.3)) return chooseOrLeave(here);
  const { shipment, orders } = chance.pick(waiting);
  if (chance.happens(0.1) && view.options.length > 0) return chooseOrLeave(here);
  return scanText(chance.happens(0.75) ? shipment : (orders[0] ?? shipment));
}

function chooseOrLeave(here: Here): Deed {
  return here.view.options.length === 0 ? { leave: true } : choose(here);
}

function choose({ view, chance }: Here): Deed {
  return chooseOf(view, chance);
}
