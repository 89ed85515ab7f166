import type { ProblemTexts } from './problems.en.ts';

/** What went wrong and what to do next, in German. */
export const problemTexts: ProblemTexts = {
  'request.malformed': 'Dieser Wert hat nicht die verlangte Form. Berichtigen und erneut senden.',
  'request.malformed_json': 'Der Inhalt ist kein gültiges JSON. Bitte ein JSON-Dokument in UTF-8 senden.',
  'request.missing': 'Diese Angabe ist Pflicht. Ergänzen und erneut senden.',
  'request.wrong_type': 'Hier ist der Typ {expected} verlangt.',
  'request.number_rounded':
    'Diese Zahl hat mehr Stellen, als sich genau behalten lassen. Mit höchstens 15 senden, davon 6 Nachkommastellen.',
  'request.too_small': 'Der Wert liegt unter dem Mindestwert {minimum}.',
  'request.too_big': 'Der Wert liegt über dem Höchstwert {maximum}.',
  'request.not_allowed': 'Nur diese Werte sind erlaubt: {allowed}.',
  'request.unknown_property': 'Diese Angabe gibt es hier nicht. Entfernen oder den Namen berichtigen.',
  'request.invalid': 'Die Anfrage hat Fehler. Jeder ist mit seiner Stelle aufgeführt.',
  'request.control_character': 'Text darf keine Steuerzeichen und kein beschädigtes Unicode enthalten.',
  'request.too_large': 'Der Inhalt ist größer als {limit} Bytes. Bitte weniger auf einmal senden.',
  'request.content_type': 'Den Inhalt als application/json in UTF-8 senden, nicht komprimiert.',
  'request.not_acceptable': 'Dies gibt es nur als {offered}.',
  'request.not_found': 'Unter dieser Adresse gibt es nichts.',
  'request.method': 'Diese Adresse nimmt diese Methode nicht an.',
  'feed.position_unknown':
    'Die Position {after} wurde nie vergeben; die neueste ist {newest}. Weiterlesen ab dem letzten `next` dieses Servers, oder neu beginnen: bei 0 oder mit einem Bestandsabzug.',
  'idempotency.key_reused': 'Dieser Schlüssel wurde für eine andere Anfrage benutzt. Bitte einen neuen verwenden.',
  'idempotency.in_progress': 'Die erste Anfrage mit diesem Schlüssel wird noch bearbeitet. Gleich noch einmal senden.',
  'idempotency.key_malformed': 'Der Idempotency-Key muss 1 bis {limit} Zeichen haben. Einen anderen senden.',
  'server.failed':
    'Der Server ist gescheitert. Nichts wurde geändert. Dieselbe Anfrage erneut senden; scheitert sie wieder, die Korrelationsnummer melden.',
  'server.storage': 'Die Datenbank ist nicht erreichbar. Nichts wurde geändert; dieselbe Anfrage erneut senden.',
  'server.disk_full':
    'Die Platte des Servers ist voll. Nichts wurde geändert; nichts Beantwortetes ist verloren. Bitte Platz schaffen.',
  'auth.required': 'Bitte zuerst anmelden oder einen Schlüssel senden.',
  'auth.key_unknown': 'Dieser Schlüssel ist unbekannt, abgelaufen oder gesperrt.',
  'auth.scope_missing': 'Diesem Schlüssel fehlt das Recht {scope}.',
  'auth.permit_missing': '{operation} ist dir in {warehouse} nicht erlaubt. Bitte die Schichtleitung fragen.',
  'session.credentials_missing': 'Ausweis und PIN angeben oder Benutzer und Passwort.',
  'session.wrong_credentials': 'Ausweis oder PIN ist falsch. Noch einmal versuchen oder die Schichtleitung fragen.',
  'session.goods_in_hand':
    'Sie haben noch Ware auf der Fahrt: {goods}. Zuerst abstellen, oder eine Schichtleitung bürgt dafür.',
  'session.locked': 'Zu viele falsche PINs. {minutes} Minuten warten oder die Schichtleitung fragen.',
  'session.unknown': 'Die Sitzung dieses Auftrags ist unbekannt. Bitte neu anmelden.',
  'session.revoked':
    'Die Sitzung wurde von der Schichtleitung beendet. Was du getan hast, bleibt zur Entscheidung erhalten.',
  'device.revoked': 'Dieses Gerät wurde gesperrt. Was Sie getan haben, ist für eine Entscheidung aufbewahrt.',
  'device.unknown':
    'Das Gerät {device} ist nicht zugelassen. Bitte den Code scannen, den ein Administrator dafür zeigt, und dann anmelden.',
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

  // scans: why a code cannot be used, on the device
  'scan.empty': 'Es wurde nichts gelesen. Noch einmal scannen.',
  'scan.too_long':
    'Dieser Code hat {length} Zeichen, erlaubt sind höchstens {limit}. Nur einen Barcode auf einmal scannen.',
  'scan.control_character':
    'Der Scan enthält Zeichen, die hier kein Barcode hat. Noch einmal scannen; bleibt es dabei, die Einstellung des Scanners prüfen lassen.',
  'scan.bad_character':
    'Der Scan enthält ein Zeichen, das in keinen Code gehört. Noch einmal scannen oder die Nummer unter dem Barcode eintippen.',
  'scan.partial_code':
    'Nur ein Teil des Barcodes wurde gelesen. Den Scanner gerade über alle Striche halten und noch einmal scannen.',
  'scan.check_digit':
    'Die Prüfziffer dieses Codes stimmt nicht: verlesen oder falsch gedruckt. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.unknown':
    '„{text}“ ist hier nicht bekannt. Prüfen, ob es das richtige Etikett ist, oder die Schichtleitung fragen.',
  'scan.unknown_item':
    'Kein Artikel hat den Code {gtin}. Ein anderes Etikett der Ware scannen oder die Schichtleitung bitten, den Barcode anzulegen.',
  'scan.gs1_no_subject':
    'Dieses Etikett nennt weder Artikel noch Ladeeinheit noch Platz. Den anderen Barcode darauf scannen.',
  'scan.gs1_unknown_ai':
    'Das Etikett hat ein Feld „{ai}“, das GS1 nicht kennt. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_separator_missing':
    'Hinter Feld ({ai}) des Etiketts fehlt das Trennzeichen, die Werte laufen ineinander. Einen anderen Barcode der Ware nehmen oder die Werte eintippen.',
  'scan.gs1_separator_lost':
    'Dieser Scanner lässt Trennzeichen weg, darum ist Feld ({ai}) nicht vom Folgenden zu unterscheiden. Die Kamera nehmen und die Einstellung des Scanners prüfen lassen.',
  'scan.gs1_empty': 'Ein Feld des Etiketts ist leer. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_too_long':
    'Feld ({ai}) des Etiketts hat {length} Zeichen, erlaubt sind {limit}. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_too_short': 'Feld ({ai}) des Etiketts endet zu früh. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_character':
    'Feld ({ai}) des Etiketts enthält ein Zeichen, das dort nicht erlaubt ist. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_check_digit':
    'Die Prüfziffer in Feld ({ai}) stimmt nicht: verlesen oder falsch gedruckt. Noch einmal scannen oder ein anderes Etikett nehmen.',
  'scan.gs1_date':
    'Feld ({ai}) des Etiketts enthält ein Datum, das es nicht gibt. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'scan.gs1_time':
    'Feld ({ai}) des Etiketts enthält eine Uhrzeit, die es nicht gibt. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'scan.gs1_value':
    'Der Wert in Feld ({ai}) des Etiketts ist nicht zulässig. Ein anderes Etikett nehmen oder die Schichtleitung fragen.',
  'scan.gs1_repeated':
    'Das Etikett hat Feld ({ai}) zweimal mit verschiedenen Werten. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'scan.gs1_excluded':
    'Das Etikett hat die Felder ({ai}) und ({otherAi}), die nicht zusammen stehen dürfen. Die Ware beiseitestellen und die Schichtleitung fragen.',
  'scan.gs1_brackets':
    'Die Klammern um die Feldnummern passen nicht zusammen. Noch einmal eintippen, zum Beispiel (01)04006381333931.',
  'scan.gs1_link':
    'Die Webadresse auf diesem Etikett ist bei Feld ({ai}) fehlerhaft. Einen anderen Barcode der Ware scannen.',
  'scan.gs1_companion_missing':
    'Neben Feld ({ai}) fehlt auf dem Etikett {needs}. Falls vorhanden, den zweiten Barcode des Etiketts scannen.',

  // goods, places and items: the rules that receiving, put-away and stock share
  'item.unknown': 'Kein Artikel hat die Nummer {item}. Etikett prüfen oder die Schichtleitung fragen.',
  'item.ambiguous':
    'Den Artikel {item} gibt es in mehreren Systemen ({sourceSystems}). Bitte angeben, welcher gemeint ist.',
  'item.conversion_changed':
    'Beim Scannen waren {quantity} {unit} von {item} noch {counted} {baseUnit}; inzwischen sind es {now}. Die Ware stehen lassen: ein Vorgesetzter entscheidet. Ausgeführt zählen sie als {counted}.',
  'item.unit_unknown': 'Der Artikel {item} wird nicht in {unit} gezählt. Eine dieser Einheiten verwenden: {units}.',
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
  'location.full': 'Der Platz {location} ist voll ({taken} von {plates} Paletten). Bitte einen anderen nehmen.',
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

  // receiving
  'receiving.order_missing': 'Bitte zuerst die Bestellung oder die Ladung scannen.',
  'receiving.order_unknown': 'Die Bestellung {order} ist unbekannt. Nummer prüfen oder die Schichtleitung fragen.',
  'receiving.order_ambiguous':
    'Die Bestellung {order} gibt es in mehreren Systemen ({sourceSystems}). Bitte angeben, welche gemeint ist.',
  'receiving.wrong_warehouse':
    '{order} gehört zum Lager {warehouse}. Ware beiseitestellen und die Schichtleitung fragen.',
  'receiving.order_closed':
    'Die Bestellung {order} nimmt keine Ware mehr an ({status}). Ware beiseitestellen und die Schichtleitung fragen.',
  'receiving.load_unknown': 'Die Ladung {load} ist hier unbekannt. Bitte die Nummer prüfen.',
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
    '{item} ist bis {expiry} haltbar: noch {left} Tage, verlangt sind {needed}. Bitte zur Prüfung beiseitestellen oder den Vorgesetzten fragen.',
  'receiving.serials_required': 'Der Artikel {item} hat Seriennummern. Bitte jede scannen.',
  'receiving.serials_not_tracked': 'Der Artikel {item} hat keine Seriennummern. Bitte weglassen.',
  'receiving.serial_repeated': 'Die Seriennummer {serial} wurde doppelt gescannt. Bitte einmal entfernen.',
  'receiving.serial_count':
    '{serials} Seriennummern ergeben nicht {quantity} {unit}. Bitte für jedes Stück eine scannen.',
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
    'Die Palette {licensePlate} wurde Artikel für Artikel begonnen; {left} von {lines} Positionen fehlen. Bitte so weitermachen oder bestätigen, dass der Rest wie avisiert ist.',
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
  'receiving.differences': '{lines} Positionen weichen vom Erwarteten ab. Bitte prüfen oder die Abweichungen annehmen.',
  'receiving.load_shared':
    'Der Auftrag {order} kam mit {others} auf der Ladung {load}. Bitte die Ladung als Ganzes abschließen.',
  'receiving.packing_slip_required':
    'Die Ladung {load} lässt sich nur mit der Nummer des Lieferscheins abschließen. Bitte eingeben.',
  'receiving.must_equal':
    '{lines} Positionen weichen von der Bestellung ab, und diese Ladung muss genau diese bringen. Bitte den Rest erfassen oder das Zuviel zurücknehmen.',
  'receiving.difference':
    'Bestellung {order}, Position {line}, Artikel {item}: {expected} {unit} erwartet, {registered} erfasst.',

  // put-away
  'putaway.goods_missing': 'Bitte die Palette scannen, oder den Artikel und wo er liegt.',
  'putaway.reason_unknown': 'Einen Grund {reason} gibt es nicht. Möglich sind: {reasons}.',
  'putaway.plate_unknown': 'Es gibt keine Palette {licensePlate}. Bitte erneut scannen.',
  'putaway.wrong_warehouse': 'Die Palette {licensePlate} ist im Lager {warehouse}.',
  'putaway.already_done': '{goods} steht nicht am Tor, es ist nichts einzulagern. Bitte nachsehen oder umlagern.',
  'putaway.item_required':
    'Auf der Palette {licensePlate} liegen mehrere Artikel. Bitte den scannen, der eingelagert wird.',
  'putaway.plate_required': '{item} steht hier auf {plates} Paletten. Bitte die Palette scannen.',
  'putaway.override_reason_required':
    'Die Ware gehört nach {proposed}. Dorthin gehen oder einen Grund für {location} angeben.',
  'putaway.claimed':
    'Die Palette {licensePlate} ist auf der Fahrt von {badge}. Bitte eine andere scannen oder nachfragen.',
  'putaway.stands_on':
    'Die Palette {licensePlate} steht auf {parent}. Bitte {parent} mitnehmen oder {licensePlate} einzeln einlagern.',
  'putaway.not_claimed': 'Die Palette {licensePlate} ist auf keiner Fahrt.',
  'putaway.zone_unknown': 'Kein Platz dieses Lagers liegt in der Zone {zone}. Bitte eine wählen, die es gibt.',
  'putaway.no_place': 'Keiner der {places} Plätze dieses Lagers nimmt diese Ware. Bitte einen wählen oder nachfragen.',
  'putaway.nothing_on_plate': 'Auf der Palette {licensePlate} ist nichts. Bitte eine andere scannen.',
  'putaway.not_offered':
    'Von {item} ist hier nichts mehr für Auftrag {order} vorgesehen. Lagern Sie es ein oder bringen Sie es zum Tor zurück.',
  'putaway.more_than_offered':
    'Auftrag {order} wartet nur auf {quantity} {unit} von {item}. Bringen Sie so viel, und lagern Sie den Rest ein.',
  'putaway.cross_dock_required': '{quantity} {unit} davon müssen zu Auftrag {order}: Bringen Sie sie nach {location}.',
  'putaway.onto_itself': 'Die Palette {licensePlate} kann nicht auf sich selbst stehen. Bitte eine andere scannen.',
  'putaway.plate_elsewhere':
    'Die Palette {licensePlate} steht an {location}. Eine nehmen, die hier steht, oder dorthin gehen.',
  'putaway.rule_off': 'Die Regel ist ausgeschaltet.',
  'putaway.rule_for_others': 'Die Regel gilt für andere Ware: {criterion} muss {wanted} sein und ist hier {was}.',
  'putaway.no_rule': 'Keine Regel dieses Lagers gilt für diese Ware, also wählt ein Mensch.',
  'putaway.other_type': '{location} ist von anderer Art ({type}), als die Regel nennt.',
  'putaway.other_zone': '{location} liegt in Zone {zone}; die Regel nennt {zones}.',
  'putaway.not_fixed': '{location} gehört keinem Artikel; die Regel sucht den Festplatz von diesem.',
  'putaway.kept_for_fixed': '{location} ist für den Artikel frei gehalten, der dorthin gehört.',
  'putaway.other_lot_there': 'An {location} steht nicht dieselbe Charge.',
  'putaway.other_item_there': 'An {location} steht nicht derselbe Artikel.',
  'putaway.not_empty': '{location} ist nicht leer.',
  'putaway.farther': '{location} nähme die Ware auch, aber {proposed} kommt zuerst.',

  // stock in the building
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
  'inventory.serial_count': 'Es sind {serials} Seriennummern; es muss eine je {unit} sein.',
  'inventory.serial_in_stock': 'Die Seriennummer {serial} von {item} ist schon im Lager. Bitte das Etikett prüfen.',
  'inventory.status_unknown': 'Einen Bestandsstatus {status} gibt es nicht. Möglich sind: {statuses}.',
  'inventory.adjustment_needs_approval':
    'Eine Korrektur um {quantity} {unit} von {item} auf {location} ist mehr als {limit} wert. Eine zweite Person muss sie genehmigen.',

  // exceptions
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
  'exceptions.unknown': 'Unter {exception} ist in diesem Lager nichts zu entscheiden. Liste neu laden.',
  'exceptions.already_resolved': 'Darüber hat schon jemand entschieden. Liste neu laden.',
  'exceptions.action_not_offered': '{action} ist hier nicht möglich. Eines davon wählen: {offered}.',
  'exceptions.own_command': 'Das stammt von Ihnen selbst, deshalb muss jemand anderes entscheiden.',
  'exceptions.cause_open':
    'Es hängt von einem früheren Scan ab, über den noch niemand entschieden hat. Erst über diesen entscheiden.',
  'exceptions.cannot_be_judged':
    'Der Server kann das nicht mehr ausführen. Auf anderem Weg in Ordnung bringen, dann abschließen.',
  // Nachrichten von ERPs, Aufträge und Artikel
  'message.too_many': '{messages} Nachrichten auf einmal; erlaubt sind {limit}. In mehreren Anfragen senden.',
  'message.type_not_supported': 'Nachrichten der Art {type} werden hier nicht angenommen. Möglich sind: {types}.',
  'message.lines_missing':
    'Hier fehlen die Positionen. Sie senden; um alles zurückzunehmen, die Operation cancel senden.',
  'message.too_many_lines': 'Das sind {lines} Positionen; erlaubt sind {limit}. Sie aufteilen.',
  'message.line_number_repeated':
    'Positionsnummer {line} kommt im Auftrag zweimal vor. Jeder Position eine eigene Nummer geben.',
  'message.unit_repeated': 'Die Einheit {unit} ist doppelt definiert. Eine davon weglassen.',
  'message.barcode_repeated': 'Der Barcode {barcode} kommt im Artikel zweimal vor. Einen davon weglassen.',
  'message.failed':
    'Die Nachricht ist gespeichert, aber nicht ausgeführt. Jeder Fehler ist aufgeführt; berichtigen und einen Ersatz oder eine neuere Nachricht senden.',
  'message.parked':
    'Die Nachricht wartet auf Artikel oder Aufträge, die noch nicht bekannt sind. Diese senden; es geht von selbst weiter.',
  'message.processing_failed':
    'Der Server hat beim Ausführen der Nachricht versagt. Erneut einreihen; wenn es wieder scheitert, die Nachrichten-ID melden.',
  'message.state':
    'Die Nachricht {messageId} ist im Zustand {status}, das geht nicht mehr. Stattdessen eine neue Nachricht senden.',
  'message.newer_waiting': 'Die neuere Nachricht {messageId} wartet und wird diese ablösen. Zuerst jene ansehen.',
  'message.replacement_same_id': 'Ein Ersatz braucht eine eigene Nachrichten-ID. Mit einer neuen senden.',
  'message.replacement_fixed':
    'Ein Ersatz darf das nicht ändern (es war {was}). Stattdessen eine neue Nachricht senden.',
  'order.item_unknown':
    'Artikel {item} ist noch nicht bekannt. Den Artikel senden; diese Nachricht geht von selbst weiter.',
  'order.unknown': 'Es gibt keinen Auftrag {order} zum Stornieren. Die Auftragsnummer prüfen.',
  'order.ambiguous':
    'Auftrag {order} gibt es in mehreren Quellsystemen ({sourceSystems}). Angeben, welcher gemeint ist.',
  'order.closed':
    'Auftrag {order} ist endgültig im Zustand {status}. Was noch gebraucht wird, als neuen Auftrag senden.',
  'order.warehouse_unknown': 'Für dieses Quellsystem gibt es kein Lager {warehouse}. Berichtigen oder anlegen lassen.',
  'order.warehouse_differs': 'Auftrag {order} ist für Lager {warehouse}. Das Lager berichtigen oder weglassen.',
  'order.warehouse_has_goods':
    'Ware zu Auftrag {order} ist in {warehouse} erfasst, er kann nicht umziehen. Für das andere Lager einen neuen Auftrag senden.',
  'order.period_reversed': 'Der geplante Zeitraum endet, bevor er beginnt. Eines von beiden berichtigen.',
  'order.line_has_goods':
    'Auf Position {line} ist Ware erfasst, sie kann nicht wegfallen. Mit mindestens dieser Menge senden.',
  'order.owner_unknown': 'Eigentümer {owner} gehört nicht zu diesem Quellsystem. Möglich sind: {owners}.',
  'order.inventory_status_unknown': 'Es gibt keinen Bestandsstatus {status}. Möglich sind: {statuses}.',
  'order.lot_not_tracked': 'Artikel {item} wird ohne Chargen geführt. Die Charge weglassen oder den Artikel ändern.',
  'order.serial_not_tracked': 'Artikel {item} wird ohne Seriennummern geführt. Sie weglassen oder den Artikel ändern.',
  'order.serial_quantity':
    'Eine Position mit Seriennummer gilt für 1 {unit}. Die Menge berichtigen oder die Seriennummer weglassen.',
  'order.line_item_fixed':
    'Ware von Position {line} ist erfasst oder freigegeben, darum bleibt ihr Artikel {was}. Anderes auf einer neuen Position senden.',
  'order.line_unit_fixed':
    'Ware von Position {line} ist erfasst oder freigegeben, darum bleibt ihre Einheit {was}. Die Menge darin senden.',
  'order.line_dimension_fixed':
    'Ware von Position {line} ist erfasst oder freigegeben, darum bleibt dies „{was}“. Den Rest auf einer neuen Position senden.',
  'order.quantity_below_registered':
    'Auf Position {line} sind schon {registered} {unit} erfasst. Mindestens diese Menge senden.',
  // Lieferavise
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
  'notice.parent_unknown':
    'Palette {licensePlate} steht auf {parent}, die das Avis nicht nennt. Auch diese Palette nennen.',
  'notice.plate_in_itself':
    'Palette {licensePlate} steht auf {parent}, und diese auf ihr. Berichtigen, was worauf steht.',
  'notice.plate_begun':
    'Von Palette {licensePlate} ist schon etwas erfasst, sie bleibt wie avisiert. Sie unverändert senden.',
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
    '{serials} Seriennummern ergeben nicht {quantity} {unit}. Für jedes Stück eine nennen, oder keine.',

  'item.not_found': 'Es gibt keinen Artikel {item}. Die Nummer prüfen.',
  'item.stock_without_serials':
    'Von {item} gibt es Bestand ohne Seriennummern, den niemand mehr nehmen könnte. Auf null berichtigen, diese Nachricht erneut senden, die Ware dann mit ihren Seriennummern zubuchen.',
  'item.stock_with_serials':
    'Von {item} gibt es Bestand mit Seriennummern, den niemand mehr nehmen könnte. Auf null berichtigen, diese Nachricht erneut senden, die Ware dann ohne Seriennummern zubuchen.',
  'item.base_unit_in_use':
    'Artikel {item} wird in {baseUnit} geführt, und es gibt Bestand, einen Auftrag oder eine Bewegung davon. Die Basiseinheit senden, wie sie war, oder eine neue Artikelnummer.',
  'item.decimals_in_use':
    'Artikel {item} wird mit {decimals} Nachkommastellen geführt, und es gibt Bestand, einen Auftrag oder eine Bewegung davon. Sie senden, wie sie waren, oder eine neue Artikelnummer.',

  // stock in the building
  'stock.subject_missing': 'Bitte angeben, welcher Platz, Artikel oder welche Palette gemeint ist.',
  'explain.subject_missing':
    'Bitte angeben, welche Bestellung, welcher Artikel, welche Palette, welcher Platz oder welcher Befehl gemeint ist.',

  // documents
  'document.unknown': 'Es gibt keinen Beleg {document}. Bitte die Nummer prüfen.',
  'document.not_reversible':
    'Beleg {document} lässt sich nicht stornieren. Bitte den Bestand mit einer Korrektur berichtigen.',
  'document.reversed':
    'Version {version} von {document} ist schon storniert. Die nächste Version entsteht, wenn die Ladung wieder abgeschlossen wird.',
  'document.posted':
    '{document} ist endgültig: die Frist zum Stornieren ist vorbei. Bitte den Bestand mit einer Korrektur berichtigen, die den Beleg nennt.',
  'document.rejected':
    '{document} wurde vom ERP abgelehnt: {reason}. Bitte stornieren und die Ladung erneut abschließen, oder das ERP den Beleg annehmen lassen.',
  'document.coverage_differs':
    '{document} hat {details} Einzelposten, aber {covered} Bewegungen gelten als damit gemeldet. Bitte zuerst die Bücher mit dem Befehl verify prüfen.',
  'document.too_many_lines':
    'Der Bericht hätte mehr als {limit} Zeilen. Bitte weniger Dimensionen oder nur ein Lager verlangen.',
  'document.order_ended':
    'Der Auftrag {order} wurde vom ERP beendet ({status}), darum bleibt {document} bestehen. Bitte den Bestand mit einer Korrektur berichtigen.',

  // Verwaltung
  'request.not_utf8': 'Die Datei ist kein UTF-8-Text. Als UTF-8 speichern und erneut senden.',
  'request.malformed_csv':
    'Zeile {line} ist kein CSV: Ein Anführungszeichen fehlt oder ist zu viel. Die Datei berichtigen und erneut senden.',
  'request.precondition_missing':
    'Angeben, welcher Stand geändert wird: If-Match mit dem erhaltenen ETag, oder If-None-Match: * für etwas Neues.',
  'request.changed_meanwhile':
    'Jemand hat dies geändert, seit es gelesen wurde. Neu lesen und die Änderung darauf vornehmen.',
  'request.exists_already': 'Das gibt es schon. Lesen und mit If-Match ändern.',
  'request.code_differs': 'Die Adresse sagt {code}. Dies weglassen oder dasselbe senden.',
  'request.repeated': 'Dies ist zweimal genannt. Eines weglassen.',
  'session.no_role': 'Ausweis {badge} hat in keinem Lager eine Rolle. Einen Administrator darum bitten.',
  'device.enrolment_unknown':
    'Dieser Code ist verbraucht, zu alt oder nie vergeben worden. Einen Administrator um einen neuen bitten.',
  'person.last_administrator': '{badge} ist der letzte Administrator aller Lager. Zuerst einen weiteren anlegen.',
  'key.source_system_missing': 'Ein Schlüssel für ein ERP gehört zu einem Quellsystem. Angeben, zu welchem.',
  'key.expired_already': 'Ein Schlüssel, der dann abläuft, würde nie gelten. Einen Zeitpunkt in der Zukunft wählen.',
  'warehouse.unknown': 'Es gibt kein Lager {warehouse}. Berichtigen oder zuerst anlegen.',
  'warehouse.time_zone_unknown': 'Es gibt keine Zeitzone {timeZone}. Einen IANA-Namen wie Europe/Berlin verwenden.',
  'source_system.unknown': 'Es gibt kein Quellsystem {sourceSystem}. Berichtigen oder zuerst anlegen.',
  'source_system.owner_taken': 'Eigentümer {owner} gehört schon zu {sourceSystem}. Einen anderen Namen wählen.',
  'source_system.owner_has_stock':
    'Ware von Eigentümer {owner} ist im Haus. Den Eigentümer behalten, bis sie fort ist.',
  'location.code_reserved': 'Codes, die mit HANDS- beginnen, stehen für Ware in der Hand. Einen anderen wählen.',
  'location.in_use': 'Auf Platz {location} steht Ware. Sie wegbringen, dann den Platz schließen oder seine Art ändern.',
  'import.refused':
    '{refused} von {rows} Zeilen sind falsch, darum wurde nichts geändert. Berichtigen und erneut einlesen.',
  'import.too_many': 'Das sind mehr als {limit} Zeilen. In Teilen einlesen.',
  'import.column_unknown': 'Es gibt keine Spalte {column}. Diese verwenden: {columns}.',
  'import.column_missing': 'Im Kopf fehlt die Spalte {column}. Sie hinzufügen.',
  'import.column_repeated': 'Im Kopf steht die Spalte {column} zweimal. Eine weglassen.',
  'import.cells': 'Diese Zeile hat {cells} Zellen, der Kopf {columns}. Ein Trennzeichen hinzufügen oder entfernen.',
  // ── waves ──
  'waves.nothing_named': 'Angeben, welche Aufträge oder welche Welle freigegeben werden sollen.',
  'waves.unknown': 'In diesem Lager gibt es keine Welle {wave}. Nummer prüfen.',
  'waves.cancelled': 'Welle {wave} wurde storniert. Ihre Aufträge neu freigeben.',
  'waves.order_not_open': 'Auftrag {order} ist {status}: davon kann nichts freigegeben werden.',
  'waves.order_held': 'Auftrag {order} ist gesperrt ({holds}). Sperre aufheben lassen, dann freigeben.',
  'order.unknown_outbound': 'In diesem Lager gibt es keinen Versandauftrag {order}. Nummer prüfen.',
  // ── picking ──
  'picking.work_unknown': 'Hier gibt es keine Kommissionierarbeit {work}. Auftrag scannen oder nächste Arbeit holen.',
  'picking.work_not_released': 'Arbeit {work} ist noch nicht freigegeben. Die Leitung um Freigabe der Welle bitten.',
  'picking.work_cancelled':
    'Arbeit {work} wurde inzwischen storniert. Die Ware dorthin zurückbringen, wo sie entnommen wurde.',
  'picking.work_closed': 'Arbeit {work} ist erledigt. Nächste Arbeit holen.',
  'picking.not_yours': '{badge} arbeitet an {work}. {badge} um Rückgabe bitten oder die Arbeit übergeben lassen.',
  'picking.work_claimed':
    '{badge} hat Arbeit {work} übernommen. Andere Arbeit nehmen oder sich diese übergeben lassen.',
  'picking.nothing_to_do': 'Im Moment gibt es nichts zu kommissionieren.',
  'picking.shipment_unknown': 'In diesem Lager gibt es keine Sendung {shipment}. Nummer prüfen.',
  'picking.order_unknown': 'In diesem Lager gibt es keinen Versandauftrag {order}. Nummer prüfen.',
  'picking.line_unknown': 'Diese Arbeit hat keine Position {line}. Mit der angezeigten Position weitermachen.',
  'picking.line_cancelled': 'Position {line} wurde inzwischen storniert. Die Ware nach {location} zurücklegen.',
  'picking.line_done': 'Position {line} ist schon kommissioniert. Mit der nächsten weitermachen.',
  'picking.blocked': '{location} wird gerade nachgefüllt ({work}). Position überspringen und später wiederkommen.',
  'picking.wrong_position': 'Das gehört auf Platz {expected}, nicht {got}.',
  'picking.wrong_location': 'Falscher Platz: gemeint ist {expected}, das ist {got}. Zu {expected} gehen.',
  'picking.wrong_item': 'Falscher Artikel: gemeint ist {expected}, das ist {got}. Zurücklegen und {expected} nehmen.',
  'picking.too_much': '{got} {unit} sind mehr als die noch offenen {wanted} {unit}. {wanted} nehmen.',
  'picking.serials_required': 'Artikel {item} hat Seriennummern. Jede scannen.',
  'picking.serial_count': '{serials} Seriennummern ergeben nicht die Menge {wanted}. Jedes Stück einmal scannen.',
  'picking.serial_shipped':
    'Seriennummer {serial} wurde schon versandt. Stück beiseitelegen und die Leitung informieren.',
  'picking.wrong_serial': 'Der Auftrag verlangt Seriennummer {expected}, das ist {got}.',
  'picking.serial_missing': 'Seriennummer {serial} ist an {location} nicht frei. Ein anderes Stück nehmen.',
  'picking.wrong_plate': 'Falscher Ladungsträger: gemeint ist {expected}, das ist {got}.',
  'picking.wrong_lot': 'Falsche Charge: gemeint ist {expected}, das ist {got}.',
  'picking.lot_expired': 'Charge {lot} ist am {expiryDate} abgelaufen. Liegen lassen und melden.',
  'picking.lot_too_old':
    'Charge {lot} läuft am {expiryDate} ab; der Kunde braucht sie bis {wanted}. Eine andere Charge nehmen.',
  'picking.not_there':
    'An {location} ist dieser Position weniger zugesagt als entnommen wurde. Was da ist als Fehlmenge melden.',
  'picking.not_free': 'An {location} sind nur {free} {unit} dieser Ware frei. Die genannte Ware nehmen.',
  'picking.plate_elsewhere': '{licensePlate} steht auf {location}. Einen leeren Behälter nehmen.',
  'picking.wrong_put_place':
    '{location} ist kein Platz für kommissionierte Ware. Zum Packen, auf die Bereitstellung oder ans Tor bringen.',
  'picking.nothing_in_hand': 'Von {work} ist nichts in der Hand. Erst kommissionieren.',
  // licence plates
  'license_plate.no_prefix':
    'Niemand hat die GS1-Basisnummer gesetzt, mit der NVE beginnen. Sie wird in der Konsole unter Einrichtung, NVE gesetzt. Bis dahin Etiketten mit Nummer verwenden.',
  'license_plate.used_up':
    'Alle Nummern unter der Basisnummer {companyPrefix} sind vergeben. Unter Einrichtung, NVE eine andere setzen.',
  'license_plate.example_prefix':
    'GS1 hält Basisnummern mit 952 für Beispiele frei. Die setzen, die GS1 Ihrer Firma gegeben hat.',
  // outbound orders
  'order.both_directions':
    'Aufträge beider Richtungen haben die Nummer {order}. Mit „direction“ sagen, welcher gemeint ist.',
  'order.consignee_missing':
    'Niemand ist genannt, der die Ware bekommt. Empfänger mit Namen und Anschrift samt Land angeben.',
  'order.warehouse_released':
    'Ware von Auftrag {order} ist auf Sendungen von Lager {warehouse}. Dort zuerst zurücknehmen oder einen neuen Auftrag senden.',
  'order.address_shared':
    'Auftrag {order} ist mit anderen Aufträgen an die alte Anschrift auf Sendung {shipment}. Ihn zuerst davon nehmen.',
  'order.reservation_weaker':
    'Dieses Quellsystem reserviert beim Eingang mindestens {least}, nicht {asked}. Weglassen oder mehr verlangen.',
  'order.cannot_reserve':
    'Von {wanted} {unit} {item} auf Position {line} sind {available} {unit} reservierbar. Weniger senden, einen Teil zulassen oder auf Ware warten.',
  'order.line_released':
    'Position {line} ist auf einer Sendung. Sie behalten und die Menge senken oder den Rest im Lager stornieren lassen.',
  'order.quantity_below_picked':
    '{picked} {unit} von Position {line} sind schon kommissioniert. Nicht weniger als das verlangen.',
  'order.cancel_blocked_picked':
    'Ware von Position {line} ist schon kommissioniert. Den Rest von Auftrag {order} stornieren lassen oder Mengen wie kommissioniert senden.',
  'order.not_open': 'Auftrag {order} ist {status}: daran lässt sich nichts mehr ändern.',
  'order.line_unknown': 'Auftrag {order} hat keine Position {line}. Nummer prüfen.',
  'order.nothing_left':
    'Es ist nichts mehr zu stornieren: Auftrag {order} ist ganz kommissioniert, versandt oder storniert.',
  'order.hold_unknown': 'Auftrag {order} ist nicht mit {code} gesperrt. Nachsehen, welche Sperren er hat.',
  'order.held': 'Auftrag {order} ist gesperrt ({holds}). Zuerst die Sperre aufheben lassen.',
  'order.nothing_to_release':
    'Position {line} ist ganz freigegeben, versandt oder storniert: nichts ist mehr freizugeben.',
  'order.no_stock':
    'Von {item} ist nicht genug da: {available} von {wanted} {unit} sind zusagbar. Was sonst da ist, steht mit Grund dabei.',
  'order.short_life': 'Läuft am {expiryDate} ab; Ware für diese Position muss mindestens bis {goodUntil} halten.',
  'order.other_lot': 'Ist Charge {lot}; die Position verlangt nur Charge {wanted}.',
  'order.other_serial': 'Ist Seriennummer {serial}; die Position verlangt nur {wanted}.',
  'order.other_owner': 'Gehört {owner}; die Position verlangt Ware von {wanted}.',
  // ── shipping ──
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
    'Arbeit {work} der Sendung {shipment} ist offen. Abschließen oder angeben, was mit dem Rest geschieht.',
  'shipping.carton_open': 'Karton {carton} der Sendung {shipment} ist offen. Erst schließen.',
  'shipping.nothing_picked': 'Von Sendung {shipment} ist nichts kommissioniert. Erst kommissionieren.',
  'shipping.wrong_place':
    'Ware der Sendung {shipment} steht auf {location}. Zum Packen, auf die Bereitstellung oder ans Tor bringen.',
  'shipping.not_loaded': '{loaded} von {expected} der Sendung {shipment} sind verladen. Erst den Rest verladen.',
  'shipping.remainder_required':
    'Von Sendung {shipment} ist nicht alles kommissioniert ({lines} Positionen). Angeben, ob der Rest abgetrennt, nachgeliefert oder storniert wird.',
  'shipping.reason_required': 'Angeben, warum der Rest der Sendung {shipment} nicht geliefert wird.',
  // ── shipping ──
  'shipping.document_elsewhere': '{document} gehört zu Lager {warehouse}. Dort zurücknehmen.',
  // ── packing and loading ──
  'packing.carton_unknown': 'Es gibt keinen Karton {carton}. Erst einen öffnen.',
  'packing.carton_elsewhere': 'Karton {carton} ist in Lager {warehouse}.',
  'packing.carton_shipped': 'Karton {carton} wurde schon versandt.',
  'packing.carton_closed': 'Karton {carton} ist schon geschlossen. Einen anderen öffnen.',
  'packing.carton_type_unknown': 'Es gibt keine Kartonart {type}. Möglich sind: {types}.',
  'packing.shipment_unknown': 'In diesem Lager gibt es keine Sendung {shipment}. Nummer prüfen.',
  'packing.shipment_gone': 'Sendung {shipment} ist versandt oder storniert. Dafür kann nichts gepackt werden.',
  'packing.wrong_place': '{location} ist kein Packplatz. An einen Packplatz gehen.',
  'packing.carton_taken': '{carton} ist schon die Nummer von etwas anderem. Ein neues Etikett nehmen.',
  'packing.wrong_item': 'Von Artikel {item} ist für Sendung {shipment} nichts zu packen. Beiseitelegen.',
  'packing.wrong_lot': 'Falsche Charge: kommissioniert wurde {expected}, das ist {got}.',
  'packing.serials_required': 'Artikel {item} hat Seriennummern. Jede scannen.',
  'packing.serial_count': '{serials} Seriennummern ergeben nicht die Menge {wanted}. Jedes Stück einmal scannen.',
  'packing.wrong_serial': 'Seriennummer {serial} wurde nicht für diese Sendung kommissioniert. Beiseitelegen.',
  'packing.goods_in_hand': 'Artikel {item} ist noch in der Hand. Erst am Packplatz ablegen.',
  'packing.too_much': 'Von Artikel {item} sind hier nur {left} {unit} übrig, nicht {got}.',
  'packing.carton_empty': 'Karton {carton} ist leer. Etwas einpacken oder ihn liegen lassen.',
  'packing.weight_wrong': '{weight} kg kann nicht stimmen. Den Karton noch einmal wiegen.',
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
  // ── waves ──
  'waves.not_created': 'Welle {wave} hat ihre Ware schon. Die Aufträge in eine andere Welle legen.',
  'waves.not_processed': 'Welle {wave} hat noch keine Arbeit. Es gibt nichts anzuhalten.',
  'waves.not_processing': 'Welle {wave} wird nicht gerade befüllt.',
  'waves.person_unknown': 'Niemand mit dem Ausweis {badge} darf hier kommissionieren. Jemand anderen wählen.',
  'waves.work_unclaimed': 'Arbeit {work} hat niemand. Es gibt nichts zurückzunehmen.',
  'waves.work_put_down':
    'Ein Teil von {work} ist schon abgestellt. Die Sendung bestätigen und sagen, was aus dem Rest wird.',
  'waves.template_unknown': 'In diesem Lager gibt es keine Wellenvorlage {template}.',
  'waves.no_orders': 'Die Vorlage {template} findet im Moment keinen Auftrag zur Freigabe.',
  'waves.order_in_wave': 'Auftrag {order} ist schon in Welle {wave}. Erst diese freigeben oder stornieren.',
  'waves.begun': 'Die Kommissionierung der Welle {wave} hat begonnen ({work}). Ihre Aufträge einzeln stornieren.',
  // ── short picks ──
  'picking.reason_unknown': 'Es gibt keinen Grund {reason}. Möglich sind: {reasons}.',
  'picking.not_short': 'Verlangt sind {wanted} {unit}, es fehlt also nichts. Kommissionieren.',
  // ── picking otherwise ──
  'picking.goods_in_hand': 'Ware von {work} ist noch in der Hand. Erst ablegen.',
  'picking.pick_unknown': 'Es gibt keine Entnahme {pick}, die zurückgenommen werden kann.',
  'picking.already_put': 'Die Ware wurde schon abgelegt. Umlagern oder die Leitung fragen.',
  'picking.not_a_substitute': 'Der Auftrag nimmt {item} nicht anstelle von {ordered}. Er nimmt: {allowed}.',
  'picking.substitute_unit': '{item} wird nicht auf dieselbe Weise in {unit} gezählt. Die Leitung fragen.',
  'picking.substitute_needs_approval': '{item} kostet mehr als {ordered}. Erst muss die Leitung zustimmen.',
  // ── picking ──
  'picking.order_not_released': 'Auftrag {order} ist noch nicht freigegeben. Die Leitung um Freigabe bitten.',
};
