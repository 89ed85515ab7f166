import { handsOf } from '#shared/ledger/location-type.ts';
import { whyNotOnto } from '#shared/picking/into-hands.ts';
import { type FlowStep, go, refuse, say, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { AtWork, PickStates } from './pick.states.ts';
import { toteDetail } from './tote.ts';
import { inHandOf, progressOf, walkNeeds, worksOf } from './walk.ts';

/** Which tote are the goods laid into? An empty one, or one that is in hand already; its label may say anything. */
export const toteStep: FlowStep<PickStates, AtWork> = {
  prompt: (state, world) => ({
    ask: words('pick.scanTote'),
    ...(inHandOf(state, world).length > 0 && { about: words('pick.scanToteAbout') }),
    details: toteDetail(state, world),
    ...progressOf(worksOf(state, world)),
  }),
  needs: (state, input) => {
    const needs = walkNeeds(state);
    const code = input?.kind === 'text' ? input.text.trim() : input?.kind === 'scan' ? codeOf(input.scan) : null;
    return code === null ? needs : [...needs, { kind: 'licensePlate', key: code }];
  },
  scan: {
    licensePlate: (state, { licensePlate }, world) => laidInto(state, licensePlate, world),
    unknown: (state, scan, world) => (scan.refused ? say(scan.code, scan.params) : laidInto(state, scan.text, world)),
  },
  enter: {
    kind: 'text',
    label: 'pick.tote',
    maxLength: 64,
    run: (state, text, world) => laidInto(state, text.trim(), world),
  },
  actions: {
    put: {
      label: 'pick.bring',
      emphasis: 'primary',
      when: (state, world) => inHandOf(state, world).length > 0,
      run: (state) => go('put', { ...state, only: null }),
    },
    without: { label: 'pick.withoutTote', run: ({ works }) => go('walk', { works, tote: null }) },
  },
};

function codeOf(scan: { readonly kind: string; readonly text: string; readonly licensePlate?: string }): string | null {
  if (scan.kind === 'licensePlate') return scan.licensePlate ?? scan.text;
  return scan.kind === 'unknown' ? scan.text : null;
}

function laidInto({ works }: AtWork, tote: string, world: World): Verdict<PickStates> {
  const plate = world.thing('licensePlate', tote);
  const location = plate && plate.contents.length > 0 ? plate.location : null;
  const target = { number: tote, isNew: plate === undefined, warehouse: world.warehouse, location };
  const why = whyNotOnto(target, handsOf(world.operator), world.warehouse);
  return why ? refuse(why) : go('walk', { works, tote }, grouped(tote));
}
