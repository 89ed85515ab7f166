import type { shippingProblems as english } from './shipping.en.ts';

/** Problems of loading and shipping, in German. */
export const shippingProblems: Readonly<Record<keyof typeof english, string>> = {
  'shipping.nothing_named': 'Angeben, was abgeht: eine Ladung, eine Sendung oder ein Auftrag.',
  'shipping.load_unknown': 'In diesem Lager gibt es keine Versandladung {load}. Nummer prüfen.',
  'shipping.shipment_unknown': 'In diesem Lager gibt es keine Sendung {shipment}. Nummer prüfen.',
  'shipping.order_unknown': 'In diesem Lager gibt es keinen Versandauftrag {order}. Nummer prüfen.',
  'shipping.nothing_to_ship': 'Von {named} ist nichts zu versenden. Erst freigeben oder die Lieferscheine ansehen.',
  'shipping.already_confirmed': 'Sendung {shipment} ist schon bestätigt. Zum Ändern den Lieferschein zurücknehmen.',
  'shipping.shipment_cancelled': 'Sendung {shipment} wurde storniert. Den Auftrag neu freigeben.',
  'shipping.order_held': 'Auftrag {order} in Sendung {shipment} ist gesperrt. Erst die Sperre aufheben lassen.',
  'shipping.goods_in_hand': 'Ware der Sendung {shipment} ist noch in der Hand ({work}). Erst ablegen.',
  'shipping.work_open':
    'Aufgabe {work} der Sendung {shipment} ist offen. Abschließen oder angeben, was mit dem Rest geschieht.',
  'shipping.carton_open': 'Karton {carton} der Sendung {shipment} ist offen. Erst schließen.',
  'shipping.nothing_picked': 'Von Sendung {shipment} ist nichts kommissioniert. Erst kommissionieren.',
  'shipping.wrong_place':
    'Ware der Sendung {shipment} steht auf {location}. Zum Packen, auf die Bereitstellung oder ans Tor bringen.',
  'shipping.not_loaded': '{loaded} von {expected} der Sendung {shipment} sind verladen. Erst den Rest verladen.',
  'shipping.remainder_required':
    'Von Sendung {shipment} ist nicht alles kommissioniert ({lines} {lines|Position|Positionen}). Angeben, ob der Rest abgetrennt, nachgeliefert oder storniert wird.',
  'shipping.reason_required': 'Angeben, warum der Rest der Sendung {shipment} nicht geliefert wird.',
  'shipping.goods_came_back':
    'Von der Ware auf Lieferschein {document} kam etwas zurück und wurde angenommen. Das erst zurücknehmen lassen.',
  'shipping.document_elsewhere': '{document} gehört zu Lager {warehouse}. Dort zurücknehmen.',
  'shipping.transfer_received':
    'Das Lager {warehouse} hat Ware von {document} mit {load} empfangen. Bitte mit einer eigenen Umlagerung zurückschicken.',
  'shipping.nothing_to_load': 'Einen Ladungsträger oder Karton scannen.',
  'shipping.on_truck': 'Ware von {shipment} ist auf dem Lkw von {load}. Erst entladen.',
  'shipping.load_gone': 'Ladung {load} ist versandt oder storniert.',
  'shipping.unit_unknown': 'Auf {unit} ist nichts Kommissioniertes. Etikett prüfen.',
  'shipping.foreign_unit': '{unit} gehört auf Ladung {load}, nicht auf {expected}. Vom Tor wegbringen.',
  'shipping.unit_in_hand': '{unit} ist noch in der Hand. Erst ablegen.',
  'shipping.wrong_door': '{location} ist kein Tor. Das Tor des Lkw scannen.',
  'shipping.wrong_lane': '{location} ist keine Bereitstellfläche. Zur Bereitstellung oder zum Packen zurückbringen.',
  'shipping.already_loaded': '{unit} ist schon auf dem Lkw.',
  'shipping.not_on_truck': '{unit} ist nicht auf dem Lkw.',
};
