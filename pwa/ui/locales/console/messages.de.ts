import type { MessageTexts } from './messages.en.ts';

/** What the screens of messages say, in German. */
export const messageTexts: MessageTexts = {
  // messages
  messages: 'Nachrichten',
  'messages.message': 'Nachricht',
  'messages.search': 'Nachrichten-ID oder Bestellnummer, vollständig',
  'messages.none': 'Keine solchen Nachrichten.',
  'messages.about': 'Betrifft',
  'messages.wrong': 'Was fehlt',
  'messages.firstOf': '{count} Fehler:',
  'messages.waitsFor': 'wartet auf Artikel {what}',
  'messages.receivedAt': 'Eingegangen',
  'messages.processedAt': 'Verarbeitet',
  'messages.attempts': 'Versuche',
  'messages.type': 'Art',
  'messages.operation': 'Vorgang',
  'messages.body': 'Die Nachricht, wie sie gesendet wurde',
  'messages.versions': 'Alle Nachrichten dazu',
  'messages.blockedBy': 'Wartet hinter',
  'messages.replaces': 'Ersetzt',
  'messages.replacedBy': 'Ersetzt durch',
  'messages.supersededBy': 'Überholt durch',
  'messages.faults': 'Was nicht stimmt ({count})',
  'messages.warnings': 'Bitte ansehen ({count})',
  'messages.requeue': 'Erneut versuchen',
  'messages.requeue.title': 'Nachricht erneut versuchen?',
  'messages.requeue.text':
    '{message} wird unverändert noch einmal verarbeitet. Vorher beheben, woran sie gescheitert ist.',
  'messages.cancel': 'Verwerfen',
  'messages.cancel.title': 'Nachricht verwerfen?',
  'messages.cancel.text':
    '{message} wird nie verarbeitet. Die Bestellung bleibt, wie sie jetzt ist. Das lässt sich nicht zurücknehmen.',
  'messages.replace': 'Berichtigen',
  'messages.replace.title': 'Nachricht berichtigen',
  'messages.replace.text':
    'Was Sie senden, tritt an die Stelle von {message}; diese bleibt lesbar. Bestellnummer und Positionsnummern müssen bleiben.',
  'messages.replace.send': 'Stattdessen senden',

  // types of messages and their operations
  'type.item': 'Artikel',
  'type.party': 'Partner',
  'type.inbound-shipment-order': 'Bestellung',
  'type.outbound-shipment-order': 'Auslieferung',
  'type.advance-shipping-notice': 'Lieferavis',
  'operation.upsert': 'anlegen oder ändern',
  'operation.cancel': 'stornieren',
};
