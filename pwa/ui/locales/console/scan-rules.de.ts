import type { ScanRulesTexts } from './scan-rules.en.ts';

/** Was die Seite zum Lesen von Codes sagt, auf Deutsch. */
export const scanRulesTexts: ScanRulesTexts = {
  scanRules: 'Wie Codes gelesen werden',
  'scanRules.codes': 'Eigene Codes',
  'scanRules.codes.text':
    'Ein Code, auf den ein Muster passt, ist von dieser Art und nichts anderes. {9:4} steht für vier Ziffern, {A:2} für Buchstaben, {X:1-8} für ein bis acht Buchstaben oder Ziffern, {*:1-20} für alles; das Übrige steht für sich selbst. [ ] um den Teil setzen, der gesucht wird: LOC-[{X:1-12}].',
  'scanRules.name': 'Heißt',
  'scanRules.kind': 'Ist',
  'scanRules.pattern': 'Muster',
  'scanRules.isActive': 'in Gebrauch',
  'scanRules.remove': 'Entfernen',
  'scanRules.add': 'Muster hinzufügen',
  'scanRules.kind.location': 'Lagerplatz',
  'scanRules.kind.licensePlate': 'Ladungsträger',
  'scanRules.kind.item': 'Artikel',
  'scanRules.kind.document': 'Auftrag oder Ladung',
  'scanRules.kind.position': 'Behälter oder Wagenplatz',
  'scanRules.labels': 'GS1-Etiketten',
  'scanRules.unknownAi': 'Ein Feld, das GS1 nicht kennt',
  'scanRules.unknownAi.help':
    'Der Rest des Etiketts wird ohne das Feld gelesen; was dahinter bis zum nächsten Trennzeichen steht, geht verloren.',
  'scanRules.ai.refuse': 'das Etikett ablehnen',
  'scanRules.ai.warn': 'den Rest lesen und es sagen',
  'scanRules.ai.ignore': 'den Rest lesen',
  'scanRules.separators': 'Trennzeichen, wie Scanner es senden',
  'scanRules.separators.help':
    'Für Scanner, die das echte nicht senden können: ein Zeichen wie ~ oder |. Mehrere mit Kommas dazwischen.',
  'scanRules.prefixes': 'Vor GS1-Etiketten gesendet',
  'scanRules.prefixes.help':
    'Für Scanner, die die Symbologie wie ]C1 nicht senden können. Mehrere mit Kommas dazwischen.',
  'scanRules.checkDigits': 'Prüfziffern der Lagerplätze',
  'scanRules.required': 'Immer verlangt',
  'scanRules.required.help':
    'Nach dem Etikett eines Lagerplatzes wird nach seinen Prüfziffern gefragt, damit ein kopiertes Etikett nicht reicht. Sonst genügt eines von beiden.',
  'scanRules.otherZones': 'Umgekehrt in den Zonen',
  'scanRules.otherZones.help': 'Mehrere mit Kommas dazwischen.',
  'scanRules.try': 'Ausprobieren',
  'scanRules.try.text':
    'Codes scannen oder tippen, einen in jede Zeile. Sie werden nach den Regeln oben gelesen, gespeichert oder nicht.',
  'scanRules.code': 'Code',
  'scanRules.readAs': 'Wird gelesen als',
  'scanRules.value': 'Sagt',
  'scanRules.read.gs1': 'GS1-Etikett',
  'scanRules.read.gtin': 'EAN oder UPC',
  'scanRules.read.sscc': 'SSCC',
  'scanRules.read.command': 'Befehl',
  'scanRules.read.badge': 'Ausweis',
  'scanRules.read.refused': 'abgelehnt',
  'scanRules.read.text': 'gesucht, wie er ist',
  'scanRules.skipped': 'ohne Feld ({ai})',
  'change.scan_rules.changed': 'Lesen von Codes geändert',
};
