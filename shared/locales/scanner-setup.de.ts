import type { ScannerSetupTexts } from './scanner-setup.en.ts';

export const scannerSetupTexts: ScannerSetupTexts = {
  'scannerSetup.title': 'Scanner einrichten',
  'scannerSetup.intro':
    'Fünf Codes scannen. Tallyman lernt, wie dieser Scanner sie sendet, und sagt, welche Einstellung zu ändern ist.',
  'scannerSetup.ownScreen':
    'Ein eingebauter Scanner sieht seinen eigenen Bildschirm nicht: das Blatt drucken oder auf einem anderen Bildschirm öffnen.',
  'scannerSetup.sheet': 'Blatt mit Codes und Einstellungen (PDF)',
  'scannerSetup.dataWedge': 'Einstellungen für DataWedge (JSON)',
  'scannerSetup.begin': 'Anfangen',
  'scannerSetup.step': 'Code {n} von {of}',
  'scannerSetup.scanNow': 'Jetzt diesen Code scannen.',
  'scannerSetup.code.plain': 'Buchstaben und Ziffern',
  'scannerSetup.code.signs': 'Zeichen aller Art',
  'scannerSetup.code.gs1': 'GS1-128 mit Charge und Seriennummer',
  'scannerSetup.code.matrix': 'GS1 DataMatrix, ein quadratischer Code',
  'scannerSetup.code.product': 'EAN-13, ein Artikelcode',
  'scannerSetup.cannotRead': 'Der Scanner kann diesen nicht lesen',
  'scannerSetup.other': 'Das war ein anderer Code: {text}. Den gezeigten scannen.',
  'scannerSetup.good': 'Dieser Scanner ist richtig eingerichtet.',
  'scannerSetup.better': 'Dieser Scanner funktioniert. Mit anderen Einstellungen wäre er schneller oder sicherer.',
  'scannerSetup.must':
    'Codes gingen verloren oder würden falsch. Die Einstellungen unten ändern, dann die fünf Codes noch einmal scannen.',
  'scannerSetup.nothingRead': 'Kein Code wurde gelesen, also nichts gelernt. Näher herangehen oder das Blatt drucken.',
  'scannerSetup.again': 'Die Codes noch einmal scannen',
  'scannerSetup.done': 'Fertig',
  'scannerSetup.scanner': 'Scanner',
  'scannerSetup.learnt': 'Was gelernt wurde',
  'scannerSetup.learntAt': 'Gelernt',
  'scannerSetup.notYet': 'Dieser Scanner wurde noch nicht eingerichtet. Er wird behandelt wie die meisten.',
  'scannerSetup.door': 'Sendet',
  'scannerSetup.door.keys': 'Tasten',
  'scannerSetup.door.text': 'Text ohne Tasten',
  'scannerSetup.door.both': 'Tasten und Text: jeden Code zweimal',
  'scannerSetup.ending': 'Endet mit',
  'scannerSetup.ending.none': 'Nichts',
  'scannerSetup.ending.mixed': 'Nicht immer gleich',
  'scannerSetup.gap': 'Zwischen zwei Tasten',
  'scannerSetup.gap.ms': '{ms} ms, höchstens {most} ms',
  'scannerSetup.gap.none': 'Alles auf einmal',
  'scannerSetup.separator': 'GS1-Trennzeichen',
  'scannerSetup.separator.control': 'Strg + ]',
  'scannerSetup.separator.character': 'Als es selbst',
  'scannerSetup.separator.number': 'Alt + 029',
  'scannerSetup.separator.lost': 'Geht verloren',
  'scannerSetup.separator.untried': 'Nicht versucht',
  'scannerSetup.identifier': 'AIM-Kennung',
  'scannerSetup.identifier.yes': 'Vor jedem Code',
  'scannerSetup.identifier.no': 'Fehlt',
  'scannerSetup.change': 'Am Scanner ändern',
  'scannerSetup.settings': 'Einstellungen',
  'scannerSetup.brand': 'Marke des Scanners',
  'scannerSetup.unsure': '† Heißt je nach Modell anders oder steht im Handbuch des Scanners.',
  'scannerSetup.finding.separatorLost':
    'GS1-Trennzeichen gehen verloren. Charge und Seriennummer laufen zusammen, darum werden Etiketten mit beiden abgelehnt.',
  'scannerSetup.finding.separatorUnusable':
    'GS1-Trennzeichen kommen als „{detail}“, das auch Teil eines Codes sein kann.',
  'scannerSetup.finding.separatorReplaced':
    'GS1-Trennzeichen kommen als „{detail}“. Tallyman weiß das jetzt, aber kein Code darf dieses Zeichen enthalten.',
  'scannerSetup.finding.garbled':
    'Zeichen kommen als andere an: „{detail}“. Scanner und Gerät haben verschiedene Tastaturbelegungen.',
  'scannerSetup.finding.layout':
    'Der Scanner drückt Tasten einer anderen Tastaturbelegung ({detail}). Tallyman liest sie jetzt richtig, andere Programme auf diesem Gerät nicht.',
  'scannerSetup.finding.upperCase': 'Alle Buchstaben kommen groß an: „{detail}“.',
  'scannerSetup.finding.lowerCase': 'Alle Buchstaben kommen klein an: „{detail}“.',
  'scannerSetup.finding.capsLock':
    'Groß- und Kleinbuchstaben sind vertauscht: Die Feststelltaste ist an. Ausschalten und die Codes noch einmal scannen.',
  'scannerSetup.finding.extraText': 'Vor oder hinter dem Code steht etwas: „{detail}“.',
  'scannerSetup.finding.checkDigit': 'Bei Artikelcodes fehlt die letzte Ziffer.',
  'scannerSetup.finding.tooSlow':
    'Zwischen zwei Tasten vergehen {detail} ms. Das ist zu langsam, um einen Scan vom Tippen zu unterscheiden.',
  'scannerSetup.finding.slow':
    'Zwischen zwei Tasten vergehen {detail} ms. Tallyman wartet jetzt so lange; schnellere Scanner sind sicherer vom Tippen zu unterscheiden.',
  'scannerSetup.finding.suffixMissing':
    'Hinter dem Code kommt kein Enter, darum wartet jeder Scan einen Moment, ob er vollständig ist.',
  'scannerSetup.finding.suffixSometimes': 'Enter kommt hinter manchen Codes, aber nicht hinter allen.',
  'scannerSetup.finding.doubled':
    'Jeder Code kommt zweimal, weil zwei Ausgaben eingeschaltet sind. Tallyman nimmt ihn einmal.',
  'scannerSetup.finding.identifierMissing':
    'Vor den Codes steht keine AIM-Kennung. Mit ihr erkennt Tallyman GS1-Etiketten sicher.',
  'scannerSetup.short.separatorLost': 'GS1-Trennzeichen gehen verloren',
  'scannerSetup.short.separatorUnusable': 'GS1-Trennzeichen sind vom Code nicht zu unterscheiden',
  'scannerSetup.short.separatorReplaced': 'GS1-Trennzeichen werden durch ein anderes Zeichen ersetzt',
  'scannerSetup.short.garbled': 'Zeichen kommen als andere an',
  'scannerSetup.short.layout': 'Andere Tastaturbelegung als das Gerät',
  'scannerSetup.short.upperCase': 'Alle Buchstaben kommen groß an',
  'scannerSetup.short.lowerCase': 'Alle Buchstaben kommen klein an',
  'scannerSetup.short.capsLock': 'Die Feststelltaste ist an',
  'scannerSetup.short.extraText': 'Text vor oder hinter dem Code',
  'scannerSetup.short.checkDigit': 'Die Prüfziffer fehlt',
  'scannerSetup.short.tooSlow': 'Zu langsam, vom Tippen nicht zu unterscheiden',
  'scannerSetup.short.slow': 'Langsam',
  'scannerSetup.short.suffixMissing': 'Kein Enter hinter dem Code',
  'scannerSetup.short.suffixSometimes': 'Enter nur hinter manchen Codes',
  'scannerSetup.short.doubled': 'Jeder Code kommt zweimal',
  'scannerSetup.short.identifierMissing': 'Keine AIM-Kennung',
  'scannerSetup.sheet.title': 'Einen Scanner einrichten',
  'scannerSetup.sheet.how':
    '1. Die Einstellungen der Marke vornehmen. 2. Auf dem Gerät {address} öffnen. 3. Die fünf Codes von oben nach unten scannen. Tallyman lernt den Rest und sagt, was noch zu ändern ist.',
  'scannerSetup.sheet.print': 'Mit 100 % auf weißes Papier drucken.',
  'scannerSetup.sheet.codes': 'Die fünf Codes',
  'scannerSetup.sheet.zebra':
    'Zebra: Eine Profildatei von DataWedge (.db) kann nur DataWedge selbst erzeugen. Ein Gerät einrichten und sein Profil für die anderen exportieren. Wer ein Werkzeug für die Schnittstelle SET_CONFIG hat, findet dieselben Einstellungen als JSON neben diesem Blatt.',
  'scannerSetup.sheet.onDevice':
    'Andere Marken und Tischscanner: mit Enter enden, GS (0x1D) weitergeben, AIM-Kennung voranstellen, Tastaturbelegung Englisch (USA).',
};
