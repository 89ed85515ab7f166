import type { ordersProblems as english } from './orders.en.ts';

/** Problems of orders that a worker meets too, in German. */
export const ordersProblems: Readonly<Record<keyof typeof english, string>> = {
  'message.lines_missing':
    'Hier fehlen die Positionen. Sie senden; um alles zurückzunehmen, die Operation cancel senden.',
  'message.too_many_lines': 'Das sind {lines} Positionen; erlaubt sind {limit}. Sie aufteilen.',
  'order.item_unknown':
    'Artikel {item} ist noch nicht bekannt. Den Artikel senden; diese Nachricht geht von selbst weiter.',
  'order.ambiguous':
    'Auftrag {order} gibt es in mehreren Quellsystemen ({sourceSystems}). Angeben, welcher gemeint ist.',
  'order.warehouse_unknown': 'Für dieses Quellsystem gibt es kein Lager {warehouse}. Berichtigen oder anlegen lassen.',
  'order.inventory_status_unknown': 'Es gibt keinen Bestandsstatus {status}. Möglich sind: {statuses}.',
  'order.lot_not_tracked': 'Artikel {item} wird ohne Chargen geführt. Die Charge weglassen oder den Artikel ändern.',
  'order.serial_not_tracked': 'Artikel {item} wird ohne Seriennummern geführt. Sie weglassen oder den Artikel ändern.',
  'order.held': 'Auftrag {order} ist gesperrt ({holds}). Zuerst die Sperre aufheben lassen.',
  'order.waits_for_goods': 'Von {item} ist nicht genug da. Es geht von selbst weiter, wenn Ware kommt.',
  'order.waits_for_arrival':
    'Von {item} ist nicht genug da. Nachschub wird am {expectedOn} erwartet; dann geht es von selbst weiter.',
  'order.waits_to_be_complete': 'Der Auftrag geht nur vollständig, und einer anderen Position fehlt Ware.',
  'order.waits_for_minimum': 'Es ist weniger da, als der Kunde mindestens nimmt. Es wartet auf mehr von {item}.',
  'order.waits_for_shipment':
    'Für den Auftrag steht eine einzige Sendung, und die ist schon auf dem Lkw. Laden Sie sie ab, um mehr mitzugeben.',
  'order.waits_to_be_released':
    'Die Sendung des Auftrags wurde zurückgenommen, und das ist wieder offen. Es geht mit ihr, sobald die Schichtleitung es freigibt.',
  'order.backordered': 'Der Rest von {item} wartet ({reason}). Er wird wieder freigegeben, wenn Ware da ist.',
};
