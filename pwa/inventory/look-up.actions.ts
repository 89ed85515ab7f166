import type { Found } from '#shared/inventory/look-up.ts';
import type { LabelDetails } from '#shared/scan/scan.ts';
import { type Action, type FlowStep, go, type Input, type Need, say, type World } from '../engine/flow.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { foundFor, rowsAtOnce, rowsOf } from './look-up.answer.ts';
import { blindNeeds, whyBlind } from './look-up.blind.ts';
import type { LookUpStates, Meant } from './look-up.states.ts';
import { paperDetails } from './look-up-paper.answer.ts';
import { whyOf } from './look-up-why.answer.ts';

/** The same at every step: whatever is scanned next is shown next. The steps need `unknownNeeds`. */
export function anything(): NonNullable<FlowStep<LookUpStates, object>['scan']> {
  return {
    item: (_state, scan, world) =>
      whyBlind(scan, world) ??
      goodsIn(scan, world) ??
      go('item', { item: `${scan.sourceSystem ?? ''}:${scan.item}` }, scan.item),
    location: (_state, scan, world) =>
      whyBlind(scan, world) ?? go('location', { location: scan.location }, scan.location),
    licensePlate: (_state, scan, world) =>
      whyBlind(scan, world) ?? go('plate', { licensePlate: scan.licensePlate }, grouped(scan.licensePlate)),
    document: (_state, scan, world) => {
      if (scan.documentType === 'work') return go('work', { work: scan.document }, scan.document);
      if (scan.documentType === 'inbound-load') return loadOf(scan.document, world);
      if (scan.documentType !== 'inbound-order') return codeOf(scan.document);
      return go('order', { order: `${scan.sourceSystem ?? ''}:${scan.document}` }, scan.document);
    },
    details: (_state, scan, world) => goodsIn(scan, world) ?? say('lookUp.labelSaysNothing', { text: scan.text }),
    unknown: (_state, scan, world) => {
      if (scan.refused) return say(scan.code, scan.params);
      return goodsIn({ lot: scan.lot ?? scan.text, serial: scan.serial ?? scan.text }, world) ?? codeOf(scan.text);
    },
  };
}

function loadOf(load: string, world: World) {
  const orders = (world.thing('inboundLoad', load)?.orders ?? []).map(({ order }) => order);
  return go('load', { load, orders }, load);
}

function codeOf(code: string) {
  return go('code', { code, chosen: null }, code);
}

/** What a step looks at when something is scanned: goods with that lot or serial, and whether it is being counted. */
export function unknownNeeds(_state: object, input: Input | null): readonly Need[] {
  if (input?.kind !== 'scan') return [];
  const { scan } = input;
  const blind = blindNeeds(scan);
  if (scan.kind !== 'unknown' && scan.kind !== 'details' && scan.kind !== 'item') return blind;
  const text = scan.kind === 'unknown' ? scan.text : '';
  return [...blind, { list: snapshotCode.serial(scan.serial ?? text) }, { list: snapshotCode.lot(scan.lot ?? text) }];
}

/** The serial, or the lot, of a label that the device knows goods of; else whichever the label names. */
function goodsIn({ lot, serial }: Pick<LabelDetails, 'lot' | 'serial'>, world: World) {
  const isKnown = (code: string) => world.list(code).length > 0;
  if (serial !== undefined && isKnown(snapshotCode.serial(serial))) return goodsOf('serial', serial);
  if (lot !== undefined && isKnown(snapshotCode.lot(lot))) return goodsOf('lot', lot);
  return null;
}

function goodsOf(kind: 'lot' | 'serial', code: string) {
  return go('goods', { kind, code }, code);
}

/** What is to come and what was, where the server has told of it. */
export function moreActions<State>(
  of: (state: State, world: World) => Meant | null,
): Readonly<Record<string, Action<LookUpStates, State>>> {
  const told = (state: State, world: World) => {
    const asked = of(state, world);
    return asked && foundFor(asked, world);
  };
  const onTo = (step: 'expected' | 'whose' | 'papers' | 'history') => (state: State, world: World) => {
    const asked = of(state, world);
    return asked ? go(step, asked) : say('lookUp.gone');
  };
  return {
    expected: {
      label: 'lookUp.showExpected',
      when: (state, world) => (told(state, world)?.expected.length ?? 0) > 0,
      run: onTo('expected'),
    },
    rest: {
      label: 'lookUp.showRest',
      when: (state, world) => {
        const found = told(state, world);
        return found !== null && rowsOf(found).length > rowsAtOnce;
      },
      run: (state, world) => {
        const asked = of(state, world);
        return asked ? go('rest', { ...asked, from: rowsAtOnce }) : say('lookUp.gone');
      },
    },
    whose: {
      label: 'lookUp.showWhose',
      when: (state, world) => {
        const found = told(state, world);
        return found !== null && !isOwnList(found) && found.promised.length + found.shipped.length > 0;
      },
      run: onTo('whose'),
    },
    papers: {
      label: 'lookUp.showDetails',
      when: (state, world) => {
        const paper = told(state, world)?.paper;
        return paper !== undefined && paperDetails(paper).length > 0;
      },
      run: onTo('papers'),
    },
    why: {
      label: 'lookUp.showWhy',
      when: (state, world) => {
        const found = told(state, world);
        return found !== null && waits(found) && whyOf(found) !== null;
      },
      run: (state, world) => {
        const found = told(state, world);
        const why = found && whyOf(found);
        return why ? go('why', why) : say('lookUp.gone');
      },
    },
    history: {
      label: 'lookUp.showHistory',
      when: (state, world) => {
        const found = told(state, world);
        return found !== null && found.history.length + (found.paper?.turns.length ?? 0) > 0;
      },
      run: onTo('history'),
    },
  };
}

/** Its lines say for whom it is. */
function isOwnList({ kind }: Found): boolean {
  return kind === 'outboundOrder' || kind === 'shipment' || kind === 'work';
}

/** Whether anybody could ask why nobody picks it: not all of it is free, or it has not left yet. */
function waits({ paper, stock, kind }: Found): boolean {
  if (paper) return paper.status !== 'closed' && paper.status !== 'shipped' && paper.status !== 'cancelled';
  return kind !== 'order' && (stock.length === 0 || stock.some(({ available, onHand }) => available < onHand));
}
