import type { goodsProblems as english } from './goods.en.ts';

/** Problems of goods, places and plates: the rules that several slices share, in German. */
export const goodsProblems: Readonly<Record<keyof typeof english, string>> = {
  'item.unknown': 'Kein Artikel hat die Nummer {item}. Etikett prüfen oder die Schichtleitung fragen.',
  'item.ambiguous':
    'Den Artikel {item} gibt es in mehreren Systemen ({sourceSystems}). Bitte angeben, welcher gemeint ist.',
  'item.conversion_changed':
    'Beim Scannen waren {quantity} {unit} von {item} noch {counted} {baseUnit}; inzwischen sind es {now}. Die Ware stehen lassen: ein Vorgesetzter entscheidet. Ausgeführt zählen sie als {counted}.',
  'item.unit_unknown': 'Der Artikel {item} wird nicht in {unit} gezählt. Eine dieser Einheiten verwenden: {units}.',
  'item.not_found': 'Es gibt keinen Artikel {item}. Die Nummer prüfen.',
  'item.stock_without_serials':
    'Von {item} gibt es Bestand ohne Seriennummern, den niemand mehr nehmen könnte. Auf null berichtigen, diese Nachricht erneut senden, die Ware dann mit ihren Seriennummern zubuchen.',
  'item.stock_with_serials':
    'Von {item} gibt es Bestand mit Seriennummern, den niemand mehr nehmen könnte. Auf null berichtigen, diese Nachricht erneut senden, die Ware dann ohne Seriennummern zubuchen.',
  'item.base_unit_in_use':
    'Artikel {item} wird in {baseUnit} geführt, und es gibt Bestand, einen Auftrag oder eine Bewegung davon. Die Basiseinheit senden, wie sie war, oder eine neue Artikelnummer.',
  'item.decimals_in_use':
    'Artikel {item} wird mit {decimals} {decimals|Nachkommastelle|Nachkommastellen} geführt, und es gibt Bestand, einen Auftrag oder eine Bewegung davon. Sie senden, wie sie waren, oder eine neue Artikelnummer.',
  'quantity.not_positive': 'Die Menge muss größer als null sein. Bitte eingeben, wie viel da ist.',
  'quantity.zero': 'Null ändert nichts. Bitte eingeben, wie viel mehr oder weniger da ist.',
  'quantity.too_precise':
    '{quantity} hat mehr Nachkommastellen, als dieser Artikel erlaubt ({decimals}). Bitte eine rundere Menge eingeben.',
  'quantity.too_large': '{quantity} ist mehr, als auf einmal gebucht werden kann ({limit}). Bitte die Menge prüfen.',
  'location.unknown': 'Hier gibt es keinen Platz {location}. Bitte das Platzetikett erneut scannen.',
  'location.inactive': 'Der Platz {location} ist gesperrt. Bitte einen anderen nehmen.',
  'location.wrong_type': 'Der Platz {location} ist nicht zum Lagern da ({type}). Bitte einen Lagerplatz nehmen.',
  'location.other_item': 'Der Platz {location} gehört dem Artikel {item}. Bitte einen anderen nehmen.',
  'location.mixes_items':
    'Auf dem Platz {location} darf nur ein Artikel liegen, und das ist {item}. Bitte einen anderen nehmen.',
  'location.mixes_lots':
    'Auf dem Platz {location} darf von einem Artikel nur eine Charge liegen. Bitte einen anderen nehmen.',
  'location.full':
    'Der Platz {location} ist voll ({taken} von {plates} {plates|Palette|Paletten}). Bitte einen anderen nehmen.',
  'location.category_not_allowed':
    'Der Platz {location} nimmt keine Ware der Warengruppe {category} ({item}). Bitte einen anderen nehmen.',
  'location.status_not_allowed':
    'Der Platz {location} nimmt keine Ware mit dem Status {status}. Einwandfreie Ware gehört ins Lager, gesperrte in die Quarantäne.',
  'location.mixes_statuses':
    'Am Platz {location} darf nur ein Status stehen: {status}, nicht auch {otherStatus}. Bitte einen anderen nehmen.',
  'location.mixes_owners':
    'Am Platz {location} darf nur Ware eines Eigentümers stehen: {owner}, nicht auch {otherOwner}. Bitte einen anderen nehmen.',
  'location.too_heavy':
    'Die Ware ist {excessKg} kg zu schwer für den Platz {location}, der {capacityKg} kg trägt. Bitte einen anderen nehmen oder teilen.',
  'location.too_big':
    'Die Ware braucht {excessLitres} Liter mehr, als am Platz {location} von {capacityLitres} frei sind. Bitte einen anderen nehmen oder teilen.',
  'location.code_reserved': 'Codes, die mit HANDS- beginnen, stehen für Ware in der Hand. Einen anderen wählen.',
  'location.code_is_plate': 'So heißt schon die Palette {licensePlate}. Einen anderen Code wählen.',
  'location.in_use': 'Auf Platz {location} steht Ware. Sie wegbringen, dann den Platz schließen oder seine Art ändern.',
  'stock.too_much':
    'Von {item} wäre mehr da, als sich genau zählen lässt: {onHand} {unit} sind hier, {limit} ist das Höchste. Menge und Einheit prüfen.',
  'stock.none': 'Hier ist kein {item} zu holen. Bitte Platz und Ware prüfen.',
  'stock.lot_none': 'Hier ist von Charge {lot} von {item} nichts zu holen. Bitte Etikett und Platz prüfen.',
  'stock.lot_required': 'Hier liegen mehrere Chargen von {item} ({lots}). Bitte die Charge scannen.',
  'stock.serial_missing': 'Die Seriennummer {serial} von {item} ist nicht hier. Bitte die Ware prüfen.',
  'stock.serials_required': 'Der Artikel {item} hat Seriennummern. Bitte die entnommenen scannen.',
  'stock.not_enough': 'Hier können nur {there} {unit} von {item} geholt werden, nicht {wanted}. Bitte nachzählen.',
  'stock.status_blocks': 'Nichts davon ist frei: Der Status ist {status}.',
  'stock.at_dock': 'Noch ist nichts davon frei: Es steht an {location} und ist nicht eingelagert.',
  'stock.not_for_sale': 'Nichts davon ist frei: Von {location} werden keine Aufträge bedient.',
  'stock.all_reserved': 'Nichts davon ist frei: Alles ist Aufträgen zugesagt.',
  'stock.subject_missing': 'Bitte angeben, welcher Platz, Artikel oder welche Palette gemeint ist.',
  'explain.subject_missing':
    'Bitte angeben, welche Bestellung, welcher Artikel, welche Palette, welcher Platz oder welcher Befehl gemeint ist.',
  'license_plate.no_prefix':
    'Niemand hat die GS1-Basisnummer gesetzt, mit der NVE beginnen. Sie wird in der Konsole unter Einrichtung, NVE gesetzt. Bis dahin Etiketten mit Nummer verwenden.',
  'license_plate.used_up':
    'Alle Nummern unter der Basisnummer {companyPrefix} sind vergeben. Unter Einrichtung, NVE eine andere setzen.',
  'license_plate.example_prefix':
    'GS1 hält Basisnummern mit 952 für Beispiele frei. Die setzen, die GS1 Ihrer Firma gegeben hat.',
  'stock.below_zero': 'Von {location} wurde mehr entnommen, als laut Bestand da war. Bitte zählen, was dort ist.',
  'stock.in_hands': '{badge} hat es in der Hand. {badge} fragen oder warten, bis es abgestellt ist.',
  'stock.in_quarantine': 'Es steht im Sperrlager auf {location}. Erst muss es jemand prüfen und freigeben.',
  'stock.going_out': 'Es ist schon kommissioniert und wartet auf {location} auf die Abfahrt.',
  'stock.plate_is_carton': '{licensePlate} ist ein Karton, der noch nicht abging. Eine andere Palette scannen.',
  'stock.plate_is_location': '{licensePlate} ist ein Lagerplatz, keine Palette. Die Palette scannen.',
  'stock.none_here': 'Von {item} ist nichts in diesem Lager.',
  'stock.none_at': 'Auf {location} steht nichts.',
  'stock.none_on': 'Auf {licensePlate} ist nichts.',
  'stock.not_come': 'Von {item} ist noch nichts da: {quantity} {unit} kommen mit Auftrag {order}.',
  'stock.reserved_for': 'Alles davon ist anderen versprochen: {orders}.',
  'stock.being_brought': 'Es wird zu einem Pickplatz gebracht ({work}). Dort kommissionieren.',
};
