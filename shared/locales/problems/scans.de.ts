import type { scansProblems as english } from './scans.en.ts';

/** Why a code cannot be used, said on the device, in German. */
export const scansProblems: Readonly<Record<keyof typeof english, string>> = {
  'scan.empty': 'Es wurde nichts gelesen. Noch einmal scannen.',
  'scan.too_long':
    'Dieser Code hat {length} Zeichen, erlaubt sind höchstens {limit}. Nur einen Barcode auf einmal scannen.',
  'scan.control_character':
    'Der Scan enthält Zeichen, die hier kein Barcode hat. Noch einmal scannen; bleibt es dabei, die Einstellung des Scanners prüfen lassen.',
  'scan.bad_character':
    'Der Scan enthält ein Zeichen, das in keinen Code gehört. Noch einmal scannen oder die Nummer unter dem Barcode eintippen.',
  'scan.partial_code':
    'Nur ein Teil des Barcodes wurde gelesen. Den Scanner gerade über alle Striche halten und noch einmal scannen.',
  'scan.check_digit':
    'Die Prüfziffer dieses Codes stimmt nicht: verlesen oder falsch gedruckt. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.unknown':
    '„{text}“ ist hier nicht bekannt. Prüfen, ob es das richtige Etikett ist, oder die Schichtleitung fragen.',
  'scan.unknown_item':
    'Kein Artikel hat den Code {gtin}. Ein anderes Etikett der Ware scannen oder die Schichtleitung bitten, den Barcode anzulegen.',
  'scan.gs1_no_subject':
    'Dieses Etikett nennt weder Artikel noch Ladeeinheit noch Platz. Den anderen Barcode darauf scannen.',
  'scan.gs1_unknown_ai':
    'Das Etikett hat ein Feld „{ai}“, das GS1 nicht kennt. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_separator_missing':
    'Hinter Feld ({ai}) des Etiketts fehlt das Trennzeichen, die Werte laufen ineinander. Einen anderen Barcode der Ware nehmen oder die Werte eintippen.',
  'scan.gs1_separator_lost':
    'Dieser Scanner lässt Trennzeichen weg, darum ist Feld ({ai}) nicht vom Folgenden zu unterscheiden. Die Kamera nehmen und die Einstellung des Scanners prüfen lassen.',
  'scan.gs1_empty': 'Ein Feld des Etiketts ist leer. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_too_long':
    'Feld ({ai}) des Etiketts hat {length} Zeichen, erlaubt sind {limit}. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_too_short': 'Feld ({ai}) des Etiketts endet zu früh. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_character':
    'Feld ({ai}) des Etiketts enthält ein Zeichen, das dort nicht erlaubt ist. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_check_digit':
    'Die Prüfziffer in Feld ({ai}) stimmt nicht: verlesen oder falsch gedruckt. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_date':
    'Feld ({ai}) des Etiketts enthält ein Datum, das es nicht gibt. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'scan.gs1_time':
    'Feld ({ai}) des Etiketts enthält eine Uhrzeit, die es nicht gibt. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'scan.gs1_value':
    'Der Wert in Feld ({ai}) des Etiketts ist nicht zulässig. Ein anderes Etikett nehmen oder die Schichtleitung fragen.',
  'scan.gs1_repeated':
    'Das Etikett hat Feld ({ai}) zweimal mit verschiedenen Werten. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'scan.gs1_excluded':
    'Das Etikett hat die Felder ({ai}) und ({otherAi}), die nicht zusammen stehen dürfen. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'scan.gs1_brackets':
    'Die Klammern um die Feldnummern passen nicht zusammen. Noch einmal eintippen, zum Beispiel (01)04006381333931.',
  'scan.gs1_link':
    'Die Webadresse auf diesem Etikett ist bei Feld ({ai}) fehlerhaft. Einen anderen Barcode der Ware scannen.',
  'scan.gs1_companion_missing':
    'Neben Feld ({ai}) fehlt auf dem Etikett {needs}. Falls vorhanden, den zweiten Barcode des Etiketts scannen.',
  'scan.too_many_times': 'Ein Scan steht für höchstens {limit}. Tippen Sie die Menge stattdessen ein.',
  'scan.unknown_own':
    '„{text}“ sieht aus wie {name}, aber nichts heißt hier so. Prüfen Sie, ob es das richtige Etikett ist, oder fragen Sie Ihre Aufsicht.',
  'scan.gs1_link_compressed':
    'Diese Webadresse ist vielleicht ein komprimierter GS1 Digital Link, der hier nicht gelesen werden kann. Scannen Sie einen anderen Barcode der Ware.',
};
