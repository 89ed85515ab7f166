import type { statusTexts as english } from './status.en.ts';

/** What changing the status of goods says on the floor, in German. */
export const statusTexts: Readonly<Record<keyof typeof english, string>> = {
  'status.title': 'Status ändern',
  'status.scanGoods': 'Palette oder Platz scannen',
  'status.scanGoodsHint':
    'Beschädigt, zu prüfen, gesperrt: Die Ware bleibt stehen, und niemand wird dafür losgeschickt',
  'status.scanItem': 'Artikel oder Palette scannen',
  'status.everything': 'Alles hier',
  'status.everythingAt': 'Alles auf {location}',
  'status.allLots': 'Alle Chargen',
  'status.serial': 'Seriennummer',
  'status.allOfIt': 'Alles davon',
  'status.howMany': 'Wie viele?',
  'status.choose': 'Was ist die Ware jetzt?',
  'status.why': 'Warum?',
  'status.done': 'Status gemeldet: {what}',
  'label.title': 'Etiketten drucken',
  'label.scan': 'Scannen, was ein Etikett braucht',
  'label.again': 'Noch einmal',
  'label.ofCarton': 'Etikett des Packstücks drucken',
  'label.ofPlate': 'Etikett der NVE drucken',
  'label.printer': 'Drucker',
  'label.nearest': 'Der nächste',
  'label.otherPrinter': 'Anderer Drucker',
  'label.whichPrinter': 'Welcher Drucker?',
  'label.printerOff':
    '{printer} druckt gerade nicht. Einen anderen wählen; sonst kommen die Etiketten, sobald er wieder druckt.',
  'label.off': 'hat ein Problem',
  'label.waiting': '{count} {count|Auftrag wartet|Aufträge warten}',
  'label.done': 'Etikett wird gedruckt: {name}',
  'reason.quality': 'Qualität',
  'reason.recall': 'Rückruf',
  'reason.expired': 'Abgelaufen',
};
