import type { returnsTexts as english } from './returns.en.ts';

/** What the floor says of goods that come back, in German. */
export const returnsTexts: Readonly<Record<keyof typeof english, string>> = {
  'returns.title': 'Retouren',
  'returns.scanNumber': 'Retourennummer scannen',
  'returns.orItem': 'Sie steht auf unserem Etikett und dem Lieferschein. Ohne sie: Auftrag eingeben oder Ware scannen.',
  'returns.number': 'Retourennummer oder Auftrag',
  'returns.withoutNumber': 'Es gibt keine Nummer',
  'returns.noReturn': '{text} ist keine Retourennummer. Unser Etikett scannen, Auftrag eingeben oder Ware scannen.',
  'returns.scanItem': 'Artikel der Retoure scannen',
  'returns.blind': 'Niemand weiß, womit er abging',
  'returns.another': 'Andere Retoure',
  'returns.notOfThis':
    '{item} war nicht in {slip} oder ist schon ganz zurück. Zur Seite stellen oder ohne Nummer nehmen.',
  'returns.whatBecomes': 'Was wird daraus?',
  'returns.restock': 'Zurück in den Bestand',
  'returns.restockTodo': 'Wie neu: kann verkauft werden',
  'returns.quarantine': 'Quarantäne',
  'returns.quarantineTodo': 'Erst muss es sich jemand ansehen',
  'returns.scrap': 'Verschrotten',
  'returns.scrapTodo': 'Wird weggeworfen',
  'returns.booked': '{quantity} {what} sind zurück, auf {licensePlate}',
  'returns.bookedLoose': '{quantity} {what} sind zurück',
  'returns.always': 'wird jederzeit zurückgenommen',
  'returns.until': 'wird bis {day} zurückgenommen',
  'returns.notTakenNow': 'wird nicht mehr zurückgenommen',
  'returns.leftOf': '{left} von {shipped} {unit}',
  'returns.askWhetherLate': 'Zu spät. Zurücknehmen?',
  'returns.askSecond': 'Zweite Person fragen',
  'returns.notTaken': 'Nicht angenommen',
  'returns.asked': '{quantity} {what}: eine zweite Person entscheidet. Zur Seite stellen',
};
