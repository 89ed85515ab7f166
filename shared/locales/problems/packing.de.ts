import type { packingProblems as english } from './packing.en.ts';

/** Problems of packing, in German. */
export const packingProblems: Readonly<Record<keyof typeof english, string>> = {
  'packing.carton_unknown': 'Es gibt keinen Karton {carton}. Erst einen öffnen.',
  'packing.carton_elsewhere': 'Karton {carton} ist in Lager {warehouse}.',
  'packing.carton_shipped': 'Karton {carton} wurde schon versandt.',
  'packing.carton_closed': 'Karton {carton} ist schon geschlossen. Einen anderen öffnen.',
  'packing.carton_type_unknown': 'Es gibt keine Kartonart {type}. Möglich sind: {types}.',
  'packing.shipment_unknown': 'In diesem Lager gibt es keine Sendung {shipment}. Nummer prüfen.',
  'packing.shipment_gone': 'Sendung {shipment} ist versandt oder storniert. Dafür kann nichts gepackt werden.',
  'packing.order_held':
    'Auftrag {order} in Sendung {shipment} ist gesperrt. Erst die Sperre aufheben lassen, dann weiterpacken.',
  'packing.wrong_place': '{location} ist kein Packplatz. An einen Packplatz gehen.',
  'packing.carton_taken': '{carton} ist schon die Nummer von etwas anderem. Ein neues Etikett nehmen.',
  'packing.wrong_item': 'Von Artikel {item} ist für Sendung {shipment} nichts zu packen. Beiseitelegen.',
  'packing.wrong_lot': 'Falsche Charge: kommissioniert wurde {expected}, das ist {got}.',
  'packing.lot_required':
    'Von Artikel {item} wurden mehrere Chargen kommissioniert: {lots}. Bitte angeben, welche es ist.',
  'packing.serials_not_tracked':
    '{item} hat keine Seriennummern: {serials} gehört zu etwas anderem. Artikel noch einmal scannen.',
  'packing.serials_required': 'Artikel {item} hat Seriennummern. Jede scannen.',
  'packing.serial_count':
    '{serials} {serials|Seriennummer ergibt|Seriennummern ergeben} nicht die Menge {wanted}. Jedes Stück einmal scannen.',
  'packing.wrong_serial': 'Seriennummer {serial} wurde nicht für diese Sendung kommissioniert. Beiseitelegen.',
  'packing.goods_in_hand': 'Artikel {item} ist noch in der Hand. Erst am Packplatz ablegen.',
  'packing.goods_at_door': 'Artikel {item} steht am Tor {location}, auf dem Lkw. Erst abladen, dann packen.',
  'packing.too_much': 'Von Artikel {item} sind hier nur {left} {unit} übrig, nicht {got}.',
  'packing.carton_empty': 'Karton {carton} ist leer. Etwas einpacken oder ihn verwerfen.',
  'packing.carton_not_empty': 'In Karton {carton} ist Ware. Nehmen Sie sie heraus, bevor Sie ihn verwerfen.',
  'packing.weight_wrong': '{weight} kg kann nicht stimmen. Den Karton noch einmal wiegen.',
};
