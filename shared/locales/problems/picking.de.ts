import type { pickingProblems as english } from './picking.en.ts';

/** Problems of picking, in German. */
export const pickingProblems: Readonly<Record<keyof typeof english, string>> = {
  'picking.work_unknown': 'Hier gibt es keine Kommissionieraufgabe {work}. Auftrag scannen oder nächste Aufgabe holen.',
  'picking.work_not_released': 'Aufgabe {work} ist noch nicht freigegeben. Die Leitung um Freigabe der Welle bitten.',
  'picking.work_cancelled':
    'Aufgabe {work} wurde inzwischen storniert. Die Ware dorthin zurückbringen, wo sie entnommen wurde.',
  'picking.work_closed': 'Aufgabe {work} ist erledigt. Nächste Aufgabe holen.',
  'picking.not_yours': '{badge} arbeitet an {work}. {badge} um Rückgabe bitten oder die Aufgabe übergeben lassen.',
  'picking.work_claimed':
    '{badge} hat Aufgabe {work} übernommen. Andere Aufgabe nehmen oder sich diese übergeben lassen.',
  'picking.nothing_to_do': 'Im Moment gibt es nichts zu kommissionieren.',
  'picking.shipment_unknown': 'In diesem Lager gibt es keine Sendung {shipment}. Nummer prüfen.',
  'picking.order_unknown': 'In diesem Lager gibt es keinen Versandauftrag {order}. Nummer prüfen.',
  'picking.line_unknown': 'Diese Aufgabe hat keine Position {line}. Mit der angezeigten Position weitermachen.',
  'picking.line_cancelled': 'Position {line} wurde inzwischen storniert. Die Ware nach {location} zurücklegen.',
  'picking.line_done': 'Position {line} ist schon kommissioniert. Mit der nächsten weitermachen.',
  'picking.blocked': '{location} wird gerade nachgefüllt ({work}). Position überspringen und später wiederkommen.',
  'picking.wrong_position': 'Das gehört auf Platz {expected}, nicht {got}.',
  'picking.wrong_location': 'Falscher Platz: gemeint ist {expected}, das ist {got}. Zu {expected} gehen.',
  'picking.wrong_item': 'Falscher Artikel: gemeint ist {expected}, das ist {got}. Zurücklegen und {expected} nehmen.',
  'picking.too_much': '{got} {unit} sind mehr als die noch offenen {wanted} {unit}. {wanted} nehmen.',
  'picking.serials_required': 'Artikel {item} hat Seriennummern. Jede scannen.',
  'picking.serial_count':
    '{serials} {serials|Seriennummer ergibt|Seriennummern ergeben} nicht die Menge {wanted}. Jedes Stück einmal scannen.',
  'picking.serial_shipped':
    'Seriennummer {serial} wurde schon versandt. Stück beiseitelegen und die Leitung informieren.',
  'picking.wrong_serial': 'Der Auftrag verlangt Seriennummer {expected}, das ist {got}.',
  'picking.serial_missing': 'Seriennummer {serial} ist an {location} nicht frei. Ein anderes Stück nehmen.',
  'picking.wrong_plate': 'Falscher Ladungsträger: gemeint ist {expected}, das ist {got}.',
  'picking.wrong_lot': 'Falsche Charge: gemeint ist {expected}, das ist {got}.',
  'picking.lot_not_tracked':
    '{item} hat hier keine Chargen: {lot} gehört zu etwas anderem. Artikel noch einmal scannen.',
  'picking.order_held':
    'Auftrag {order} ist gesperrt ({holds}). Ware auf {location} lassen oder Entnommenes dorthin zurückbringen. Was schon kommissioniert ist, wartet am Bereitstellplatz.',
  'picking.serials_not_tracked':
    '{item} hat keine Seriennummern: {serials} gehört zu etwas anderem. Artikel noch einmal scannen.',
  'picking.not_for_sale': 'Von {location} darf nichts für Aufträge genommen werden. Aus einem Regal nehmen.',
  'picking.work_on_hold':
    'Auftrag {order} ist gesperrt ({holds}). Andere Aufgabe nehmen oder die Sperre aufheben lassen.',
  'picking.lot_expired': 'Charge {lot} ist am {expiryDate} abgelaufen. Liegen lassen und melden.',
  'picking.lot_too_old':
    'Charge {lot} läuft am {expiryDate} ab; der Kunde braucht sie bis {wanted}. Eine andere Charge nehmen.',
  'picking.not_there':
    'An {location} ist dieser Position weniger zugesagt als entnommen wurde. Was da ist als Fehlmenge melden.',
  'picking.not_free': 'An {location} sind nur {free} {unit} dieser Ware frei. Die genannte Ware nehmen.',
  'picking.plate_elsewhere': '{licensePlate} steht auf {location}. Einen leeren Behälter nehmen.',
  'picking.tote_taken': 'In {licensePlate} liegt Ware für {shipment}. Einen leeren Behälter nehmen.',
  'picking.tote_stands': 'Der Rest von {licensePlate} steht an {location}. Dort abstellen.',
  'picking.wrong_put_place':
    '{location} ist kein Platz für kommissionierte Ware. Zum Packen, auf die Bereitstellung oder ans Tor bringen.',
  'picking.nothing_in_hand': 'Von {work} ist nichts in der Hand. Erst kommissionieren.',
  'picking.reason_unknown': 'Es gibt keinen Grund {reason}. Möglich sind: {reasons}.',
  'picking.not_short': 'Verlangt sind {wanted} {unit}, es fehlt also nichts. Kommissionieren.',
  'picking.goods_in_hand': 'Ware von {work} ist noch in der Hand. Erst ablegen.',
  'picking.pick_unknown': 'Es gibt keine Entnahme {pick}, die zurückgenommen werden kann.',
  'picking.already_put': 'Die Ware wurde schon abgelegt. Umlagern oder die Leitung fragen.',
  'picking.original_taken':
    'Was bestellt war, ist inzwischen einem anderen Auftrag zugesagt. Den Ersatz behalten oder die Schichtleitung fragen.',
  'picking.rest_taken':
    'Der Rest wurde schon woanders geholt, das lässt sich nicht mehr rückgängig machen. Zuerst den zurücklegen.',
  'picking.place_counted':
    '{location} wurde inzwischen gezählt, das lässt sich nicht mehr rückgängig machen. Der Schichtleitung sagen, was da ist.',
  'picking.not_a_substitute': 'Der Auftrag nimmt {item} nicht anstelle von {ordered}. Er nimmt: {allowed}.',
  'picking.substitute_unit': '{item} wird nicht auf dieselbe Weise in {unit} gezählt. Die Leitung fragen.',
  'picking.order_not_released': 'Auftrag {order} ist noch nicht freigegeben. Die Leitung um Freigabe bitten.',
  'picking.wave_on_hold': 'Welle {wave} ist angehalten, darum wartet {work}. Die Leitung um Freigabe bitten.',
  'picking.goods_packed':
    'Ware ist in Karton {carton} verpackt. Nehmen Sie sie zuerst heraus und stornieren Sie dann noch einmal.',
  'picking.goods_loaded':
    'Ware ist an {location} verladen. Laden Sie sie zuerst ab und stornieren Sie dann noch einmal.',
};
