import type { MessageTexts } from './messages.en.ts';

/** What the screens of messages say, in Spanish. */
export const messageTexts: MessageTexts = {
  // messages
  messages: 'Mensajes',
  'messages.message': 'Mensaje',
  'messages.search': 'Id. de mensaje o número de pedido completo',
  'messages.none': 'No hay mensajes así.',
  'messages.about': 'Asunto',
  'messages.wrong': 'Qué falla',
  'messages.firstOf': '{count} {count|error|errores}:',
  'messages.waitsFor': 'espera el artículo {what}',
  'messages.receivedAt': 'Recibido',
  'messages.processedAt': 'Procesado',
  'messages.attempts': 'Intentos',
  'messages.type': 'Tipo',
  'messages.operation': 'Operación',
  'messages.body': 'El mensaje tal como se envió',
  'messages.versions': 'Todos los mensajes sobre lo mismo',
  'messages.blockedBy': 'Espera detrás de',
  'messages.replaces': 'Sustituye a',
  'messages.replacedBy': 'Sustituido por',
  'messages.supersededBy': 'Superado por',
  'messages.faults': 'Qué falla ({count})',
  'messages.warnings': 'Conviene revisarlo ({count})',
  'messages.requeue': 'Reintentar',
  'messages.requeue.title': '¿Reintentar el mensaje?',
  'messages.requeue.text': '{message} se procesará otra vez sin cambios. Corrija antes lo que hizo que fallara.',
  'messages.cancel': 'Descartar',
  'messages.cancel.title': '¿Descartar el mensaje?',
  'messages.cancel.text': '{message} no se procesará nunca. El pedido queda como está. Esto no se puede deshacer.',
  'messages.replace': 'Corregir',
  'messages.replace.title': 'Corregir el mensaje',
  'messages.replace.text':
    'Lo que envíe ocupa el lugar de {message}, que sigue legible. El número de pedido y los de línea deben quedar igual.',
  'messages.replace.send': 'Enviar en su lugar',

  // types of messages and their operations
  'type.item': 'Artículo',
  'type.party': 'Contraparte',
  'type.inbound-shipment-order': 'Pedido de entrada',
  'type.outbound-shipment-order': 'Pedido de salida',
  'type.advance-shipping-notice': 'Aviso de envío',
  'operation.upsert': 'crear o cambiar',
  'operation.cancel': 'cancelar',
};
