import type { MovementTexts } from './movements.en.ts';

/** What the history of a thing says at the desk, in Spanish. */
export const movementTexts: MovementTexts = {
  movements: 'Qué fue de ello:',
  'movements.what': 'Qué',
  'movements.quantity': 'Cuánto',
  'movements.from': 'De',
  'movements.to': 'A',
  'movements.by': 'Quién',
  'movements.at': 'Cuándo',
  'movements.correction': 'corrección',
  'movement.receive': 'recibido',
  'movement.put': 'ubicado',
  'movement.move': 'movido',
  'movement.pick': 'recogido',
  'movement.ship': 'enviado',
  'movement.adjust': 'ajustado',
  'movement.count': 'contado',
  'movement.status': 'cambió de estado',
  'movement.return': 'devuelto',
  'outside.supplier': 'proveedor',
  'outside.customer': 'cliente',
  'outside.scrap': 'desecho',
  'outside.adjustment': 'corrección',
  'outside.transit': 'en tránsito',
};
