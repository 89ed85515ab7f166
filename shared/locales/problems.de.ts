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
};
