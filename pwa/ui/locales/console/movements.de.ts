import type { MovementTexts } from './movements.en.ts';

/** What the history of a thing says at the desk, in German. */
export const movementTexts: MovementTexts = {
  movements: 'Was daraus wurde:',
  'movements.what': 'Was',
  'movements.quantity': 'Wie viel',
  'movements.from': 'Von',
  'movements.to': 'Nach',
  'movements.by': 'Wer',
  'movements.at': 'Wann',
  'movements.correction': 'Korrektur',
  'movement.receive': 'angenommen',
  'movement.put': 'eingelagert',
  'movement.move': 'umgelagert',
  'movement.pick': 'kommissioniert',
  'movement.ship': 'versandt',
  'movement.adjust': 'korrigiert',
  'movement.count': 'gezählt',
  'movement.status': 'Status geändert',
  'movement.return': 'zurückgekommen',
  'outside.supplier': 'Lieferant',
  'outside.customer': 'Kunde',
  'outside.scrap': 'Ausschuss',
  'outside.adjustment': 'Korrektur',
  'outside.transit': 'unterwegs',
};
