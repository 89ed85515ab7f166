import type { replenishmentProblems as english } from './replenishment.en.ts';

/** Problems of replenishment, in German. */
export const replenishmentProblems: Readonly<Record<keyof typeof english, string>> = {
  'replenishment.reason_missing':
    'Auf {wanted} {unit} wird gewartet, gesagt wurde {got}. Bitte sagen, warum es weniger ist.',
  'replenishment.none_in_reserve':
    'Von {item} ist in der Reserve nichts frei, oder es ist schon unterwegs. Den Vorgesetzten fragen, wann mehr kommt.',
  'replenishment.other_place':
    'Diese Ware gehört an {expected}, das hier ist {got}. Dorthin bringen, oder sagen, warum sie hier bleibt.',
  'replenishment.not_pickable':
    'Von {location} ({type}) aus wird nicht kommissioniert. Die Ware an einen Pickplatz oder ins Lager bringen.',
  'replenishment.face_enough': '{location} hat, was dort sein soll, oder es ist unterwegs. Es ist nichts zu tun.',
  'replenishment.not_a_face':
    'Von {location} ({type}) aus wird nicht kommissioniert, dort gibt es kein Minimum. Einen Pickplatz wählen.',
  'replenishment.item_repeated': '{item} ist zweimal genannt. Bitte nur einmal nennen.',
  'replenishment.maximum_missing': 'Bis wohin wird {item} aufgefüllt? Ein Maximum über 0 angeben.',
  'replenishment.limits_reversed':
    'Das Minimum, {minimum}, liegt über dem Maximum, {maximum}. Vertauschen oder eines davon berichtigen.',
  'replenishment.no_face': '{item} hat hier keinen Pickplatz. Den Platz nennen, an den es soll, oder ihm einen geben.',
  'replenishment.request_unknown':
    'Es gibt keine Anforderung {requestNumber}, die zurückgenommen werden kann. Nummer prüfen.',
  'replenishment.still_needed': 'Was {work} bringt, wird gebraucht oder ist schon abgestellt. Es ist nichts zu tun.',
};
