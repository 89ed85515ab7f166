import { itemUnknown, orderUnknown } from '#shared/command/message-verdict.ts';

/** What to do about a fault of a message: who reads it decides, and the wording of the fault says the same in words. */
export type SuggestedAction = 'send-item' | 'send-order' | 'correct-and-replace' | 'requeue' | 'use-new-order';

/** Faults that another document mends, that need another order, or that were ours. All others are in the message. */
const actions: Readonly<Record<string, SuggestedAction>> = {
  [itemUnknown]: 'send-item',
  [orderUnknown]: 'send-order',
  'message.processing_failed': 'requeue',
  'order.closed': 'use-new-order',
};

export function suggestedActionFor(code: string): SuggestedAction {
  return actions[code] ?? 'correct-and-replace';
}
