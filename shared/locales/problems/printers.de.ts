import type { printersProblems as english } from './printers.en.ts';

/** Problems of printers and their jobs, in German. */
export const printersProblems: Readonly<Record<keyof typeof english, string>> = {
  'labels.job_unknown': 'In diesem Lager gibt es keinen Druckauftrag {job}.',
  'labels.job_over': 'Der Auftrag wartet nicht mehr. Bei Bedarf noch einmal drucken.',
  'labels.job_waits': 'Der Auftrag ist noch nicht gedruckt. Warten oder an einen anderen Drucker geben.',
  'labels.too_small': 'Ein Etikett von {media} ist dafür zu klein; nötig sind mindestens {least}.',
  'printer.unreachable':
    '{printer} antwortet unter {address} nicht. Einschalten und Kabel prüfen; es wird von selbst weiter versucht.',
  'printer.connection_lost':
    'Die Verbindung zu {printer} brach beim Drucken ab. Was schon gedruckt sein kann, wird als Kopie wiederholt.',
  'printer.address_not_allowed':
    '{address} steht nicht in der Liste der Druckadressen. Ein Administrator muss sie eintragen.',
  'printer.gave_up':
    'Die Verbindung zu {printer} brach bei jedem Senden ab; dieser Auftrag wird nicht mehr gesendet. Nachsehen, was herauskam, dann noch einmal drucken.',
  'printer.silent':
    '{printer} nimmt die Verbindung an, sagt aber nicht, wie es ihm geht. Aus- und einschalten. Antwortet er nie, in seinen Einstellungen „Wird nach seinem Zustand gefragt“ abwählen.',
  'printer.paper_out': '{printer} hat keine Etiketten mehr. Eine neue Rolle einlegen.',
  'printer.head_open': '{printer} ist offen. Bitte schließen.',
  'printer.ribbon_out': '{printer} hat kein Farbband mehr. Ein neues einlegen.',
  'printer.paused': '{printer} ist angehalten. Die Pausentaste drücken.',
  'printer.paused_here': '{printer} ist in seinen Einstellungen ausgeschaltet. Dort einschalten.',
  'printer.address_not_listed': '{address} steht nicht in der Liste der Druckadressen. Zuerst dort eintragen.',
  'printer.no_address': 'Unter {host} kann kein Drucker sein. Die Adresse des Druckers selbst eintragen.',
  'printer.test_in_demo_only': 'Testdrucker gibt es nur im Demobetrieb. Die Adresse eines echten eintragen.',
  'printer.zone_unknown': 'In Zone {zone} liegt kein Platz. Berichtigen oder leer lassen.',
};
