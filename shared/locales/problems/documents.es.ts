import type { documentsProblems as english } from './documents.en.ts';

/** Problems of documents, in Spanish. */
export const documentsProblems: Readonly<Record<keyof typeof english, string>> = {
  'document.unknown': 'No existe el documento {document}. Compruebe el número.',
  'document.not_reversible': 'El documento {document} no se puede anular. Corrija las existencias con un ajuste.',
  'document.reversed':
    'La versión {version} de {document} ya está anulada. La siguiente se crea al completar de nuevo la carga.',
  'document.posted':
    '{document} es definitivo: el plazo para anularlo ha pasado. Registre como devolución lo que vuelva, o corrija las existencias con un ajuste que lo mencione.',
  'document.rejected':
    'El ERP rechazó {document}: {reason}. Anúlelo y complete la carga de nuevo, o haga que el ERP lo acepte.',
  'document.coverage_differs':
    '{document} tiene {details} {details|detalle|detalles}, pero {covered} {covered|cambio consta como comunicado|cambios constan como comunicados} con él. Compruebe antes los libros con el comando verify.',
  'document.too_many_lines': 'El informe tendría más de {limit} líneas. Pida menos dimensiones o un solo almacén.',
  'document.order_ended':
    'El ERP terminó el pedido {order} ({status}), así que {document} se queda como está. Corrija las existencias con un ajuste.',
};
