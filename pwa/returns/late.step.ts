import type { Problem } from '#shared/kernel/problem.ts';
import { register } from '#shared/returns/register.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import { type FlowStep, type Go, go, submit } from '../engine/flow.ts';
import type { StoredEnvelope } from '../store/queued-command.ts';
import { amount, problemWords, words } from '../ui/words.ts';
import type { Late, ReturnStates } from './return.states.ts';
import { tooLate } from './too-late.ts';

/** A return that came too late can be passed on. Null for whatever else was refused. */
export function mendReturn(
  { type, body }: Pick<StoredEnvelope, 'type' | 'body'>,
  problem: Problem,
): Go<ReturnStates> | null {
  if (type !== register.type || !tooLate.includes(problem.code)) return null;
  return go('late', { sent: body as unknown as RegisterBody, why: problemWords(problem) });
}

/** It goes back to the customer, or somebody else decides: then it is sent once more as it was. */
export const lateStep: FlowStep<ReturnStates, Late> = {
  prompt: ({ sent: { item, quantity, unit }, why }) => ({
    ask: words('returns.askWhetherLate'),
    large: amount(quantity, unit),
    about: item,
    notice: why,
  }),
  actions: {
    confirm: {
      label: 'returns.askSecond',
      emphasis: 'primary',
      run: ({ sent }) => {
        const { returnId = null, order = null, item, quantity, unit } = sent;
        const told = words('returns.asked', { what: item, quantity: amount(quantity, unit) });
        return submit(register, { ...sent, askIfLate: true }, go('item', { returnId, order }), { told });
      },
    },
    leave: { label: 'returns.notTaken', run: () => go('begin', {}) },
  },
};
