import type { FrameTexts } from './frame.en.ts';

/** What the console says around every screen, in German. */
export const frameTexts: FrameTexts = {
  // the door
  title: 'Leitstand',
  signIn: 'Anmelden',
  signOff: 'Abmelden',
  signedOut: 'Die Sitzung ist zu Ende. Bitte neu anmelden.',
  user: 'Benutzer',
  password: 'Passwort',
  toHandheld: 'Zur Handgerät-App',
  unreachable: 'Der Server antwortet nicht. Was Sie sehen, kann alt sein; es wird weiter gefragt.',
  nothingForYou:
    'Für Ihre Rolle gibt es hier nichts. Bitte die Handgerät-App benutzen oder eine Rolle in diesem Lager erbitten.',
  noWarehouse: 'Es gibt noch kein Lager. Legen Sie eines an: Alles andere beginnt damit.',
  noSuchScreen: 'Diese Seite gibt es nicht, oder sie ist nicht für Ihre Rolle. Bitte oben eine wählen.',

  // the frame
  screens: 'Seiten',
  skip: 'Zum Inhalt',
  warehouse: 'Lager',
  language: 'Sprache',
  loading: 'Wird gelesen …',
  search: 'Suchen',
  pages: 'Blättern',
  firstPage: 'Neueste',
  nextPage: 'Ältere',
  cancel: 'Abbrechen',
  close: 'Schließen',
  reason: 'Grund',
  all: 'Alle',
  keys: 'Tasten',
  'keys.screens': 'zu einer Seite',
  'keys.search': 'suchen',
  'keys.rows': 'in einer Liste auf und ab',
  'keys.ends': 'erste und letzte Zeile',
  'keys.open': 'Zeile öffnen',
  'keys.back': 'zurück zur Liste',
  'keys.help': 'diese Hilfe',

  // words of several screens
  status: 'Status',
  sourceSystem: 'Quelle',
  item: 'Artikel',
  description: 'Bezeichnung',
  location: 'Platz',
  licensePlate: 'NVE',
  lot: 'Charge',
  serial: 'Seriennummer',
  expires: 'haltbar bis',
  unit: 'Einheit',
  owner: 'Eigentümer',
};
