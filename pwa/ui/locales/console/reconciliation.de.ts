import type { ReconciliationTexts } from './reconciliation.en.ts';

/** What the screens of reconciliation and of past stock say, in German. */
export const reconciliationTexts: ReconciliationTexts = {
  reconcile: 'ERP und Lager',
  'reconcile.title': 'Warum sagt das ERP etwas anderes?',
  'reconcile.erpQuantity': 'Das ERP sagt',
  'reconcile.explain': 'Erklären',
  'reconcile.description': 'Bezeichnung',
  'reconcile.notTold': 'Noch nicht gemeldet',
  'reconcile.none': 'Das ERP weiß alles. Ein Artikel zeigt, was es davon nicht bestätigt hat.',
  'reconcile.erp': 'Bestand laut ERP',
  'reconcile.confirmed': 'Vom ERP bestätigt',
  'reconcile.lines': 'Woraus der Unterschied besteht',
  'reconcile.noLines': 'Aus nichts: Das ERP weiß alles und hat alles bestätigt.',
  'reconcile.more': '{count} weitere {count|Änderung ergibt|Änderungen ergeben} {quantity}.',
  'reconcile.quantity': 'Menge',
  'reconcile.why': 'Warum',
  'reconcile.kind.not-told': 'wartet auf seinen Beleg',
  'reconcile.kind.not-confirmed': 'nicht bestätigt',
  'reconcile.kind.rejected': 'abgelehnt',
  'reconcile.hint.reversed':
    'wurde zurückgenommen. Bis das ERP das bestätigt, zählt es dies vielleicht noch: {quantity}.',
  'reconcile.hint.booked-twice': 'meldete {quantity}. Doppelt gebucht ergäbe das die Differenz.',
  'reconcile.hint.not-booked': 'meldete {quantity}. Quittiert, aber nicht gebucht ergäbe das die Differenz.',
  'reconcile.hint': 'Ansehen',
  'reconcile.inErp': 'Im ERP',
  'reconcile.inErp.yes': 'ja',
  'reconcile.inErp.no': 'nein',
  'reconcile.verdict.equal': 'gleich',
  'reconcile.verdict.equal.text': 'Das ERP hat, was das Lager hat.',
  'reconcile.verdict.confirmed': 'erklärt',
  'reconcile.verdict.confirmed.text':
    'Das ERP hat genau, was es bestätigt hat. Der ganze Unterschied steht in den Zeilen unten.',
  'reconcile.verdict.reported': 'erklärt',
  'reconcile.verdict.reported.text':
    'Das ERP hat Belege gebucht, die es nicht bestätigt hat. Der Rest wartet auf seinen Beleg.',
  'reconcile.verdict.partly': 'erklärt',
  'reconcile.verdict.partly.text':
    'Das ERP hat einige der Belege gebucht, die es nicht quittiert hat. Die Zeilen sagen, welche.',
  'reconcile.verdict.unexplained': 'nicht erklärt',
  'reconcile.verdict.unexplained.text':
    'Das ERP hat gegenüber dem Bestätigten {unexplained}, wovon es hier nie erfuhr. Suchen Sie dort nach eigenen Buchungen.',
  stockThen: 'Früherer Bestand',
  'stockThen.at': 'Am',
  'stockThen.show': 'Zeigen',
  'stockThen.hint': 'Wählen Sie einen Zeitpunkt. Ein Artikel oder ein Platz grenzt ein.',
  'stockThen.none': 'Davon gab es damals nichts.',
};
