import type { Texts } from '#shared/locales/worded.ts';

/** What the screens of messages say, in English. */
export const messageTexts = {
  // messages
  messages: 'Messages',
  'messages.message': 'Message',
  'messages.search': 'Message id or order number, whole',
  'messages.none': 'No messages of this kind.',
  'messages.about': 'About',
  'messages.wrong': 'What is wrong',
  'messages.firstOf': '{count} {count|error|errors}:',
  'messages.waitsFor': 'waits for item {what}',
  'messages.receivedAt': 'Received',
  'messages.processedAt': 'Processed',
  'messages.attempts': 'Attempts',
  'messages.type': 'Type',
  'messages.operation': 'Operation',
  'messages.body': 'The message as it was sent',
  'messages.versions': 'All messages about the same',
  'messages.blockedBy': 'Waits behind',
  'messages.replaces': 'Replaces',
  'messages.replacedBy': 'Replaced by',
  'messages.supersededBy': 'Superseded by',
  'messages.faults': 'What is wrong ({count})',
  'messages.warnings': 'Worth a look ({count})',
  'messages.requeue': 'Try again',
  'messages.requeue.title': 'Try the message again?',
  'messages.requeue.text': '{message} is processed again as it is. Mend first what made it fail.',
  'messages.cancel': 'Give up',
  'messages.cancel.title': 'Give up the message?',
  'messages.cancel.text': '{message} is never processed. The order stays as it is now. This cannot be taken back.',
  'messages.replace': 'Correct',
  'messages.replace.title': 'Correct the message',
  'messages.replace.text':
    'What you send takes the place of {message}, which stays readable. Order number and line numbers have to stay.',
  'messages.replace.send': 'Send instead',

  // types of messages and their operations
  'type.item': 'Item',
  'type.party': 'Party',
  'type.inbound-shipment-order': 'Inbound order',
  'type.outbound-shipment-order': 'Outbound order',
  'type.advance-shipping-notice': 'Shipping notice',
  'operation.upsert': 'create or change',
  'operation.cancel': 'cancel',
} as const satisfies Texts;

export type MessageTexts = Readonly<Record<keyof typeof messageTexts, string>>;
