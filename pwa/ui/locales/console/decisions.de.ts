import type { DecisionTexts } from './decisions.en.ts';

/** What the screens of decisions say, in German. */
export const decisionTexts: DecisionTexts = {
  // decisions
  decisions: 'Klärung',
  'decisions.open': 'Zu entscheiden',
  'decisions.resolved': 'Entschieden',
  'decisions.kind': 'Art',
  'decisions.none.open': 'Nichts wartet auf eine Entscheidung. Gut gemacht.',
  'decisions.none.resolved': 'Hier wurde noch nichts entschieden.',
  'decisions.waiting': 'dahinter warten: {count}',
  'decisions.did': 'Was getan wurde',
  'decisions.why': 'Warum es nicht passt',
  'decisions.asks': 'Worum es geht',
  'decisions.goods': 'Die Ware solange',
  'decisions.command': 'Der Befehl im Ganzen',
  'decisions.type': 'Art',
  'decisions.id': 'Id',
  'decisions.occurredAt': 'Gescannt',
  'decisions.receivedAt': 'Eingegangen',
  'decisions.own': 'Das haben Sie selbst getan, darum entscheidet jemand anders.',
  'decisions.notYours': 'Das entscheidet die Schichtleitung.',
  'decisions.apply.text':
    'Es wird jetzt so gebucht, wie es gemeldet wurde, mit Ihrem Namen neben dem anderen. Die Ware muss dort sein, wo der Scan es sagt.',
  'decisions.compensate.text':
    'Nichts wird gebucht. Sie halten fest, dass eine andere Buchung es richtigstellt, etwa eine Umlagerung oder Korrektur, und welche.',
  'decisions.dismiss.text':
    'Nichts wird gebucht, und nichts ist zu tun. Die Ware muss dort sein, wo der Bestand sie führt.',
  'decisions.approve.text': 'Es wird jetzt gebucht, mit Ihnen als zweiter Person.',
  'decisions.reject.text': 'Es wird nicht gebucht. Wer gefragt hat, sieht Ihren Grund.',
  'discrepancy.class': 'Klasse',
  'discrepancy.desk': 'Zuständig',
  'discrepancy.line': '{order}, Position {line}, {item}: {registered} von {expected} {unit}',
  'discrepancy.photo': 'Foto {number}',
  'discrepancy.photoMissing': 'Das Foto ist noch nicht angekommen. Das Handgerät sendet es, sobald es ein Netz hat.',
  'discrepancy.assign': 'Zuweisen',
  'discrepancy.assign.class': 'Die Abweichung bekommt diese Klasse. Der Grund hilft anderen, es nachzuvollziehen.',
  'discrepancy.assign.responsible':
    'Ab jetzt kümmert sich diese Stelle darum. Der Grund hilft anderen, es nachzuvollziehen.',
  'discrepancy.accept.text': 'Die Ware wird behalten, wie sie ist.',
  'discrepancy.claim.text': 'Beim Lieferanten wird reklamiert.',
  'discrepancy.sendBack.text': 'Die Ware geht an den Lieferanten zurück. Bis zur Abholung beiseitestellen.',
  'discrepancy.scrap.text': 'Die Ware wird verschrottet. Mit einer Korrektur aus dem Bestand nehmen.',
  'discrepancy.dismiss.text': 'Es war keine Abweichung.',
  'about.order': 'Bestellung',
  'about.line': 'Position',
  'about.load': 'Ladung',
  'about.licensePlate': 'NVE',
  'about.location': 'Lagerplatz',
  'about.item': 'Artikel',
  'about.lot': 'Charge',
  'about.serials': 'Seriennummern',
  'about.quantity': 'Menge',
  'about.note': 'Bemerkung',

  // what a worker did
  'did.register': '{quantity} von {item} auf {order} an {location} erfasst',
  'did.undoRegistration': 'Eine Erfassung zurückgenommen',
  'did.complete': 'Den Wareneingang von {order} abgeschlossen',
  'did.put': '{what} auf {to} eingelagert',
  'did.move': '{what} von {from} nach {to} umgelagert',
  'did.adjust': '{item} auf {location} um {signed} korrigiert ({reason})',
  'did.changeStatus': '{what} auf {where}: {status} beantragt ({reason})',
  'did.releaseLot': 'Freigabe der Charge von Sperre {hold} beantragt ({reason})',
  'did.other': '{type} gesendet',
  'did.all': 'alles',
  'did.dock': 'das Tor',
  'did.earlier': 'die NVE eines früheren Scans',

  // the goods until somebody has decided
  'goods.register':
    'Die Ware steht an {location} und ist nirgends gebucht. Kennzeichnen und dort lassen; wird dies verworfen, geht sie zurück oder beiseite.',
  'goods.undoRegistration':
    'Die Ware ist noch gebucht. Wer sie vom Tor genommen hat, hält sie zusammen, bis entschieden ist.',
  'goods.complete': 'Nichts muss bewegt werden. Noch gibt es keinen Beleg.',
  'goods.put':
    '{what} wurde auf {to} abgestellt; gebucht steht es woanders. Vor der Entscheidung dort nachsehen, niemand soll davon nehmen.',
  'goods.move':
    '{what} wurde nach {to} gebracht; gebucht steht es woanders. Vor der Entscheidung dort nachsehen, niemand soll davon nehmen.',
  'goods.adjust': '{item} auf {location} vor der Entscheidung noch einmal zählen lassen.',
  'goods.changeStatus': 'Die Ware stehen lassen: bis zur Entscheidung darf nichts davon verwendet werden.',
  'goods.releaseLot': 'Die Charge bleibt gesperrt, bis entschieden ist.',
  'goods.other': 'Die Ware stehen lassen und kennzeichnen, bis entschieden ist.',
};
