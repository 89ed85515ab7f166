import type { exceptionsProblems as english } from './exceptions.en.ts';

/** Problems of exceptions, discrepancies and photos, in German. */
export const exceptionsProblems: Readonly<Record<keyof typeof english, string>> = {
  'exceptions.subject_missing':
    'Worum geht es? Bitte Bestellung, Ladung, Artikel, Palettennummer oder Lagerplatz angeben.',
  'exceptions.order_unknown':
    'Die Bestellung {order} gibt es in diesem Lager nicht. Bitte die Nummer vom Papier scannen oder weglassen.',
  'exceptions.load_unknown':
    'Die Ladung {load} gibt es in diesem Lager nicht. Bitte eine andere scannen oder weglassen.',
  'exceptions.item_unknown':
    'Den Artikel {item} gibt es nicht. Bitte den Artikel scannen, oder weglassen und ein Foto machen.',
  'exceptions.plate_unknown':
    'Die Palettennummer {licensePlate} ist in diesem Lager nicht bekannt. Bitte noch einmal scannen oder weglassen.',
  'exceptions.location_unknown':
    'Den Lagerplatz {location} gibt es in diesem Lager nicht. Bitte noch einmal scannen oder weglassen.',
  'exceptions.not_a_discrepancy':
    '{exception} ist keine Abweichung und hat darum weder Klasse noch zuständige Stelle. Bitte stattdessen darüber entscheiden.',
  'exceptions.nothing_to_assign': 'Bitte die Klasse, die zuständige Stelle oder beides angeben.',
  'exceptions.unknown': 'Unter {exception} ist in diesem Lager nichts zu entscheiden. Liste neu laden.',
  'exceptions.already_resolved': 'Darüber hat schon jemand entschieden. Liste neu laden.',
  'exceptions.action_not_offered': '{action} ist hier nicht möglich. Eines davon wählen: {offered}.',
  'exceptions.own_command': 'Das stammt von Ihnen selbst, deshalb muss jemand anderes entscheiden.',
  'exceptions.cause_open':
    'Es hängt von einem früheren Scan ab, über den noch niemand entschieden hat. Erst über diesen entscheiden.',
  'exceptions.cannot_be_judged':
    'Der Server kann das nicht mehr ausführen. Auf anderem Weg in Ordnung bringen, dann abschließen.',
  'discrepancy.damage': 'Die Ware ist beschädigt.',
  'discrepancy.quality': 'Die Qualität muss geprüft werden.',
  'discrepancy.expiry': 'Es ist zu wenig Haltbarkeit übrig.',
  'discrepancy.shortage': 'Es kam weniger als angekündigt.',
  'discrepancy.overage': 'Es kam mehr als angekündigt.',
  'discrepancy.wrong-goods': 'Es kam andere Ware als angekündigt.',
  'discrepancy.wrong-label': 'Das Etikett ist falsch oder fehlt.',
  'discrepancy.other': 'Etwas ist nicht so, wie es sein soll.',
  'photo.not_a_picture': 'Das ist kein Bild, das gezeigt werden kann. Bitte eines von {types} senden.',
  'photo.id_reused': 'Unter {photo} liegt schon ein anderes Foto. Bitte das Foto noch einmal machen.',
};
