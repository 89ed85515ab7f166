import type { commandsProblems as english } from './commands.en.ts';

/** Problems of commands, in German. */
export const commandsProblems: Readonly<Record<keyof typeof english, string>> = {
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
  'warehouse.unknown': 'Es gibt kein Lager {warehouse}. Berichtigen oder zuerst anlegen.',
};
