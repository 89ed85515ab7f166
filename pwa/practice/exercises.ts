import type { FlowView } from '../engine/view.ts';
import type { AidKey } from '../ui/aid-words.ts';
import { grouped } from '../ui/grouped.ts';
import { items, type PretendNames, papers, places, plates } from './pretend-stock.ts';

/** A label that lies around in an exercise: tapped, or scanned from the screen by another device. */
export interface PretendLabel {
  readonly id: string;
  readonly symbology: 'code128' | 'ean13' | 'gs1-128';
  /** What the encoder gets; GS1 codes in brackets. */
  readonly drawn: string;
  /** What a scanner would type. */
  readonly scan: string;
  readonly title: string;
  readonly kind: 'paper' | 'item' | 'plate' | 'place';
  /** What prompts call it. */
  readonly names: readonly string[];
}

export interface Exercise {
  readonly flow: 'receive' | 'put-away' | 'pick';
  readonly title: AidKey;
  readonly about: AidKey;
  /** How often what is begun has to be finished. */
  readonly rounds: number;
  readonly labels: (names: PretendNames) => readonly PretendLabel[];
}

export const exercises: readonly Exercise[] = [
  {
    flow: 'receive',
    title: 'practice.receive',
    about: 'practice.receive.about',
    rounds: 1,
    labels: (names) => [
      paper(papers.inbound, names.supplier),
      item('coffee', names),
      item('tea', names),
      ...plates.free.map((sscc) => plate(sscc)),
      place(places.shelves[0]),
    ],
  },
  {
    flow: 'put-away',
    title: 'practice.putAway',
    about: 'practice.putAway.about',
    rounds: 2,
    labels: () => [...plates.waiting.map((sscc) => plate(sscc)), ...places.shelves.map((code) => place(code))],
  },
  {
    flow: 'pick',
    title: 'practice.pick',
    about: 'practice.pick.about',
    rounds: 1,
    labels: (names) => [
      paper(papers.outbound, names.customer),
      ...places.shelves.map((code) => place(code)),
      item('coffee', names),
      item('tea', names),
      place(places.staging),
    ],
  },
];

function paper(number: string, whose: string): PretendLabel {
  const named = { id: number, scan: number, drawn: number, names: [number] };
  return { ...named, symbology: 'code128', title: `${number} · ${whose}`, kind: 'paper' };
}

function item(which: keyof typeof items, names: PretendNames): PretendLabel {
  const { number, barcode } = items[which];
  const named = { id: number, scan: barcode, drawn: barcode, names: [number, names[which]] };
  return { ...named, symbology: 'ean13', title: names[which], kind: 'item' };
}

function plate(sscc: string): PretendLabel {
  const named = { id: sscc, scan: `]C100${sscc}`, drawn: `(00)${sscc}`, names: [sscc, grouped(sscc)] };
  return { ...named, symbology: 'gs1-128', title: `… ${sscc.slice(-5)}`, kind: 'plate' };
}

function place(code: string): PretendLabel {
  return { id: code, symbology: 'code128', drawn: code, scan: code, title: code, kind: 'place', names: [code] };
}

/** What the step wants to have scanned, where that is not said by its own words. */
const kindWanted: Readonly<Record<string, PretendLabel['kind']>> = {
  'receive.order': 'paper',
  'receive.plate': 'plate',
  'put-away.plate': 'plate',
  'pick.begin': 'paper',
};

/**
 * The label that is right at a step; null where none is, because something is typed or pressed. Whatever can be read off
 * the step's own words comes from there, so a step that asks for something else leads there by itself. `shown`: all texts
 * of the prompt and of the first choice. `used`: labels that were right before, of which each is there once.
 */
export function rightLabel(
  view: Pick<FlowView, 'flow' | 'step' | 'accepts'>,
  shown: readonly string[],
  labels: readonly PretendLabel[],
  used: readonly string[],
): PretendLabel | null {
  const wanted = kindWanted[`${view.flow}.${view.step}`];
  const left = labels.filter(({ id }) => !used.includes(id));
  if (wanted !== undefined) return left.find(({ kind }) => kind === wanted) ?? null;
  const accepted = left.filter(({ kind }) => view.accepts.some((scan) => kindOf[scan] === kind));
  return accepted.find(({ names }) => names.some((name) => shown.some((text) => text.includes(name)))) ?? null;
}

const kindOf: Readonly<Partial<Record<FlowView['accepts'][number], PretendLabel['kind']>>> = {
  document: 'paper',
  item: 'item',
  licensePlate: 'plate',
  location: 'place',
};
