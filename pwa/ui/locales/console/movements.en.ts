import type { Texts } from '#shared/locales/worded.ts';

/** What the history of a thing says at the desk, in English. */
export const movementTexts = {
  movements: 'What became of it:',
  'movements.what': 'What',
  'movements.quantity': 'How much',
  'movements.from': 'From',
  'movements.to': 'To',
  'movements.by': 'Who',
  'movements.at': 'When',
  'movements.correction': 'correction',
  'movement.receive': 'received',
  'movement.put': 'put away',
  'movement.move': 'moved',
  'movement.pick': 'picked',
  'movement.ship': 'shipped',
  'movement.adjust': 'adjusted',
  'movement.count': 'counted',
  'movement.status': 'status changed',
  'movement.return': 'came back',
  'outside.supplier': 'supplier',
  'outside.customer': 'customer',
  'outside.scrap': 'scrap',
  'outside.adjustment': 'correction',
  'outside.transit': 'in transit',
} as const satisfies Texts;

export type MovementTexts = Readonly<Record<keyof typeof movementTexts, string>>;
