import type { orderMessagesProblems as english } from './order-messages.en.ts';

/** Problems of messages of ERPs, in German. */
export const orderMessagesProblems: Readonly<Record<keyof typeof english, string>> = {
  'message.too_many': '{messages} Nachrichten auf einmal; erlaubt sind {limit}. In mehreren Anfragen senden.',
  'message.type_not_supported': 'Nachrichten der Art {type} werden hier nicht angenommen. Möglich sind: {types}.',
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
  'order.unknown': 'Es gibt keinen Auftrag {order} zum Stornieren. Die Auftragsnummer prüfen.',
  'order.closed':
    'Auftrag {order} ist endgültig im Zustand {status}. Was noch gebraucht wird, als neuen Auftrag senden.',
  'order.same_warehouse': 'Auftrag {order} soll vom Lager {warehouse} in dasselbe gehen. Eines von beiden berichtigen.',
  'order.warehouse_differs': 'Auftrag {order} ist für Lager {warehouse}. Das Lager berichtigen oder weglassen.',
  'order.warehouse_has_goods':
    'Ware zu Auftrag {order} ist in {warehouse} erfasst, er kann nicht umziehen. Für das andere Lager einen neuen Auftrag senden.',
  'order.period_reversed': 'Der geplante Zeitraum endet, bevor er beginnt. Eines von beiden berichtigen.',
  'order.line_has_goods':
    'Auf Position {line} ist Ware erfasst, sie kann nicht wegfallen. Mit mindestens dieser Menge senden.',
  'order.owner_unknown': 'Eigentümer {owner} gehört nicht zu diesem Quellsystem. Möglich sind: {owners}.',
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
  'order.unknown_outbound': 'In diesem Lager gibt es keinen Versandauftrag {order}. Nummer prüfen.',
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
    'Ware von Position {line} ist schon kommissioniert. Die Leitung kann den Rest von Auftrag {order} schließen und sie zurück ins Regal bringen lassen, wenn sie noch da ist. Oder Mengen wie kommissioniert senden.',
  'order.not_open': 'Auftrag {order} ist {status}: daran lässt sich nichts mehr ändern.',
  'order.line_unknown': 'Auftrag {order} hat keine Position {line}. Nummer prüfen.',
  'order.nothing_left':
    'Es ist nichts mehr zu stornieren: Auftrag {order} ist ganz kommissioniert, versandt oder storniert.',
  'order.hold_unknown': 'Auftrag {order} ist nicht mit {code} gesperrt. Nachsehen, welche Sperren er hat.',
  'order.nothing_to_release':
    'Position {line} ist ganz freigegeben, versandt oder storniert: nichts ist mehr freizugeben.',
  'order.no_stock':
    'Von {item} ist nicht genug da: {available} von {wanted} {unit} sind zusagbar. Was sonst da ist, steht mit Grund dabei.',
  'order.short_life': 'Läuft am {expiryDate} ab; Ware für diese Position muss mindestens bis {goodUntil} halten.',
  'order.other_lot': 'Ist Charge {lot}; die Position verlangt nur Charge {wanted}.',
  'order.other_serial': 'Ist Seriennummer {serial}; die Position verlangt nur {wanted}.',
  'order.other_owner': 'Gehört {owner}; die Position verlangt Ware von {wanted}.',
};
