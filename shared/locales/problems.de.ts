import type { ProblemTexts } from './problems.en.ts';

/** What went wrong and what to do next, in German. */
export const problemTexts: ProblemTexts = {
  'request.malformed': 'Dieser Wert hat nicht die verlangte Form. Berichtigen und erneut senden.',
  'request.malformed_json': 'Der Inhalt ist kein gültiges JSON. Bitte ein JSON-Dokument in UTF-8 senden.',
  'request.missing': 'Diese Angabe ist Pflicht. Ergänzen und erneut senden.',
  'request.wrong_type': 'Hier ist der Typ {expected} verlangt.',
  'request.too_small': 'Der Wert liegt unter dem Mindestwert {minimum}.',
  'request.too_big': 'Der Wert liegt über dem Höchstwert {maximum}.',
  'request.not_allowed': 'Nur diese Werte sind erlaubt: {allowed}.',
  'request.unknown_property': 'Diese Angabe gibt es hier nicht. Entfernen oder den Namen berichtigen.',
  'request.invalid': 'Die Anfrage hat Fehler. Jeder ist mit seiner Stelle aufgeführt.',
  'request.control_character': 'Text darf keine Steuerzeichen und kein beschädigtes Unicode enthalten.',
  'request.too_large': 'Der Inhalt ist größer als {limit} Bytes. Bitte weniger auf einmal senden.',
  'request.content_type': 'Den Inhalt als application/json senden.',
  'request.not_acceptable': 'Dies gibt es nur als {offered}.',
  'request.not_found': 'Unter dieser Adresse gibt es nichts.',
  'request.method': 'Diese Adresse nimmt diese Methode nicht an.',
  'idempotency.key_reused': 'Dieser Schlüssel wurde für eine andere Anfrage benutzt. Bitte einen neuen verwenden.',
  'server.failed':
    'Der Server ist gescheitert. Nichts wurde geändert. Dieselbe Anfrage erneut senden; scheitert sie wieder, die Korrelationsnummer melden.',
  'server.storage': 'Die Datenbank ist nicht erreichbar. Nichts wurde geändert; dieselbe Anfrage erneut senden.',
  'server.disk_full':
    'Die Platte des Servers ist voll. Nichts wurde geändert; nichts Beantwortetes ist verloren. Bitte Platz schaffen.',
  'auth.required': 'Bitte zuerst anmelden oder einen Schlüssel senden.',
  'auth.key_unknown': 'Dieser Schlüssel ist unbekannt, abgelaufen oder gesperrt.',
  'auth.scope_missing': 'Diesem Schlüssel fehlt das Recht {scope}.',
  'auth.permit_missing': '{operation} ist dir in {warehouse} nicht erlaubt. Bitte die Schichtleitung fragen.',
  'session.credentials_missing': 'Ausweis und PIN angeben oder Benutzer und Passwort.',
  'session.wrong_credentials': 'Ausweis oder PIN ist falsch. Noch einmal versuchen oder die Schichtleitung fragen.',
  'session.locked': 'Zu viele falsche PINs. {minutes} Minuten warten oder die Schichtleitung fragen.',
  'session.unknown': 'Die Sitzung dieses Auftrags ist unbekannt. Bitte neu anmelden.',
  'session.revoked':
    'Die Sitzung wurde von der Schichtleitung beendet. Was du getan hast, bleibt zur Entscheidung erhalten.',
  'device.unknown': 'Das Gerät {device} ist nicht angemeldet. Bitte zuerst darauf anmelden.',
  'command.body_invalid': 'Der Auftrag ist nicht lesbar. Jeder Fehler ist mit seiner Stelle aufgeführt.',
  'command.id_reused': 'Diese Auftragsnummer wurde mit anderem Inhalt benutzt. Bitte einen neuen Auftrag anlegen.',
  'command.sequence_reused': 'Nummer {sequence} ist schon vergeben; die nächste ist {expected}.',
  'command.gap': 'Nummer {sequence} ist zu weit: ab {expected} senden.',
  'command.cause_unknown': 'Der frühere Auftrag, von dem dieser abhängt, ist unbekannt.',
  'command.cause_not_applied': 'Hängt von einem früheren Scan ab, der „{outcome}“ ist.',
  'command.type_unknown':
    'Dieser Server kennt {type} Version {version} noch nicht. Der Auftrag bleibt erhalten und wird nach einem Update ausgeführt.',
  'command.failed':
    'Der Server ist an diesem Auftrag gescheitert. Er liegt bei der Schichtleitung; bitte weiterarbeiten.',

  // scans: why a code cannot be used, on the device
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
    'Dieses Etikett nennt weder Artikel noch Ladungsträger noch Platz. Den anderen Barcode darauf scannen.',
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
};
