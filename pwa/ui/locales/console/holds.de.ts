import type { HoldTexts } from './holds.en.ts';

/** What the screens of changed stock and of lots on hold say, in German. */
export const holdTexts: HoldTexts = {
  holds: 'Gesperrte Chargen',
  'holds.active': 'Gesperrt',
  'holds.released': 'Freigegeben',
  'holds.none.active': 'Keine Charge ist gesperrt.',
  'holds.none.released': 'Noch keine Charge wurde freigegeben.',
  'holds.hold': 'Sperre',
  'holds.note': 'Notiz',
  'holds.placed': 'Gesperrt von',
  'holds.ended': 'Freigegeben von',
  'holds.release': 'Freigeben',
  'holds.release.text':
    'Alles von der Charge, was die Sperre angehalten hat, darf wieder verwendet werden, wo es jetzt steht. Wer sie gesperrt hat, braucht dafür eine zweite Person.',
  'holds.where': 'Wo sie ist',
  'holds.nowhere': 'Von dieser Charge ist nichts in einem Lager.',
  'holds.nobody': 'Niemand hat etwas von dieser Charge erhalten.',
  'stock.change': 'Ändern',
  'stock.status': 'Status',
  'stock.status.text':
    'Zur Seite gestellte Ware ist niemandem versprochen; wer auf sie wartet, bekommt andere oder wartet. Sie wieder verfügbar zu machen kann eine zweite Person brauchen.',
  'stock.newStatus': 'Neuer Status',
  'stock.quantity': 'Menge',
  'stock.adjust': 'Korrigieren',
  'stock.adjust.text':
    'Wie viel mehr (+) oder weniger (−) da ist, als in den Büchern steht. Das ERP erfährt den Unterschied durch ein Zähljournal.',
  'stock.adjust.quantity': 'Mehr oder weniger',
  'stock.adjust.document': 'Berichtigt den Beleg',
  'stock.adjust.document.help':
    'Ein Wareneingang oder Lieferschein, der endgültig ist und dem ERP eine falsche Menge gemeldet hat. Sonst leer lassen.',
  'stock.hold': 'Charge sperren',
  'stock.hold.text':
    'Die ganze Charge wird sofort angehalten, in jedem Lager, auch wo schon jemand dafür unterwegs ist. Was davon gepickt ist, darf nicht hinaus.',
  'stock.hold.note': 'Notiz',
  'stock.secondPerson': 'Eine zweite Person muss zustimmen. Es wartet unter',
  'reasonCode.quality': 'Qualität',
  'reasonCode.recall': 'Rückruf',
  'reasonCode.expired': 'abgelaufen',
  'reasonCode.not-there': 'nicht da',
  'reasonCode.damaged': 'beschädigt',
  'reasonCode.correction': 'Berichtigung',
  'reasonCode.found': 'gefunden',
  'reasonCode.customer': 'Wunsch des Kunden',
  'reasonCode.other': 'anderer Grund',
};
