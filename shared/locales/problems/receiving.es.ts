import type { receivingProblems as english } from './receiving.en.ts';

/** Problems of receiving and the notices of suppliers, in Spanish. */
export const receivingProblems: Readonly<Record<keyof typeof english, string>> = {
  'receiving.order_missing': 'Escanee primero el pedido o la carga.',
  'receiving.order_unknown': 'El pedido {order} no se conoce. Compruebe el número o pregunte a su responsable.',
  'receiving.order_ambiguous': 'El pedido {order} existe en varios sistemas ({sourceSystems}). Indique cuál es.',
  'receiving.wrong_warehouse': '{order} es del almacén {warehouse}. Aparte la mercancía y pregunte a su responsable.',
  'receiving.order_closed':
    'El pedido {order} ya no admite mercancía ({status}). Apártela y pregunte a su responsable.',
  'receiving.load_unknown': 'La carga {load} no se conoce aquí. Compruebe el número.',
  'receiving.load_brings_nothing':
    'La carga {load} ya no trae nada: sus pedidos se cancelaron. Aparte la mercancía y pregunte a su responsable.',
  'receiving.load_completed': 'La carga {load} ya está completada. Pida a su responsable que la reabra.',
  'receiving.load_ambiguous': 'El pedido {order} está en varias cargas ({loads}). Escanee la carga.',
  'receiving.order_not_on_load': 'El pedido {order} no está en la carga {load}. Compruebe qué carga es.',
  'receiving.item_unknown':
    'Ningún artículo tiene el número {item}. Compruebe la etiqueta o pregunte a su responsable.',
  'receiving.item_not_on_order':
    'El artículo {item} no está en el pedido {order}. Apártelo y pregunte a su responsable.',
  'receiving.line_unknown': 'El pedido {order} no tiene la línea {line}. Compruebe la línea.',
  'receiving.line_other_item':
    'La línea {line} del pedido {order} no es del artículo {item}. Escanee el artículo de esa línea o elija otra.',
  'receiving.line_closed':
    'La línea {line} del pedido {order} ya no admite mercancía. Apártela y pregunte a su responsable.',
  'receiving.lot_not_on_order':
    'El pedido {order} espera otro lote de {item}, no {lot}. Aparte la mercancía y pregunte a su responsable.',
  'receiving.location_unknown':
    'Aquí no hay ninguna ubicación de recepción {location}. Escanee la etiqueta del muelle.',
  'receiving.location_not_receiving': 'La ubicación {location} no es de recepción. Escanee la etiqueta del muelle.',
  'receiving.lot_required': 'El artículo {item} tiene lotes. Escanee el lote.',
  'receiving.lot_not_tracked': 'El artículo {item} no tiene lotes. Omita el lote.',
  'receiving.expiry_required': 'El lote {lot} de {item} es nuevo. Indique su fecha de caducidad.',
  'receiving.expiry_conflict':
    'El lote {lot} consta con caducidad {known}, no {sent}. Compruebe la etiqueta; si es correcta, pregunte a su responsable.',
  'receiving.status_unknown': 'No existe el estado {status}. Use uno de estos: {statuses}.',
  'receiving.expired': '{item} caducó el {expiry}. Apártelo como dañado o para calidad, o no lo acepte.',
  'receiving.shelf_life_short':
    '{item} caduca el {expiry}: {left|queda|quedan} {left} {left|día|días} y se {needed|pide|piden} {needed}. Apártelo para calidad o pregunte a su supervisor.',
  'receiving.serials_required': 'El artículo {item} tiene números de serie. Escanee cada uno.',
  'receiving.serials_not_tracked': 'El artículo {item} no tiene números de serie. Omítalos.',
  'receiving.serial_repeated': 'El número de serie {serial} se escaneó dos veces. Quítelo una vez.',
  'receiving.serial_count':
    '{serials} {serials|número de serie no suma|números de serie no suman} {quantity} {unit}. Escanee uno por pieza.',
  'receiving.serial_in_stock': 'El número de serie {serial} de {item} ya está en el almacén. Compruebe la etiqueta.',
  'receiving.plate_unknown': 'No existe la matrícula {licensePlate}. Escanee una matrícula.',
  'receiving.plate_put_away': 'La matrícula {licensePlate} ya está ubicada en {location}. Use otra.',
  'receiving.plate_elsewhere': 'La matrícula {licensePlate} está en uso en {location}. Use otra.',
  'receiving.over_delivery':
    'Más de lo que admite el pedido: como máximo {limit} {unit} de {item}, hay {registered} registrados, caben {fits}. Aparte el resto y pregunte a su responsable.',
  'receiving.load_required':
    'El pedido {order} no está en ninguna carga. Haga que se cree una, o pregunte a su supervisor.',
  'receiving.plate_on_other_load':
    'La matrícula {licensePlate} está anunciada en la carga {load}. Recíbala en esa carga.',
  'receiving.load_over_delivery':
    'Más de lo que puede traer la carga {load}: como máximo {limit} {unit} de {item}, hay {registered} registrados y caben {fits}. El pedido admitiría {more}: un supervisor puede subir el exceso de esta carga.',
  'receiving.registration_reported':
    'El recibo {documentNumber} ya informa de este registro. Pida a su supervisor que lo revierta.',
  'receiving.load_sources_differ':
    'Los pedidos son de varios sistemas ({sourceSystems}). Cree una carga para cada uno.',
  'receiving.load_line_repeated':
    'La línea {line} del pedido {order} se nombra dos veces. Nómbrela una vez, con toda su cantidad.',
  'receiving.load_exceeds_order':
    'El pedido {order} solo admite {fits} {unit} más en la línea {line}, contando las demás cargas. Planifique eso como máximo.',
  'receiving.load_empty': 'No queda nada que una carga pueda traer. Nombre líneas con sus cantidades.',
  'receiving.load_taken': 'Ya existe una carga {load}. Elija otro nombre.',
  'receiving.line_not_on_load':
    'La carga {load} no debe traer nada de la línea {line} del pedido {order}. Compruebe la carga.',
  'receiving.order_cap_exceeded':
    'La carga {load} podría traer entonces {wanted} {unit}, pero el pedido {order} solo admite {fits} más en la línea {line}. Elija un porcentaje menor.',
  'receiving.plate_not_announced':
    'Ningún aviso dice qué hay en la matrícula {licensePlate}. Regístrela artículo por artículo.',
  'receiving.plate_other_warehouse':
    'La matrícula {licensePlate} está anunciada para el almacén {warehouse}. Apártela y pregunte a su supervisor.',
  'receiving.order_not_on_plate':
    'En la matrícula {licensePlate} no hay nada anunciado para el pedido {order}. Compruebe la matrícula o deje el pedido fuera.',
  'receiving.plate_received': 'La matrícula {licensePlate} de la carga {load} ya está recibida. Ubíquela.',
  'receiving.plate_begun':
    'La matrícula {licensePlate} se empezó artículo por artículo; {left|falta|faltan} {left} de {lines} {lines|línea|líneas}. Siga así, o confirme que el resto es como se anunció.',
  'receiving.plate_changed':
    'De la matrícula {licensePlate} se anuncia ahora otra cosa que la que se le mostró. Apártela hasta que su supervisor decida.',
  'receiving.expected_subject_missing': 'Diga qué carga o qué matrícula se busca.',
  'receiving.source_unknown':
    'Ningún sistema {sourceSystem} trabaja con el almacén {warehouse}. Diga de quién es la mercancía.',
  'receiving.source_ambiguous':
    'La mercancía puede ser de varios sistemas ({sourceSystems}). Diga cuál se quiere decir.',
  'receiving.manual_orders_off':
    '{sourceSystem} no acepta mercancía que no pidió. Apártela y pregunte a su supervisor.',
  'receiving.registration_unknown': 'El registro {registration} no se conoce.',
  'receiving.registration_undone': 'Este registro ya se deshizo.',
  'receiving.already_put_away':
    'La mercancía ya salió de {location}; el registro se mantiene. Pida un ajuste a su responsable.',
  'receiving.no_open_load': 'No se registró nada de {order} desde que se completó. Registre primero la mercancía.',
  'receiving.document_elsewhere': 'El documento {document} es del almacén {warehouse}. Cambie primero a ese almacén.',
  'receiving.differences':
    '{lines} {lines|línea difiere|líneas difieren} de lo esperado. {lines|Compruébela|Compruébelas} o acepte las diferencias.',
  'receiving.load_shared': 'El pedido {order} vino con {others} en la carga {load}. Complete la carga entera.',
  'receiving.packing_slip_required':
    'La carga {load} no se puede completar sin el número del albarán del proveedor. Introdúzcalo.',
  'receiving.must_equal':
    '{lines} {lines|línea difiere|líneas difieren} de lo pedido, y esta carga debe traer exactamente eso. Registre el resto o retire lo que sobra.',
  'receiving.difference':
    'Pedido {order}, línea {line}, artículo {item}: {expected} {unit} esperados, {registered} registrados.',
  'notice.order_unknown': 'El pedido {order} aún no se conoce. Envíe el pedido; este mensaje seguirá por sí solo.',
  'notice.unknown': 'No se anunció nada como carga {load}. Compruebe el nombre de la carga.',
  'notice.load_taken': 'El nombre {load} está ocupado. Anuncie la carga con otro nombre.',
  'notice.load_completed':
    'La carga {load} está completada y no admite más anuncios. Anuncie el resto como otra carga.',
  'notice.warehouse_unknown': 'Este sistema de origen no tiene el almacén {warehouse}. Corríjalo o haga que se añada.',
  'notice.warehouse_differs': 'La carga {load} es para el almacén {warehouse}. Corrija el almacén o déjelo fuera.',
  'notice.warehouse_has_goods':
    'Hay mercancía de la carga {load} registrada en {warehouse}, así que no puede cambiar. Anuncie el resto como otra carga.',
  'notice.period_reversed': 'La carga llegaría antes de salir. Corrija una de las dos fechas.',
  'notice.shipment_repeated': 'El envío {shipment} aparece dos veces en el aviso. Junte sus matrículas.',
  'notice.plate_repeated': 'La matrícula {licensePlate} aparece dos veces en el aviso. Quite una de ellas.',
  'notice.sscc_check_digit':
    'La matrícula {licensePlate} tiene los 18 dígitos de un SSCC, pero su dígito de control tendría que ser {digit}. Vale como se envió; compárela con la etiqueta, que quizá no se encuentre en el muelle.',
  'notice.parent_unknown':
    'La matrícula {licensePlate} está sobre {parent}, que el aviso no nombra. Nombre también esa matrícula.',
  'notice.plate_in_itself':
    'La matrícula {licensePlate} está sobre {parent}, y esta sobre ella. Corrija las matrículas.',
  'notice.plate_begun':
    'Algo de la matrícula {licensePlate} ya se recibió, así que queda como se anunció. Envíela sin cambios.',
  'notice.plate_is_location': '{licensePlate} es una ubicación del almacén. Dé otro número a la matrícula.',
  'notice.plate_in_use': 'La matrícula {licensePlate} ya tiene mercancía en {location}. Compruebe su número.',
  'notice.plate_on_other_load':
    'La matrícula {licensePlate} ya está anunciada en la carga {load}. Quítela primero de allí.',
  'notice.order_other_warehouse': 'El pedido {order} es para el almacén {warehouse}. Corrija el pedido o el almacén.',
  'notice.order_closed':
    'El pedido {order} ya no admite mercancía ({status}). Quite sus líneas o envíe un pedido nuevo.',
  'notice.line_unknown': 'El pedido {order} no tiene la línea {line}. Envíe antes el pedido con esa línea.',
  'notice.line_other_item':
    'La línea {line} del pedido {order} es del artículo {item}. Corrija la línea o el artículo.',
  'notice.line_closed': 'La línea {line} del pedido {order} ya no admite mercancía. Quítela.',
  'notice.line_other_lot': 'La línea {line} del pedido {order} pide el lote {lot}. Corrija el lote o la línea.',
  'notice.expiry_conflict': 'El lote {lot} se conoce con la caducidad {known}. Corrija la fecha o el lote.',
  'notice.serial_repeated': 'El número de serie {serial} aparece dos veces. Quite uno de ellos.',
  'notice.serial_count':
    '{serials} {serials|número de serie no hace|números de serie no hacen} {quantity} {unit}. Indique uno por pieza, o ninguno.',
};
