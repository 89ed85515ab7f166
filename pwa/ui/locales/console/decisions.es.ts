import type { DecisionTexts } from './decisions.en.ts';

/** What the screens of decisions say, in Spanish. */
export const decisionTexts: DecisionTexts = {
  // decisions
  decisions: 'Decisiones',
  'decisions.open': 'Por decidir',
  'decisions.resolved': 'Decididas',
  'decisions.kind': 'Clase',
  'decisions.none.open': 'Nada espera una decisión. Bien hecho.',
  'decisions.none.resolved': 'Aquí todavía no se ha decidido nada.',
  'decisions.waiting': 'esperan detrás: {count}',
  'decisions.did': 'Qué se hizo',
  'decisions.why': 'Por qué no encaja',
  'decisions.asks': 'Qué se pide',
  'decisions.goods': 'La mercancía mientras tanto',
  'decisions.command': 'La orden completa',
  'decisions.type': 'Tipo',
  'decisions.id': 'Id.',
  'decisions.occurredAt': 'Escaneado',
  'decisions.receivedAt': 'Recibido',
  'decisions.own': 'Lo hizo usted, así que decide otra persona.',
  'decisions.notYours': 'Esto lo decide un supervisor.',
  'decisions.apply.text':
    'Se contabiliza ahora tal como se comunicó, con su nombre junto al otro. La mercancía debe estar donde dice la lectura.',
  'decisions.compensate.text':
    'No se contabiliza nada. Usted hace constar que otra operación lo corrige, como un traslado o un ajuste, y cuál.',
  'decisions.dismiss.text':
    'No se contabiliza nada ni hay nada que hacer. La mercancía debe estar donde indican las existencias.',
  'decisions.approve.text': 'Se contabiliza ahora, con usted como segunda persona.',
  'decisions.reject.text': 'No se contabiliza. Quien lo pidió verá su motivo.',
  'discrepancy.class': 'Clase',
  'discrepancy.desk': 'Responsable',
  'discrepancy.line': '{order}, línea {line}, {item}: {registered} de {expected} {unit}',
  'discrepancy.photo': 'Foto {number}',
  'discrepancy.photoMissing': 'La foto aún no ha llegado. El terminal la envía cuando tenga red.',
  'discrepancy.assign': 'Asignar',
  'discrepancy.assign.class': 'La discrepancia recibe esta clase. Diga por qué, para que otros lo entiendan.',
  'discrepancy.assign.responsible':
    'Desde ahora se ocupa este departamento. Diga por qué, para que otros lo entiendan.',
  'discrepancy.accept.text': 'La mercancía se queda como está.',
  'discrepancy.claim.text': 'Se reclama al proveedor.',
  'discrepancy.sendBack.text': 'La mercancía vuelve al proveedor. Apártela hasta que la recojan.',
  'discrepancy.scrap.text': 'La mercancía se desecha. Sáquela del stock con un ajuste.',
  'discrepancy.dismiss.text': 'No era una discrepancia.',
  'about.order': 'Pedido',
  'about.line': 'Línea',
  'about.load': 'Carga',
  'about.licensePlate': 'Matrícula',
  'about.location': 'Ubicación',
  'about.item': 'Artículo',
  'about.lot': 'Lote',
  'about.serials': 'Números de serie',
  'about.quantity': 'Cantidad',
  'about.note': 'Nota',

  // what a worker did
  'did.register': 'Registró {quantity} de {item} en {order}, {location}',
  'did.undoRegistration': 'Anuló un registro',
  'did.complete': 'Cerró la recepción de {order}',
  'did.put': 'Ubicó {what} en {to}',
  'did.move': 'Trasladó {what} de {from} a {to}',
  'did.adjust': 'Ajustó {item} en {location} en {signed} ({reason})',
  'did.changeStatus': 'Pidió para {what} en {where}: {status} ({reason})',
  'did.releaseLot': 'Pidió liberar el lote del bloqueo {hold} ({reason})',
  'did.other': 'Envió {type}',
  'did.all': 'todo',
  'did.dock': 'el muelle',
  'did.earlier': 'la matrícula de una lectura anterior',

  // the goods until somebody has decided
  'goods.register':
    'La mercancía está en {location} y no figura en ninguna parte. Márquela y déjela ahí; si descarta esto, se devuelve o se aparta.',
  'goods.undoRegistration':
    'La mercancía sigue registrada. Quien la retiró del muelle la mantiene junta hasta que se decida.',
  'goods.complete': 'No hay que mover nada. Todavía no hay recibo.',
  'goods.put':
    'Se dejó {what} en {to}, pero figura en otro lugar. Compruébelo antes de decidir y que nadie tome de ahí.',
  'goods.move':
    'Se llevó {what} a {to}, pero figura en otro lugar. Compruébelo antes de decidir y que nadie tome de ahí.',
  'goods.adjust': 'Haga contar {item} en {location} otra vez antes de decidir.',
  'goods.changeStatus': 'Deje la mercancía donde está: no se puede usar nada hasta que se decida.',
  'goods.releaseLot': 'El lote sigue bloqueado hasta que se decida.',
  'goods.other': 'Deje la mercancía donde está y márquela hasta que se decida.',
};
