import type { ReconciliationTexts } from './reconciliation.en.ts';

/** What the screens of reconciliation and of past stock say, in Spanish. */
export const reconciliationTexts: ReconciliationTexts = {
  reconcile: 'ERP y almacén',
  'reconcile.title': '¿Por qué dice el ERP otra cosa?',
  'reconcile.erpQuantity': 'El ERP dice',
  'reconcile.explain': 'Explicar',
  'reconcile.description': 'Descripción',
  'reconcile.notTold': 'Aún no comunicado',
  'reconcile.none': 'El ERP lo sabe todo. Indique un artículo para ver qué no ha confirmado.',
  'reconcile.erp': 'Existencias según el ERP',
  'reconcile.confirmed': 'Confirmado por el ERP',
  'reconcile.lines': 'De qué se compone la diferencia',
  'reconcile.noLines': 'De nada: el ERP lo sabe todo y lo ha confirmado.',
  'reconcile.more': '{count|Otro cambio suma|Otros cambios suman} ({count}) {quantity}.',
  'reconcile.quantity': 'Cantidad',
  'reconcile.why': 'Por qué',
  'reconcile.kind.not-told': 'espera su documento',
  'reconcile.kind.not-confirmed': 'sin confirmar',
  'reconcile.kind.rejected': 'rechazado',
  'reconcile.hint.reversed': 'se anuló. Hasta que el ERP lo confirme, quizá aún cuente esto: {quantity}.',
  'reconcile.verdict.equal': 'igual',
  'reconcile.verdict.equal.text': 'El ERP tiene lo que tiene el almacén.',
  'reconcile.verdict.confirmed': 'explicado',
  'reconcile.verdict.confirmed.text':
    'El ERP tiene justo lo que confirmó. Toda la diferencia está en las líneas de abajo.',
  'reconcile.verdict.reported': 'explicado',
  'reconcile.verdict.reported.text': 'El ERP registró documentos que no confirmó. El resto espera su documento.',
  'reconcile.verdict.unexplained': 'sin explicar',
  'reconcile.verdict.unexplained.text':
    'El ERP tiene, respecto a lo confirmado, {unexplained} de lo que aquí nunca se le informó. Busque registros propios.',
  stockThen: 'Existencias pasadas',
  'stockThen.at': 'El',
  'stockThen.show': 'Mostrar',
  'stockThen.hint': 'Elija un momento. Un artículo o una ubicación lo acota.',
  'stockThen.none': 'No había nada de esto entonces.',
};
