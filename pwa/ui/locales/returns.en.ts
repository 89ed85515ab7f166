import type { Texts } from '#shared/locales/worded.ts';

/** What the floor says of goods that come back, in English. */
export const returnsTexts = {
  'returns.title': 'Returns',
  'returns.scanNumber': 'Scan the return number',
  'returns.orItem': 'It is on our label and on the packing slip. Without it: type the order, or scan the goods.',
  'returns.number': 'Return number or order',
  'returns.withoutNumber': 'There is no number',
  'returns.noReturn': '{text} is no return number. Scan our label, type the order, or scan the goods.',
  'returns.scanItem': 'Scan the item that came back',
  'returns.blind': 'Nobody knows what it left with',
  'returns.another': 'Another return',
  'returns.notOfThis':
    '{item} did not leave with {slip}, or all of it is back. Set it aside, or take it without the number.',
  'returns.whatBecomes': 'What becomes of it?',
  'returns.restock': 'Back into stock',
  'returns.restockTodo': 'As good as new: it can be sold',
  'returns.quarantine': 'Quarantine',
  'returns.quarantineTodo': 'Somebody has to look at it first',
  'returns.scrap': 'Scrap',
  'returns.scrapTodo': 'It is thrown away',
  'returns.booked': '{quantity} {what} are back, on {licensePlate}',
  'returns.bookedLoose': '{quantity} {what} are back',
  'returns.always': 'taken back at any time',
  'returns.until': 'taken back until {day}',
  'returns.notTakenNow': 'not taken back any more',
  'returns.leftOf': '{left} of {shipped} {unit}',
  'returns.askWhetherLate': 'Too late. Take it back?',
  'returns.askSecond': 'Ask a second person',
  'returns.notTaken': 'It is not taken',
  'returns.asked': '{quantity} {what}: a second person decides. Set them aside',
} as const satisfies Texts;
