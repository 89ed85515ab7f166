import type { requestsProblems as english } from './requests.en.ts';

/** Problems of requests and the server that answers them, in German. */
export const requestsProblems: Readonly<Record<keyof typeof english, string>> = {
  'request.malformed': 'Dieser Wert hat nicht die verlangte Form. Berichtigen und erneut senden.',
  'request.malformed_json': 'Der Inhalt ist kein gültiges JSON. Bitte ein JSON-Dokument in UTF-8 senden.',
  'request.name_repeated': 'Der Inhalt nennt {name} in einem Objekt zweimal. Bitte einmal senden.',
  'request.missing': 'Diese Angabe ist Pflicht. Ergänzen und erneut senden.',
  'request.blank': 'Leerzeichen allein benennen nichts. Bitte schreiben, was gelesen werden soll.',
  'request.wrong_type': 'Hier ist der Typ {expected} verlangt.',
  'request.number_rounded':
    'Diese Zahl hat mehr Stellen, als sich genau behalten lassen. Mit höchstens 15 senden, davon 6 Nachkommastellen.',
  'request.too_small': 'Der Wert liegt unter dem Mindestwert {minimum}.',
  'request.too_big': 'Der Wert liegt über dem Höchstwert {maximum}.',
  'request.not_allowed': 'Nur diese Werte sind erlaubt: {allowed}.',
  'request.unknown_property': 'Diese Angabe gibt es hier nicht. Entfernen oder den Namen berichtigen.',
  'request.invalid': 'Die Anfrage hat Fehler. Jeder ist mit seiner Stelle aufgeführt.',
  'request.control_character': 'Text darf keine Steuerzeichen und kein beschädigtes Unicode enthalten.',
  'request.too_large': 'Der Inhalt ist größer als {limit} Bytes. Bitte weniger auf einmal senden.',
  'request.content_type': 'Den Inhalt als application/json in UTF-8 senden, nicht komprimiert.',
  'request.not_acceptable': 'Dies gibt es nur als {offered}.',
  'request.not_found': 'Unter dieser Adresse gibt es nichts.',
  'request.method': 'Diese Adresse nimmt diese Methode nicht an.',
  'request.not_utf8': 'Die Datei ist kein UTF-8-Text. Als UTF-8 speichern und erneut senden.',
  'request.malformed_csv':
    'Zeile {line} ist kein CSV: Ein Anführungszeichen fehlt oder ist zu viel. Die Datei berichtigen und erneut senden.',
  'request.precondition_missing':
    'Angeben, welcher Stand geändert wird: If-Match mit dem erhaltenen ETag, oder If-None-Match: * für etwas Neues.',
  'request.changed_meanwhile':
    'Jemand hat dies geändert, seit es gelesen wurde. Neu lesen und die Änderung darauf vornehmen.',
  'request.exists_already': 'Das gibt es schon. Lesen und mit If-Match ändern.',
  'request.code_differs': 'Die Adresse sagt {code}. Dies weglassen oder dasselbe senden.',
  'request.repeated': 'Dies ist zweimal genannt. Eines weglassen.',
  'feed.position_unknown':
    'Die Position {after} wurde nie vergeben; die neueste ist {newest}. Weiterlesen ab dem letzten `next` dieses Servers, oder neu beginnen: bei 0 oder mit einem Bestandsabzug.',
  'idempotency.key_reused': 'Dieser Schlüssel wurde für eine andere Anfrage benutzt. Bitte einen neuen verwenden.',
  'idempotency.in_progress': 'Die erste Anfrage mit diesem Schlüssel wird noch bearbeitet. Gleich noch einmal senden.',
  'idempotency.key_malformed': 'Der Idempotency-Key muss 1 bis {limit} Zeichen haben. Einen anderen senden.',
  'server.failed':
    'Der Server ist gescheitert. Nichts wurde geändert. Dieselbe Anfrage erneut senden; scheitert sie wieder, die Korrelationsnummer melden.',
  'server.storage': 'Die Datenbank ist nicht erreichbar. Nichts wurde geändert; dieselbe Anfrage erneut senden.',
  'server.disk_full':
    'Die Platte des Servers ist voll. Nichts wurde geändert; nichts Beantwortetes ist verloren. Bitte Platz schaffen.',
  'message.request_carried_out':
    'Die Anforderung {requestNumber} ist ausgeführt oder nie angekommen. Bitte eine senden, die sagt, was die Ware jetzt sein soll.',
};
