import type { returnsProblems as english } from './returns.en.ts';

/** Problems of goods that come back, in Spanish. */
export const returnsProblems: Readonly<Record<keyof typeof english, string>> = {
  'returns.disposition_unknown': 'No existe el destino {disposition}. Use uno de: {dispositions}.',
  'returns.return_id_unknown':
    'No existe el número de devolución {returnId}. Escanee la etiqueta de la caja o el albarán, o siga sin él.',
  'returns.order_unknown':
    'Nada salió con un pedido {order}, y ninguno con ese número anuncia una devolución. Compruebe el número o siga sin él.',
  'returns.order_ambiguous': 'El pedido {order} existe en varios sistemas ({sourceSystems}). Indique cuál es.',
  'returns.not_shipped': 'De {slip} no se envió nada, así que nada puede volver. Compruebe el número.',
  'returns.off': '{sourceSystem} no acepta devoluciones. Apártelas y pregunte a su responsable.',
  'returns.details_off': '{sourceSystem} no acepta devoluciones por número. Siga sin él.',
  'returns.item_not_shipped': '{item} no iba en {slip}. Apártelo, o devuélvalo sin ese número.',
  'returns.lot_not_shipped': 'El lote {lot} de {item} no iba en {slip}; salió {lots}. Compruebe la etiqueta.',
  'returns.serial_not_shipped': 'El número de serie {serial} de {item} no iba en {slip}. Compruebe la etiqueta.',
  'returns.serial_scrapped': 'El número de serie {serial} de {item} ya volvió y se desechó. Compruebe la etiqueta.',
  'returns.more_than_shipped':
    'Más de lo que salió con {slip}: se enviaron {shipped} {unit} de {item}, volvieron {returned}, aún pueden volver {left}.',
  'returns.no_return_order': 'El pedido {order} ({orderType}) no es una devolución. Recíbalo como pedido de entrada.',
  'returns.item_not_announced': 'El pedido {order} no anuncia {item}. Apártelo, o devuélvalo sin ese número.',
  'returns.more_than_announced':
    'Más de lo que anuncia el pedido {order}: {announced} {unit} de {item}, volvieron {returned}, aún pueden volver {left}.',
  'returns.not_taken': '{item} no se acepta en devolución. Apártelo y pregunte a su responsable.',
  'returns.too_late':
    '{item} salió el {shippedOn}, hace {daysAgo} {daysAgo|día|días}. Se acepta durante {days} {days|día|días}. Apártelo y pregunte a su responsable.',
  'returns.too_late_blind':
    '{item} salió por última vez hace {daysAgo} {daysAgo|día|días} y se acepta durante {days} {days|día|días}. Apártelo y pregunte a su responsable.',
  'returns.slip_missing': 'Indique qué número de devolución o qué pedido es.',
  'returns.policy_one_subject': 'Una regla es para un artículo o para una categoría. Indique solo uno de los dos.',
  'returns.policy_no_days': 'Los días solo van con within-days. Quítelos.',
  'returns.policy_repeated': 'Hay dos reglas para {subject}. Quite una.',
};
