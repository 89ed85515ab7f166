import type { Operation } from '#shared/command/operation.ts';
import type { PickWorkType } from '#shared/ledger/pick-work.ts';
import type { WorkResult } from '#shared/ledger/work-result.ts';
import {
  type AnyFlow,
  type FlowStep,
  flow,
  type Go,
  go,
  type Option,
  online,
  type Prompt,
  say,
  submit,
  type Verdict,
  type World,
} from '../engine/flow.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { words } from '../ui/words.ts';
import { askAt, askItemStep, askMuchStep, askWhenStep } from './ask.steps.ts';
import { fetchStep, goodsStep, lessStep, quantityStep } from './fetch.steps.ts';
import type { FillStates } from './fill.states.ts';
import { type Fill, isInHand, ownFills, ownPicksLeft, shownLeft } from './fill.ts';
import { putStep, whyStep } from './put.steps.ts';
import { serialsStep } from './serials.step.ts';

/** How work is taken on and given back: the same for all work that sends somebody for goods. */
export interface Claiming {
  readonly claim: Operation<{ readonly work?: string | undefined; readonly type?: PickWorkType | undefined }>;
  readonly releaseClaim: Operation<{ readonly work: string }>;
}

/**
 * Replenishment. Press "Next", or scan a piece of work; for that a network is needed. What was taken on can be brought
 * without one.
 *
 * The device says where in reserve the goods stand and where they go. Scan the place there, or type its check digits, then
 * the goods or their plate. Type how many: as many as are waited for, or press "All that is free" to bring the rest of the
 * plate along. Pieces with serial numbers are scanned one by one, unless all of their plate goes. "Not there" and "Not
 * enough" ask why; what was not there is looked for elsewhere, and what stays for another reason is picked where it is.
 * Then scan the pick face. Another place is scanned twice, and asks why.
 *
 * Who waits for the goods goes on as soon as they are put down.
 *
 * A pick face that runs empty is scanned at the beginning: say how much is to come, or press "A plate", and how soon. Where
 * there is none in reserve it comes once there is some, and the messages say how long that is waited for.
 */
export function fillFlow(claiming: Claiming): AnyFlow {
  return flow<FillStates>({
    id: 'fill',
    permit: 'replenishment.pick',
    title: 'fill.title',
    revision: 2,
    start: () => go('begin', {}),
    steps: {
      begin: beginStep(claiming),
      fetch: withGiveBack(claiming),
      goods: goodsStep,
      quantity: quantityStep,
      serials: serialsStep,
      less: lessStep,
      put: putStep,
      why: whyStep,
      askItem: askItemStep,
      askMuch: askMuchStep,
      askWhen: askWhenStep,
    },
  });
}

/** Which work? The next, a certain one, or what was begun. */
function beginStep({ claim }: Claiming): FlowStep<FillStates, object> {
  const claimed = (work?: string): Verdict<FillStates> =>
    online(
      claim,
      { type: 'replenish', ...(work !== undefined && { work }) },
      {
        next: (result): Go<FillStates> => {
          const [first] = (result as { readonly work: readonly WorkResult[] }).work;
          return first ? go('fetch', { work: first.work, item: null }) : go('begin', {});
        },
        offline: words('fill.noNetwork'),
      },
    );
  return {
    prompt: (_state, world) => ({
      ask: words(ownFills(world).length === 0 ? 'fill.ask' : 'fill.goOnOrAsk'),
      about: words('fill.orScan'),
      ...picksNotice(world),
    }),
    needs: () => [{ list: snapshotCode.pickWork }],
    scan: {
      location: (_state, { location }, world) => askAt(location, world),
      document: (_state, { document, documentType }, world) =>
        documentType === 'pick-work' ? (resumed(document, world) ?? claimed(document)) : say('fill.notWork'),
      unknown: (_state, scan, world) => {
        if (scan.refused) return say(scan.code, scan.params);
        const work = scan.text.toUpperCase();
        return /^WK-/.test(work) ? (resumed(work, world) ?? claimed(work)) : say('fill.notWork');
      },
    },
    choose: {
      options: (_state, world) => ownFills(world).map(optionOf),
      pick: (_state, key, world) => resumed(key, world) ?? say('fill.gone'),
    },
    actions: { next: { label: 'fill.next', emphasis: 'primary', run: () => claimed() } },
  };
}

/** Own picks that can go on: what they waited for may just have been brought. */
function picksNotice(world: World): Pick<Prompt, 'notice'> {
  const count = ownPicksLeft(world);
  return count === 0 ? {} : { notice: words('fill.picksGoOn', { count }) };
}

function optionOf(fill: Fill): Option {
  const { work, line } = fill;
  return {
    key: work.work,
    title: `${line.location} → ${work.putTo ?? '–'}`,
    detail: line.description,
    value: isInHand(fill) ? words('fill.carried') : shownLeft(fill),
  };
}

/** Goes on with what this worker has; null where it is somebody else's, or nobody's. */
function resumed(key: string, world: World): Verdict<FillStates> | null {
  const fill = ownFills(world).find(({ work }) => work.work === key);
  if (!fill) return null;
  const { item } = fill.line;
  return isInHand(fill) ? go('put', { work: key, item }) : go('fetch', { work: key, item });
}

function withGiveBack({ releaseClaim }: Claiming): FlowStep<FillStates, FillStates['fetch']> {
  return {
    ...fetchStep,
    actions: {
      giveBack: {
        label: 'pick.giveBack',
        run: ({ work }) =>
          submit(releaseClaim, { work }, go('begin', {}), { told: words('pick.givenBack', { count: 1 }) }),
      },
    },
  };
}
