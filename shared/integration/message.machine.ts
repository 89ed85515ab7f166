import { machine } from '#shared/kernel/machine.ts';

/**
 * The life of a message. What an ERP posts begins as `received`; a draft is one that a person writes. `parked` waits for
 * an item and goes on by itself; `failed` waits for a person or for a newer message of its order.
 */
export const messageMachine = machine({
  name: 'message',
  start: 'draft',
  states: {
    draft: ['received'],
    received: ['accepted', 'failed', 'parked', 'superseded', 'cancelled'],
    parked: ['received', 'superseded', 'cancelled'],
    failed: ['received', 'superseded', 'cancelled'],
    accepted: [],
    superseded: [],
    cancelled: [],
  },
  final: ['accepted', 'superseded', 'cancelled'],
});

export type MessageStatus = keyof typeof messageMachine.states;

export const messageStatuses = Object.keys(messageMachine.states) as readonly MessageStatus[];
