import type { peopleProblems as english } from './people.en.ts';

/** Problems of signing in, devices, keys and what people may do, in German. */
export const peopleProblems: Readonly<Record<keyof typeof english, string>> = {
  'auth.required': 'Bitte zuerst anmelden oder einen Schlüssel senden.',
  'auth.key_unknown': 'Dieser Schlüssel ist unbekannt, abgelaufen oder gesperrt.',
  'auth.scope_missing': 'Diesem Schlüssel fehlt das Recht {scope}.',
  'auth.permit_missing': '{operation} ist dir in {warehouse} nicht erlaubt. Bitte die Schichtleitung fragen.',
  'session.credentials_missing': 'Ausweis und PIN angeben oder Benutzer und Passwort.',
  'session.wrong_credentials': 'Ausweis oder PIN ist falsch. Noch einmal versuchen oder die Schichtleitung fragen.',
  'session.goods_in_hand':
    'Sie haben noch Ware auf der Fahrt: {goods}. Zuerst abstellen, oder eine Schichtleitung bürgt dafür.',
  'session.locked': 'Zu viele falsche PINs. {minutes} {minutes|Minute|Minuten} warten oder die Schichtleitung fragen.',
  'session.unknown': 'Die Sitzung dieses Auftrags ist unbekannt. Bitte neu anmelden.',
  'session.revoked':
    'Die Sitzung wurde von der Schichtleitung beendet. Was du getan hast, bleibt zur Entscheidung erhalten.',
  'session.no_role': 'Ausweis {badge} hat in keinem Lager eine Rolle. Einen Administrator darum bitten.',
  'device.revoked': 'Dieses Gerät wurde gesperrt. Was Sie getan haben, ist für eine Entscheidung aufbewahrt.',
  'device.unknown':
    'Das Gerät {device} ist nicht zugelassen. Bitte den Code scannen, den ein Administrator dafür zeigt, und dann anmelden.',
  'device.enrolment_unknown':
    'Dieser Code ist verbraucht, zu alt oder nie vergeben worden. Einen Administrator um einen neuen bitten.',
  'person.last_administrator': '{badge} ist der letzte Administrator aller Lager. Zuerst einen weiteren anlegen.',
  'key.source_system_missing': 'Ein Schlüssel für ein ERP gehört zu einem Quellsystem. Angeben, zu welchem.',
  'key.expired_already': 'Ein Schlüssel, der dann abläuft, würde nie gelten. Einen Zeitpunkt in der Zukunft wählen.',
};
