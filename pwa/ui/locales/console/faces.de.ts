import type { FaceTexts } from './faces.en.ts';

/** What the screen of pick faces says, in German. */
export const faceTexts: FaceTexts = {
  faces: 'Pickplätze',
  'faces.search': 'Platz, Artikel, Bezeichnung',
  'faces.attention': 'Aufzufüllen',
  'faces.all': 'Alle',
  'faces.unset': 'Ohne Minimum',
  'faces.none.attention': 'Jeder Pickplatz hat, was dort sein soll.',
  'faces.none.all':
    'Hier gibt es keine Pickplätze. Ein Platz zum Kommissionieren wird einer, wenn er einem Artikel gehört oder ein Minimum bekommt.',
  'faces.none.unset': 'Jeder Pickplatz hat ein Minimum und ein Maximum.',
  'faces.is.enough': 'Genug',
  'faces.is.coming': 'Unterwegs',
  'faces.is.low': 'Zu wenig',
  'faces.is.stuck': 'Nichts zu bringen',
  'faces.is.unset': 'Nur von Hand',
  'faces.minimum': 'Minimum',
  'faces.maximum': 'Maximum',
  'faces.underWay': 'Unterwegs',
  'faces.waits': 'angefordert: kommt, sobald es etwas gibt',
  'faces.nobody': 'noch niemand',
  'faces.plan': 'Plan {version}',
  'faces.set': 'Minimum festlegen',
  'faces.change': 'Ändern',
  'faces.limits.of': 'Was an {location} sein soll',
  'faces.limits.text':
    'Mit weniger als dem Minimum wird bis zum Maximum aufgefüllt; mit einem Minimum von 0, sobald der Platz leer ist. Bleibt beides leer, wird nur aufgefüllt, wenn es jemand anfordert.',
  'faces.limits.planned':
    'Über diesen Platz entscheidet die Planung. Was hier steht, gilt, sobald der Plan nichts mehr dazu sagt.',
  'faces.fill': 'Jetzt auffüllen',
  'faces.fill.title': 'Ware an {location} bringen',
  'faces.fill.text': 'Jemand wird in die Reserve geschickt, was auch immer am Platz ist.',
  'faces.quantity': 'Wie viel',
  'faces.quantity.help': 'Leer: eine Palette, oder was in der Reserve beisammen steht.',
  'faces.urgent': 'Dringend',
  'faces.urgent.help': 'Vor allen anderen Waren für Pickplätze.',
};
