import { type FlowStep, type Row, say, type Verdict, type World } from './flow.ts';

/** How a piece is named: its label is scanned, or its serial number typed. A label of goods without one names no piece. */
export function serialEntry<States extends { [Step in keyof States]: object }, State>(
  take: (state: State, serial: string, world: World) => Verdict<States>,
): Required<Pick<FlowStep<States, State>, 'scan' | 'enter'>> {
  const labelled = (
    state: State,
    { serial, text }: { readonly serial?: string; readonly text: string },
    world: World,
  ): Verdict<States> => (serial === undefined ? say('receive.noSerial', { text }) : take(state, serial, world));
  return {
    scan: {
      details: labelled,
      item: labelled,
      unknown: (state, scan, world) =>
        scan.refused ? say(scan.code, scan.params) : take(state, scan.serial ?? scan.text, world),
    },
    enter: {
      kind: 'text',
      label: 'receive.serial',
      maxLength: 64,
      run: (state, text, world) => take(state, text.trim(), world),
    },
  };
}

const lastShown = 3;

/** The numbers that were scanned last, the newest first: what a step back takes away is in sight, and no list of hundreds. */
export function lastSerials(serials: readonly string[]): Row[] {
  return serials
    .slice(-lastShown)
    .reverse()
    .map((title) => ({ title }));
}
