import type { receivingProblems as english } from './receiving.en.ts';

/** Problems of receiving and the notices of suppliers, in German. */
export const receivingProblems: Readonly<Record<keyof typeof english, string>> = {
  'receiving.order_missing': 'Bitte zuerst die Bestellung oder die Ladung scannen.',
  'receiving.order_unknown': 'Die Bestellung {order} ist unbekannt. Nummer prüfen oder die Schichtleitung fragen.',
  'receiving.order_ambiguous':
    'Die Bestellung {order} gibt es in mehreren Systemen ({sourceSystems}). Bitte angeben, welche gemeint ist.',
  'receiving.wrong_warehouse':
    '{order} gehört zum Lager {warehouse}. Ware beiseitestellen und die Schichtleitung fragen.',
  'receiving.order_closed':
    'Die Bestellung {order} nimmt keine Ware mehr an ({status}). Ware beiseitestellen und die Schichtleitung fragen.',
  'receiving.load_unknown': 'Die Ladung {load} ist hier unbekannt. Bitte die Nummer prüfen.',
  'receiving.load_brings_nothing':
    'Die Ladung {load} bringt nichts mehr: Ihre Bestellungen wurden storniert. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'receiving.load_completed': 'Die Ladung {load} ist schon abgeschlossen. Die Schichtleitung kann sie wieder öffnen.',
  'receiving.load_ambiguous': 'Die Bestellung {order} ist auf mehreren Ladungen ({loads}). Bitte die Ladung scannen.',
  'receiving.order_not_on_load':
    'Die Bestellung {order} ist nicht auf der Ladung {load}. Bitte prüfen, welche Ladung das ist.',
  'receiving.item_unknown': 'Kein Artikel hat die Nummer {item}. Etikett prüfen oder die Schichtleitung fragen.',
  'receiving.item_not_on_order':
    'Der Artikel {item} ist nicht auf der Bestellung {order}. Beiseitestellen und die Schichtleitung fragen.',
  'receiving.line_unknown': 'Die Bestellung {order} hat keine Position {line}. Bitte die Position prüfen.',
  'receiving.line_other_item':
    'Position {line} der Bestellung {order} ist nicht für den Artikel {item}. Den Artikel der Position scannen oder eine andere wählen.',
  'receiving.line_closed':
    'Position {line} der Bestellung {order} nimmt keine Ware mehr an. Ware beiseitestellen und die Schichtleitung fragen.',
  'receiving.lot_not_on_order':
    'Die Bestellung {order} erwartet eine andere Charge von {item} als {lot}. Ware beiseitestellen und die Schichtleitung fragen.',
  'receiving.location_unknown':
    'Hier gibt es keinen Wareneingangsplatz {location}. Bitte das Etikett des Tors scannen.',
  'receiving.location_not_receiving':
    'Der Platz {location} ist kein Wareneingangsplatz. Bitte das Etikett des Tors scannen.',
  'receiving.lot_required': 'Der Artikel {item} hat Chargen. Bitte die Charge scannen.',
  'receiving.lot_not_tracked': 'Der Artikel {item} hat keine Chargen. Bitte die Charge weglassen.',
  'receiving.expiry_required': 'Die Charge {lot} von {item} ist neu. Bitte das Verfallsdatum eingeben.',
  'receiving.expiry_conflict':
    'Die Charge {lot} ist mit dem Verfallsdatum {known} bekannt, nicht {sent}. Etikett prüfen; stimmt es, die Schichtleitung fragen.',
  'receiving.status_unknown': 'Einen Bestandsstatus {status} gibt es nicht. Möglich sind: {statuses}.',
  'receiving.expired':
    '{item} war nur bis {expiry} haltbar. Bitte als beschädigt oder zur Prüfung beiseitestellen, oder nicht annehmen.',
  'receiving.shelf_life_short':
    '{item} ist bis {expiry} haltbar: noch {left} {left|Tag|Tage}, verlangt {needed|ist|sind} {needed}. Bitte zur Prüfung beiseitestellen oder den Vorgesetzten fragen.',
  'receiving.serials_required': 'Der Artikel {item} hat Seriennummern. Bitte jede scannen.',
  'receiving.serials_not_tracked': 'Der Artikel {item} hat keine Seriennummern. Bitte weglassen.',
  'receiving.serial_repeated': 'Die Seriennummer {serial} wurde doppelt gescannt. Bitte einmal entfernen.',
  'receiving.serial_count':
    '{serials} {serials|Seriennummer ergibt|Seriennummern ergeben} nicht {quantity} {unit}. Bitte für jedes Stück eine scannen.',
  'receiving.serial_in_stock': 'Die Seriennummer {serial} von {item} ist schon im Lager. Bitte das Etikett prüfen.',
  'receiving.plate_unknown': 'Es gibt keine Palettennummer {licensePlate}. Bitte eine Palette scannen.',
  'receiving.plate_put_away':
    'Die Palette {licensePlate} ist schon nach {location} eingelagert. Bitte eine andere verwenden.',
  'receiving.plate_elsewhere': 'Die Palette {licensePlate} wird in {location} benutzt. Bitte eine andere verwenden.',
  'receiving.over_delivery':
    'Mehr, als die Bestellung erlaubt: höchstens {limit} {unit} von {item}, {registered} sind erfasst, {fits} passen noch. Den Rest beiseitestellen und die Schichtleitung fragen.',
  'receiving.load_required':
    'Der Auftrag {order} ist auf keiner Ladung. Bitte eine Ladung anlegen lassen oder die Schichtleitung fragen.',
  'receiving.plate_on_other_load':
    'Die Palette {licensePlate} ist auf Ladung {load} avisiert. Bitte auf dieser Ladung erfassen.',
  'receiving.load_over_delivery':
    'Mehr, als Ladung {load} bringen darf: höchstens {limit} {unit} von {item}, {registered} sind erfasst, {fits} passen noch. Der Auftrag nähme {more}: die Schichtleitung kann die Überlieferung dieser Ladung erhöhen.',
  'receiving.registration_reported':
    'Beleg {documentNumber} meldet diese Erfassung schon. Die Schichtleitung bitten, ihn zurückzunehmen.',
  'receiving.load_sources_differ':
    'Die Aufträge sind aus mehreren Systemen ({sourceSystems}). Bitte für jedes eine Ladung anlegen.',
  'receiving.load_line_repeated':
    'Position {line} von Auftrag {order} ist zweimal genannt. Bitte einmal, mit der ganzen Menge.',
  'receiving.load_exceeds_order':
    'Auftrag {order} nimmt in Position {line} nur noch {fits} {unit}, andere Ladungen mitgezählt. Bitte höchstens so viel planen.',
  'receiving.load_empty':
    'Es ist nichts mehr übrig, was eine Ladung bringen könnte. Bitte Positionen mit Mengen nennen.',
  'receiving.load_taken': 'Eine Ladung {load} gibt es schon. Bitte einen anderen Namen wählen.',
  'receiving.line_not_on_load':
    'Ladung {load} soll von Position {line} des Auftrags {order} nichts bringen. Bitte die Ladung prüfen.',
  'receiving.order_cap_exceeded':
    'Ladung {load} dürfte dann {wanted} {unit} bringen, Auftrag {order} nimmt in Position {line} aber nur noch {fits}. Bitte einen kleineren Prozentsatz wählen.',
  'receiving.plate_not_announced':
    'Kein Avis sagt, was auf der Palette {licensePlate} ist. Bitte Artikel für Artikel erfassen.',
  'receiving.plate_other_warehouse':
    'Die Palette {licensePlate} ist für das Lager {warehouse} avisiert. Bitte beiseitestellen und die Schichtleitung fragen.',
  'receiving.order_not_on_plate':
    'Auf der Palette {licensePlate} ist nichts für den Auftrag {order} avisiert. Bitte die Palette prüfen oder den Auftrag weglassen.',
  'receiving.plate_received': 'Die Palette {licensePlate} der Ladung {load} ist schon erfasst. Bitte einlagern.',
  'receiving.plate_begun':
    'Die Palette {licensePlate} wurde Artikel für Artikel begonnen; {left} von {lines} {lines|Position fehlt|Positionen fehlen}. Bitte so weitermachen oder bestätigen, dass der Rest wie avisiert ist.',
  'receiving.plate_changed':
    'Von der Palette {licensePlate} ist inzwischen anderes avisiert, als dir gezeigt wurde. Bitte beiseitestellen, bis die Schichtleitung entschieden hat.',
  'receiving.expected_subject_missing': 'Bitte die Ladung oder die Palette nennen.',
  'receiving.source_unknown':
    'Kein System {sourceSystem} arbeitet mit dem Lager {warehouse}. Bitte sagen, wessen Ware das ist.',
  'receiving.source_ambiguous':
    'Die Ware kann zu mehreren Systemen gehören ({sourceSystems}). Bitte sagen, welches gemeint ist.',
  'receiving.manual_orders_off':
    '{sourceSystem} nimmt keine Ware an, die es nicht bestellt hat. Bitte beiseitestellen und die Schichtleitung fragen.',
  'receiving.registration_unknown': 'Die Erfassung {registration} ist unbekannt.',
  'receiving.registration_undone': 'Diese Erfassung wurde schon zurückgenommen.',
  'receiving.already_put_away':
    'Die Ware hat {location} schon verlassen, die Erfassung bleibt. Bei der Schichtleitung eine Korrektur erbitten.',
  'receiving.no_open_load':
    'Für {order} wurde seit dem letzten Abschluss nichts erfasst. Bitte zuerst die Ware erfassen.',
  'receiving.document_elsewhere': 'Beleg {document} gehört zum Lager {warehouse}. Bitte zuerst dorthin wechseln.',
  'receiving.differences':
    '{lines} {lines|Position weicht|Positionen weichen} vom Erwarteten ab. Bitte prüfen oder die Abweichungen annehmen.',
  'receiving.load_shared':
    'Der Auftrag {order} kam mit {others} auf der Ladung {load}. Bitte die Ladung als Ganzes abschließen.',
  'receiving.packing_slip_required':
    'Die Ladung {load} lässt sich nur mit der Nummer des Lieferscheins abschließen. Bitte eingeben.',
  'receiving.must_equal':
    '{lines} {lines|Position weicht|Positionen weichen} von der Bestellung ab, und diese Ladung muss genau diese bringen. Bitte den Rest erfassen oder das Zuviel zurücknehmen.',
  'receiving.difference':
    'Bestellung {order}, Position {line}, Artikel {item}: {expected} {unit} erwartet, {registered} erfasst.',
  'notice.order_unknown':
    'Auftrag {order} ist noch nicht bekannt. Den Auftrag senden; diese Nachricht geht von selbst weiter.',
  'notice.unknown': 'Unter der Ladung {load} wurde nichts avisiert. Den Namen der Ladung prüfen.',
  'notice.load_taken': 'Der Name {load} ist vergeben. Die Ladung unter einem anderen Namen avisieren.',
  'notice.load_completed':
    'Ladung {load} ist abgeschlossen, darauf kann nichts mehr avisiert werden. Den Rest als andere Ladung avisieren.',
  'notice.warehouse_unknown':
    'Dieses Quellsystem hat kein Lager {warehouse}. Die Angabe berichtigen oder das Lager eintragen lassen.',
  'notice.warehouse_differs': 'Ladung {load} ist für Lager {warehouse}. Das Lager berichtigen oder weglassen.',
  'notice.warehouse_has_goods':
    'Ware der Ladung {load} ist in {warehouse} erfasst, sie kann nicht umziehen. Den Rest als andere Ladung avisieren.',
  'notice.period_reversed': 'Die Ladung käme an, bevor sie abfährt. Eines von beiden berichtigen.',
  'notice.shipment_repeated': 'Die Lieferung {shipment} kommt im Avis zweimal vor. Ihre Paletten zusammenfassen.',
  'notice.plate_repeated': 'Palette {licensePlate} kommt im Avis zweimal vor. Eine davon weglassen.',
  'notice.sscc_check_digit':
    'Palette {licensePlate} hat die 18 Ziffern einer NVE, ihre Prüfziffer müsste aber {digit} sein. Sie gilt wie gesendet; mit dem Etikett vergleichen, sonst wird es am Tor vielleicht nicht gefunden.',
  'notice.parent_unknown':
    'Palette {licensePlate} steht auf {parent}, die das Avis nicht nennt. Auch diese Palette nennen.',
  'notice.plate_in_itself':
    'Palette {licensePlate} steht auf {parent}, und diese auf ihr. Berichtigen, was worauf steht.',
  'notice.plate_begun':
    'Von Palette {licensePlate} ist schon etwas erfasst, sie bleibt wie avisiert. Sie unverändert senden.',
  'notice.plate_is_location': '{licensePlate} ist ein Platz im Lager. Der Palette eine andere Nummer geben.',
  'notice.plate_in_use': 'Auf Palette {licensePlate} steht schon Ware, am Platz {location}. Die Nummer prüfen.',
  'notice.plate_on_other_load':
    'Palette {licensePlate} ist schon auf der Ladung {load} avisiert. Sie zuerst dort herausnehmen.',
  'notice.order_other_warehouse': 'Auftrag {order} ist für Lager {warehouse}. Den Auftrag oder das Lager berichtigen.',
  'notice.order_closed':
    'Auftrag {order} nimmt nichts mehr an ({status}). Seine Positionen weglassen oder einen neuen Auftrag senden.',
  'notice.line_unknown': 'Auftrag {order} hat keine Position {line}. Zuerst den Auftrag mit dieser Position senden.',
  'notice.line_other_item':
    'Position {line} von Auftrag {order} ist für Artikel {item}. Position oder Artikel berichtigen.',
  'notice.line_closed': 'Position {line} von Auftrag {order} nimmt nichts mehr an. Sie weglassen.',
  'notice.line_other_lot':
    'Position {line} von Auftrag {order} verlangt Charge {lot}. Charge oder Position berichtigen.',
  'notice.expiry_conflict': 'Charge {lot} ist mit Ablaufdatum {known} bekannt. Das Datum oder die Charge berichtigen.',
  'notice.serial_repeated': 'Seriennummer {serial} kommt zweimal vor. Eine davon weglassen.',
  'notice.serial_count':
    '{serials} {serials|Seriennummer ergibt|Seriennummern ergeben} nicht {quantity} {unit}. Für jedes Stück eine nennen, oder keine.',
};
