import type { Operation } from '#shared/command/operation.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { CheckDigitRule } from '#shared/ledger/scan-rules.ts';
import type { ThingKind, Things } from '#shared/ledger/thing.ts';
import type { ScanKind, ScanOf } from '#shared/scan/scan.ts';
import type { ThingRef } from '../store/effects.ts';
import type { StoredEnvelope } from '../store/queued-command.ts';
import type { FoundThing, PlateState } from '../store/read-things.ts';
import type { KeyedWords, ProblemCode, TextKey, WordParams, Words } from '../ui/words.ts';
import { problemWords, words } from '../ui/words.ts';
import type { Answered } from './asked.ts';

/**
 * A flow is data: what the worker is asked at each step, and for each kind of answer one pure function
 * `(state, answer, world) → verdict`. One screen draws every step of every flow, `run.ts` steps it, `runner.ts` joins it
 * to storage and scanner.
 *
 * `States` names the steps and what is known at each: a step that does not exist, a state that lacks something and a
 * command with a wrong body are errors of the compiler at the place of the mistake.
 *
 *     interface States { plate: object; location: { readonly licensePlate: string } }
 *     export const putAway = flow<States>({
 *       id: 'put-away', permit: 'putaway.put', title: 'putAway.title', revision: 1,
 *       start: () => go('plate', {}),
 *       steps: { plate: { prompt: …, scan: { licensePlate: (state, scan) => go('location', { … }) } }, location: { … } },
 *     });
 */
export function flow<States extends { [Step in keyof States]: object }>(definition: Flow<States>): AnyFlow {
  return definition as unknown as AnyFlow;
}

export interface Flow<States> {
  readonly id: string;
  /** Who may do it: a permit of `shared/command/roles.ts`. */
  readonly permit: string;
  readonly title: TextKey;
  /** Raised when steps or states change so that what an older version stored cannot be gone on with. */
  readonly revision: number;
  /** It asks nothing of what is on plates, so those may be scanned whose goods are being counted and not told of. */
  readonly isBlind?: true;
  readonly start: () => Go<States>;
  /** Where a command of this flow that the server refused is put right; null where it is begun anew. */
  readonly mend?: (command: Pick<StoredEnvelope, 'type' | 'body'>, problem: Problem) => Go<States> | null;
  /** Codes of the problems that it puts right, for as long as its steps are not fetched. */
  readonly mends?: readonly string[];
  readonly steps: { readonly [Step in keyof States]: FlowStep<States, States[Step]> };
}

export interface FlowStep<States, State> {
  readonly prompt: (state: State, world: World) => Prompt;
  /** What of the snapshot this step looks at, besides what was scanned. `input` null: for the prompt alone. */
  readonly needs?: (state: State, input: Input | null) => readonly Need[];
  readonly scan?: { readonly [Kind in ScanKind]?: (state: State, scan: ScanOf<Kind>, world: World) => Verdict<States> };
  /** How many the scan of an item stands for counts here, so that a command barcode may multiply it. */
  readonly counts?: true;
  /** It asks for the plate of the goods: one that was scanned before they were known is offered, and taken by one press. */
  readonly offersPlate?: true;
  /** The code that the step is about and that nothing has, as was found out by and by: offered to be set aside. */
  readonly stranger?: (state: State, world: World) => string | null;
  readonly enter?: Entry<States, State>;
  /** Takes photos, by the ids they are kept under until the server has them. */
  readonly photo?: (state: State, photo: string, world: World) => Verdict<States>;
  readonly choose?: {
    readonly options: (state: State, world: World) => readonly Option[];
    readonly pick: (state: State, key: string, world: World) => Verdict<States>;
  };
  /** Buttons. One named like a command barcode (`done`, `skip`, `short`, `exception`) is pressed by scanning that. */
  readonly actions?: Readonly<Record<string, Action<States, State>>>;
}

export interface Action<States, State> {
  readonly label: TextKey;
  readonly emphasis?: 'primary' | 'plain';
  readonly when?: (state: State, world: World) => boolean;
  readonly run: (state: State, world: World) => Verdict<States>;
}

/** What the keypad takes. */
export type Entry<States, State> =
  | {
      readonly kind: 'number';
      /** Units to choose from; the first is the one shown. */
      readonly units: (state: State, world: World) => readonly string[];
      /** Of these units there are only whole ones: the keypad has no decimal point for them. */
      readonly whole: (state: State, world: World) => readonly string[];
      readonly suggested?: (state: State, world: World) => number | null;
      readonly run: (
        state: State,
        entered: { readonly quantity: number; readonly unit: string },
        world: World,
      ) => Verdict<States>;
    }
  | {
      readonly kind: 'text';
      readonly label: TextKey;
      readonly maxLength: number;
      readonly run: (state: State, text: string, world: World) => Verdict<States>;
    }
  | {
      readonly kind: 'date';
      readonly label: TextKey;
      /** `YYYY-MM-DD`. */
      readonly run: (state: State, date: string, world: World) => Verdict<States>;
    };

/** What a worker gives a step. */
export type Input =
  | { readonly kind: 'scan'; readonly scan: ScanOf<ScanKind> | AskedScan }
  | { readonly kind: 'number'; readonly quantity: number; readonly unit: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'photo'; readonly photo: string }
  | { readonly kind: 'choice'; readonly key: string }
  | { readonly kind: 'action'; readonly name: string }
  | { readonly kind: 'back' };

interface AskedScan {
  readonly kind: 'ambiguous';
  readonly text: string;
  readonly choices: readonly ScanOf<ScanKind>[];
}

/**
 * A thing or a list of the snapshot (a code of `snapshotCode`), a plate with the plates nested in it and the items on all
 * of them, a load with the orders that are on it by now, pick work with the places of its lines or with the shipment that
 * it is for by now, or an answer of the server (`asked`: what stands behind `/api/device/`, with a query), which is there
 * a moment later and only with a network.
 */
export type Need =
  | ThingRef
  | { readonly list: string }
  | { readonly goodsOn: string }
  | { readonly ordersOn: string }
  | { readonly placesOf: string }
  | { readonly shipmentOf: string }
  | { readonly asked: string };

/** The facts a step asked for, and a few that are always there. Reading what was not asked for is a bug and throws. */
export interface World {
  /** The device's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The instant, in milliseconds, by the server's clock as far as it is known. */
  readonly nowMs: number;
  /** The same code was scanned before and `again` was answered to it. */
  readonly isConfirmed: boolean;
  /** The next licence plate of the device's own range; null when there is none left. */
  readonly nextPlate: string | null;
  /** How places are confirmed here. */
  readonly checkDigits: CheckDigitRule;
  readonly warehouse: string;
  /** The badge of whoever works here. */
  readonly operator: string;
  thing<Kind extends ThingKind>(kind: Kind, key: string): Things[Kind] | undefined;
  list(code: string): readonly FoundThing[];
  /** When the device's copy was last up to date, by its clock; null: never. */
  readonly syncedAtMs: number | null;
  /** How far goods have got that this device registered on a plate; null: it registered none there, or long ago. */
  plateState(licensePlate: string): PlateState | null;
  /** Null: the server was not asked yet, or cannot be reached. */
  asked(path: string): Answered | null;
}

/** What a step shows. `ask` is the largest: what to do now. */
export interface Prompt {
  readonly ask: Words;
  /** The value that matters now, larger than all else: the location to go to, how many. */
  readonly large?: Words;
  /** What is read to who cannot look, where that is not the question: where to go, and how much to take there. */
  readonly aloud?: { readonly place: Words; readonly take: Words };
  /** What cannot be done now, and what to do instead. */
  readonly notice?: Words;
  /** What it is about: description of the item, supplier. */
  readonly about?: Words;
  readonly details?: readonly { readonly label: TextKey; readonly value: Words }[];
  readonly progress?: { readonly done: number; readonly of: number; readonly unit: TextKey };
  readonly rows?: readonly Row[];
}

export interface Row {
  readonly title: Words;
  readonly detail?: Words;
  readonly value?: Words;
  readonly tone?: 'good' | 'warn' | 'open';
}

export interface Option {
  readonly key: string;
  readonly title: Words;
  readonly detail?: Words;
  readonly value?: Words;
}

export type Verdict<States> = Go<States> | Say | Again | Submit<Go<States>> | Online<Go<States>>;

/** On to a step, with what is known there. `told` is what was understood, in words. */
export type Go<States> = {
  readonly [Step in keyof States]: {
    readonly verdict: 'go';
    readonly step: Step;
    readonly state: States[Step];
    readonly told: Words | null;
  };
}[keyof States];

export function go<const Step extends string, State extends object>(step: Step, state: State, told?: Words) {
  return { verdict: 'go' as const, step, state, told: told ?? null };
}

/** No: says why and what to do; the step stays as it is. */
export interface Say {
  readonly verdict: 'say';
  readonly words: KeyedWords;
}

export function say(key: TextKey | ProblemCode, params?: WordParams): Say {
  return { verdict: 'say', words: words(key, params) };
}

/** No, for a reason that a shared rule gave. */
export function refuse(problem: Problem): Say {
  return { verdict: 'say', words: problemWords(problem) };
}

/** Scan the same code once more to confirm. The code is held, so that no other scan can confirm. */
export interface Again {
  readonly verdict: 'again';
  readonly words: KeyedWords;
}

export function again(key: TextKey | ProblemCode, params?: WordParams): Again {
  return { verdict: 'again', words: words(key, params) };
}

/** A command into the queue, then on. */
export interface Submit<Next> {
  readonly verdict: 'submit';
  readonly type: string;
  readonly version: number;
  readonly body: object;
  readonly then: Next;
  readonly told: KeyedWords;
  readonly takesPlate: boolean;
  /** The same for more things, one command each: queued before this one, in their order. */
  readonly before: readonly object[];
}

export interface SubmitOptions {
  /** What was done, in words: for the banner, the strip and the tray. */
  readonly told: KeyedWords;
  /** The body names `world.nextPlate`. */
  readonly takesPlate?: boolean;
  /** Bodies of commands of the same type that are queued before it: one scan that settles several things. */
  readonly before?: readonly object[];
}

export function submit<Body extends object, Next>(
  operation: Operation<Body>,
  body: NoInfer<Body>,
  then: Next,
  options: SubmitOptions,
): Submit<Next> {
  const { type, version } = operation;
  const { told, takesPlate = false, before = [] } = options;
  return { verdict: 'submit', type, version, body, then, told, takesPlate, before };
}

/**
 * A command that makes sense only if it is done now: asked of the server at once and never queued, since what several
 * people want is given to one of them. Without a network nothing is done, and that is said.
 */
export interface Online<Next> {
  readonly verdict: 'online';
  readonly type: string;
  readonly version: number;
  readonly body: object;
  /** Where to go on, by what the server answered. */
  readonly next: (result: unknown) => Next;
  /** Where what the server refuses leads to; null, or left out: the worker is told why and stays where he is. */
  readonly refused?: (problem: Problem) => Next | null;
  readonly offline: KeyedWords;
}

export function online<Body extends object, Next>(
  operation: Operation<Body>,
  body: NoInfer<Body>,
  { next, refused, offline }: Pick<Online<Next>, 'next' | 'refused' | 'offline'>,
): Online<Next> {
  const { type, version } = operation;
  return { verdict: 'online', type, version, body, next, offline, ...(refused && { refused }) };
}

/** A flow whose states are its own business: what runner, screen and menu handle. */
export type AnyFlow = Flow<Record<string, never>> & {
  readonly steps: Readonly<Record<string, AnyStep>>;
  /** Fetches the flow with its steps, where it has none yet. */
  readonly load?: () => Promise<AnyFlow | undefined>;
};
export type AnyStep = FlowStep<Record<string, object>, never>;

/** A flow as the menu lists it; its steps are fetched when it is opened. It begins at the step `begin`. */
export function laterFlow({
  load,
  ...listed
}: Pick<AnyFlow, 'id' | 'permit' | 'title' | 'mends'> & {
  readonly load: (id: string) => Promise<AnyFlow | undefined>;
}): AnyFlow {
  const start = () => go('begin', {}) as never;
  return { ...listed, revision: 0, start, steps: {}, load: () => load(listed.id) };
}
