import type { UnknownCodesTexts } from './unknown-codes.en.ts';

/** What the screen of unknown codes says, in German. */
export const unknownCodesTexts: UnknownCodesTexts = {
  unknownCodes: 'Unbekannte Codes',
  'tile.unknownCodes': 'Unbekannte Codes',
  'unknownCodes.open': 'Zu entscheiden',
  'unknownCodes.bound': 'Zugeordnet',
  'unknownCodes.dismissed': 'Abgelegt',
  'unknownCodes.none.open': 'Kein unbekannter Code wartet auf eine Entscheidung.',
  'unknownCodes.none.bound': 'Hier wurde noch kein Code zugeordnet.',
  'unknownCodes.none.dismissed': 'Kein Code wurde abgelegt.',
  'unknownCodes.times': '{count}-mal',
  'unknownCodes.scans': 'Scans davor und danach',
  'unknownCodes.bind': 'Zuordnen',
  'unknownCodes.bind.text':
    'Ein Scan des Codes steht für so viel vom Artikel, für alle, auf jedem Gerät beim nächsten Abgleich.',
  'unknownCodes.item': 'Artikel',
  'unknownCodes.quantity': 'Wie viele',
  'unknownCodes.unit': 'Einheit',
  'unknownCodes.sourceSystem': 'Quellsystem',
  'unknownCodes.sourceSystem.help': 'Nur wenn mehrere einen Artikel dieser Nummer haben.',
  'unknownCodes.compared': 'Mit dem Etikett verglichen: stimmt',
  'unknownCodes.dismiss': 'Ablegen',
  'unknownCodes.dismiss.text': 'Er steht für nichts, was hier gelagert wird. Wer ihn wieder scannt, fragt wieder.',
  'unknownCodes.unbind': 'Zurücknehmen',
  'unknownCodes.unbind.text':
    'Der Code ist wieder unbekannt, auf jedem Gerät beim nächsten Abgleich. Was damit gescannt wurde, bleibt.',
};
