import { itemMessages } from './catalogue/item-message.ts';
import { partyMessages } from './catalogue/party-message.ts';
import { statusRequestMessages } from './inventory/status-request-message.ts';
import { inboundOrderMessages } from './orders/inbound-order-message.ts';
import { outboundOrderMessages } from './orders/outbound-order-message.ts';
import type { MessageKind } from './platform/message-kind.ts';
import { advanceNoticeMessages } from './receiving/advance-notice-message.ts';
import { needMessages } from './replenishment/need-message.ts';

/** Every type of message that ERPs may send. */
export const messageKinds: readonly MessageKind[] = [
  itemMessages,
  partyMessages,
  inboundOrderMessages,
  outboundOrderMessages,
  advanceNoticeMessages,
  needMessages,
  statusRequestMessages,
];
