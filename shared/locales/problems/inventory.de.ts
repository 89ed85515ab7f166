import type { inventoryProblems as english } from './inventory.en.ts';

/** Problems of stock in the building, in German. */
export const inventoryProblems: Readonly<Record<keyof typeof english, string>> = {
  'inventory.goods_missing': 'Bitte die Palette scannen, oder den Artikel und die Menge.',
  'inventory.same_place': 'Die Ware ist schon auf {location}. Bitte scannen, wohin sie soll.',
  'inventory.plate_unknown': 'Es gibt keine Palette {licensePlate}. Bitte erneut scannen.',
  'inventory.wrong_warehouse': 'Die Palette {licensePlate} ist im Lager {warehouse}.',
  'inventory.plate_not_there': 'Die Palette {licensePlate} steht nicht auf {location}. Bitte nachsehen, wo sie ist.',
  'inventory.reserved':
    'Ware auf {licensePlate} ist für einen Auftrag reserviert. Stehen lassen oder die Schichtleitung fragen.',
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
  'inventory.adjustment_needs_approval':
    'Eine Korrektur um {quantity} {unit} von {item} auf {location} ist mehr als {limit} wert. Eine zweite Person muss sie genehmigen.',
};
