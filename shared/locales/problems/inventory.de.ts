import type { inventoryProblems as english } from './inventory.en.ts';

/** Problems of stock in the building, in German. */
export const inventoryProblems: Readonly<Record<keyof typeof english, string>> = {
  'inventory.goods_missing': 'Bitte die Palette scannen, oder den Artikel und die Menge.',
  'inventory.same_place': 'Die Ware ist schon auf {location}. Bitte scannen, wohin sie soll.',
  'inventory.plate_unknown': 'Es gibt keine Palette {licensePlate}. Bitte erneut scannen.',
  'inventory.wrong_warehouse': 'Die Palette {licensePlate} ist im Lager {warehouse}.',
  'inventory.plate_not_there': 'Die Palette {licensePlate} steht nicht auf {location}. Bitte nachsehen, wo sie ist.',
  'inventory.reserved':
    'Diese Ware ist dem Auftrag {order} zugesagt, und auf {location} wird nicht kommissioniert. Stehen lassen oder einen anderen Platz scannen.',
  'inventory.picked_goods':
    'Diese Ware ist schon für Auftrag {order} kommissioniert. Dorthin bringen, wo der Auftrag zusammengestellt wird.',
  'inventory.being_picked': 'Jemand ist für {work} zu dieser Ware unterwegs. Stehen lassen.',
  'inventory.being_replenished': 'Diese Ware wird mit {work} zu einem Pickplatz gebracht. Stehen lassen.',
  'inventory.part_of_pick':
    'Kommissionierung {work} nimmt einen Teil dieser Ware von hier. Alles umlagern oder weniger.',
  'inventory.other_shipment':
    'Dort steht kommissionierte Ware für {shipment}. Andere Ware darf nicht mit ihr auf {licensePlate} stehen.',
  'inventory.on_it_already': 'Die Ware steht schon auf {licensePlate}. Bitte eine andere Palette scannen.',
  'inventory.onto_itself':
    'Die Palette {licensePlate} wird selbst umgelagert oder steht darauf. Bitte eine andere scannen.',
  'inventory.plate_elsewhere':
    'Die Palette {licensePlate} steht auf {location}. Die Ware dorthin bringen oder eine andere scannen.',
  'inventory.nested_too_deep':
    'Höchstens drei Paletten dürfen übereinander stehen. Bitte neben {licensePlate} stellen.',
  'inventory.plate_empty': 'Auf der Palette {licensePlate} steht nichts. Bitte die mit der Ware scannen.',
  'inventory.nothing_nested': 'Auf {licensePlate} steht keine Palette, die man herunternehmen könnte.',
  'inventory.not_nested': 'Die Palette {licensePlate} steht nicht auf {parent}. Bitte nachsehen, wo sie ist.',
  'inventory.in_hands': 'Jemand hat die Palette {licensePlate} in den Händen. Bitte erst absetzen.',
  'inventory.reason_unknown': 'Einen Grund {reason} gibt es nicht. Möglich sind: {reasons}.',
  'inventory.lot_required': 'Der Artikel {item} hat Chargen. Bitte die Charge scannen.',
  'inventory.lot_not_tracked': 'Der Artikel {item} hat keine Chargen. Bitte die Charge weglassen.',
  'inventory.expiry_required': 'Die Charge {lot} von {item} ist neu. Bitte das Verfallsdatum eingeben.',
  'inventory.expiry_conflict':
    'Die Charge {lot} ist mit dem Verfallsdatum {known} bekannt, nicht {sent}. Bitte das Etikett prüfen.',
  'inventory.serials_required': 'Der Artikel {item} hat Seriennummern. Bitte jede scannen.',
  'inventory.serials_not_tracked': 'Der Artikel {item} hat keine Seriennummern. Bitte weglassen.',
  'inventory.serial_repeated': 'Die Seriennummer {serial} wurde doppelt gescannt. Bitte einmal entfernen.',
  'inventory.serial_count':
    'Es {serials|ist|sind} {serials} {serials|Seriennummer|Seriennummern}; es muss eine je {unit} sein.',
  'inventory.serial_in_stock': 'Die Seriennummer {serial} von {item} ist schon im Lager. Bitte das Etikett prüfen.',
  'inventory.status_unknown': 'Einen Bestandsstatus {status} gibt es nicht. Möglich sind: {statuses}.',
  'inventory.where_missing': 'Bitte den Platz oder die Palette der Ware scannen.',
  'inventory.item_required': 'Dort sind mehrere Artikel. Bitte angeben, welcher gemeint ist.',
  'inventory.nothing_there': 'Auf {where} ist nichts. Bitte den Platz oder die Palette erneut scannen.',
  'inventory.status_already': 'Was auf {where} ist, hat den Status {status} schon.',
  'inventory.goods_picked': 'Ware auf {where} ist für einen Kunden gepickt. Sie muss zuerst ins Regal zurück.',
  'inventory.hold_the_lot': 'Eine Charge wird als Ganzes gesperrt und freigegeben. Bitte die Schichtleitung fragen.',
  'inventory.lot_on_hold':
    'Die Charge {lot} von {item} ist gesperrt: Niemand darf sie verwenden. Bitte die Schichtleitung fragen, was aus ihr wird.',
  'inventory.lot_held': 'Die Charge {lot} von {item} ist schon gesperrt, durch {hold}.',
  'inventory.hold_unknown': 'Es gibt keine Sperre {hold}. Bitte in der Liste der Sperren nachsehen.',
  'inventory.hold_released': 'Die Charge {lot} von {item} ist schon freigegeben; die Sperre {hold} ist beendet.',
  'inventory.approval_waits':
    'Dasselbe wartet schon auf die Zustimmung einer zweiten Person ({approval}). Bitte dort nachfragen.',
  'inventory.goods_changed':
    'Gefragt war nach {asked} auf {where}; inzwischen ist es {now}. Bitte ablehnen und neu anfragen lassen.',
};
