import { closeCarton } from '#shared/packing/close-carton.ts';
import { type FlowStep, go, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import { isAllPacked } from './item.steps.ts';
import { cartonPrompt, doorsNeed } from './left.ts';
import type { AtCarton, PackStates } from './pack.states.ts';

/** What does it weigh? */
export const weighStep: FlowStep<PackStates, AtCarton> = {
  prompt: (state, world) => ({
    ...cartonPrompt(state, world, words('pack.weigh')),
    large: grouped(state.carton),
    details: [],
  }),
  needs: ({ shipment }) => [{ kind: 'shipment', key: shipment }, doorsNeed],
  enter: {
    kind: 'number',
    units: () => ['kg'],
    whole: () => [],
    run: (state, { quantity }) =>
      go('tracking', { ...state, weight: quantity }, words('pack.weighs', { weight: quantity })),
  },
  actions: {
    withoutWeight: { label: 'pack.withoutWeight', run: (state) => go('tracking', { ...state, weight: null }) },
  },
};

/** No carrier's number is longer. */
const longestTracking = 64;

/** The carrier's number, from the label that is stuck on it. */
export const trackingStep: FlowStep<PackStates, PackStates['tracking']> = {
  prompt: (state, world) => ({
    ...cartonPrompt(state, world, words('pack.scanTracking')),
    large: grouped(state.carton),
    details: [],
  }),
  needs: ({ shipment }) => [{ kind: 'shipment', key: shipment }, doorsNeed],
  scan: {
    unknown: (state, scan, world) => (scan.refused ? say(scan.code, scan.params) : closed(state, scan.text, world)),
    details: (state, { text }, world) => closed(state, text, world),
    licensePlate: (state, { text, licensePlate }, world) =>
      licensePlate === state.carton ? say('pack.scanTracking') : closed(state, text, world),
  },
  enter: {
    kind: 'text',
    label: 'pack.tracking',
    maxLength: longestTracking,
    run: (state, text, world) => closed(state, text, world),
  },
  actions: {
    withoutTracking: {
      label: 'pack.withoutTracking',
      emphasis: 'primary',
      run: (state, world) => closed(state, undefined, world),
    },
  },
};

function closed(
  { shipment, carton, weight }: PackStates['tracking'],
  tracking: string | undefined,
  world: World,
): Verdict<PackStates> {
  const trackingNumber = tracking?.trim();
  const length = trackingNumber?.length ?? 0;
  if (length > longestTracking) return say('scan.too_long', { length, limit: longestTracking });
  const body = { carton, ...(weight !== null && { weight }), ...(trackingNumber && { trackingNumber }) };
  const then = isAllPacked(shipment, world)
    ? go('begin', { closed: carton })
    : go('carton', { shipment, closed: carton });
  return submit(closeCarton, body, then, { told: words('pack.closed', { carton: grouped(carton) }) });
}
