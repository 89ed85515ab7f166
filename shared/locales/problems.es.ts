import type { ProblemTexts } from './problems.en.ts';

/** What went wrong and what to do next, in Spanish. */
export const problemTexts: ProblemTexts = {
  'request.malformed': 'Este valor no tiene la forma requerida. Corríjalo y envíelo de nuevo.',
  'request.malformed_json': 'El contenido no es JSON válido. Envíe un documento JSON en UTF-8.',
  'request.missing': 'Este dato es obligatorio. Añádalo y envíe de nuevo.',
  'request.wrong_type': 'Aquí se requiere el tipo {expected}.',
  'request.number_rounded':
    'Este número tiene más cifras de las que se pueden guardar con exactitud. Envíelo con 15 como máximo, de ellas 6 decimales.',
  'request.too_small': 'Está por debajo del mínimo de {minimum}.',
  'request.too_big': 'Está por encima del máximo de {maximum}.',
  'request.not_allowed': 'Solo se permiten estos valores: {allowed}.',
  'request.unknown_property': 'Aquí no existe este dato. Quítelo o corrija su nombre.',
  'request.invalid': 'La solicitud tiene errores. Cada uno figura con su lugar.',
  'request.control_character': 'El texto no puede contener caracteres de control ni Unicode dañado.',
  'request.too_large': 'El contenido supera {limit} bytes. Envíe menos de una vez.',
  'request.content_type': 'Envíe el contenido como application/json en UTF-8, sin comprimir.',
  'request.not_acceptable': 'Solo está disponible como {offered}.',
  'request.not_found': 'No hay nada en esta dirección.',
  'request.method': 'Esta dirección no acepta este método.',
  'feed.position_unknown':
    'La posición {after} nunca se dio; la más reciente es {newest}. Siga desde el último `next` de este servidor, o empiece de nuevo: desde 0 o con una instantánea.',
  'idempotency.key_reused': 'Esta clave se usó para otra solicitud. Use una nueva.',
  'idempotency.in_progress':
    'La primera petición con esta clave aún se está procesando. Envíela de nuevo en un momento.',
  'idempotency.key_malformed': 'La Idempotency-Key debe tener de 1 a {limit} caracteres. Envíe otra.',
  'server.failed':
    'El servidor falló. No se cambió nada. Envíe la misma solicitud otra vez; si falla de nuevo, comunique el número de correlación.',
  'server.storage': 'No se puede acceder a la base de datos. No se cambió nada; envíe la misma solicitud otra vez.',
  'server.disk_full':
    'El disco del servidor está lleno. No se cambió nada; nada de lo respondido se ha perdido. Libere espacio.',
  'auth.required': 'Inicie sesión primero o envíe una clave.',
  'auth.key_unknown': 'Esta clave no se conoce, ha caducado o fue anulada.',
  'auth.scope_missing': 'A esta clave le falta el permiso {scope}.',
  'auth.permit_missing': 'No puede hacer {operation} en {warehouse}. Pregunte a su supervisor.',
  'session.credentials_missing': 'Indique tarjeta y PIN, o usuario y contraseña.',
  'session.wrong_credentials': 'La tarjeta o el PIN no es correcto. Inténtelo otra vez o pregunte a su supervisor.',
  'session.goods_in_hand': 'Aún lleva mercancía: {goods}. Déjela primero, o que un supervisor responda por ella.',
  'session.locked': 'Demasiados PIN incorrectos. Espere {minutes} minutos o pregunte a su supervisor.',
  'session.unknown': 'No se conoce la sesión de esta orden. Inicie sesión de nuevo.',
  'session.revoked': 'Un supervisor terminó la sesión. Lo que hizo queda guardado para que se decida.',
  'device.revoked': 'Este dispositivo fue retirado del servicio. Lo que hizo queda guardado para que se decida.',
  'device.unknown':
    'El dispositivo {device} no está dado de alta. Escanee el código que un administrador muestra para él y entre después.',
  'command.body_invalid': 'La orden no se puede leer. Cada error figura con su lugar.',
  'command.id_reused': 'Este número de orden se usó con otro contenido. Cree una orden nueva.',
  'command.sequence_reused': 'El número {sequence} ya se usó; el siguiente es {expected}.',
  'command.gap': 'El número {sequence} va por delante: envíe desde {expected}.',
  'command.cause_unknown': 'No se conoce la orden anterior de la que depende.',
  'command.cause_not_applied': 'Depende de un escaneo anterior que está «{outcome}».',
  'command.type_unknown':
    'Este servidor aún no conoce {type} versión {version}. Se guarda y se hará tras una actualización.',
  'command.failed': 'El servidor falló con esta orden. Queda guardada para un supervisor; siga trabajando.',

  // scans: why a code cannot be used, on the device
  'scan.empty': 'No se leyó nada. Escanee de nuevo.',
  'scan.too_long':
    'Este código tiene {length} caracteres; aquí se admiten {limit} como máximo. Escanee un solo código a la vez.',
  'scan.control_character':
    'La lectura contiene caracteres que aquí no tiene ningún código. Escanee de nuevo; si sigue igual, haga revisar la configuración del lector.',
  'scan.bad_character':
    'La lectura contiene un carácter que no corresponde a un código. Escanee de nuevo o escriba el número que está debajo.',
  'scan.partial_code': 'Solo se leyó una parte del código. Apunte recto sobre todas las barras y escanee de nuevo.',
  'scan.check_digit':
    'El dígito de control de este código no es correcto: mala lectura o mala impresión. Escanee de nuevo o use otra etiqueta.',
  'scan.unknown': '«{text}» no se conoce aquí. Compruebe que es la etiqueta correcta o pregunte a su supervisor.',
  'scan.unknown_item':
    'Ningún artículo tiene el código {gtin}. Escanee otra etiqueta de la mercancía o pida a su supervisor que añada el código.',
  'scan.gs1_no_subject':
    'Esta etiqueta no nombra ningún artículo, matrícula ni ubicación. Escanee el otro código que lleva.',
  'scan.gs1_unknown_ai': 'La etiqueta tiene un campo «{ai}» que GS1 no conoce. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_separator_missing':
    'Falta el separador tras el campo ({ai}) de la etiqueta y los valores se mezclan. Use otro código de la mercancía o escriba los valores.',
  'scan.gs1_separator_lost':
    'Este lector omite los separadores y no se distingue dónde acaba el campo ({ai}). Use la cámara y haga revisar la configuración del lector.',
  'scan.gs1_empty': 'Un campo de la etiqueta está vacío. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_too_long':
    'El campo ({ai}) de la etiqueta tiene {length} caracteres; se admiten {limit}. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_too_short': 'El campo ({ai}) de la etiqueta termina antes de tiempo. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_character':
    'El campo ({ai}) de la etiqueta contiene un carácter que ahí no se admite. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_check_digit':
    'El dígito de control del campo ({ai}) no es correcto: mala lectura o mala impresión. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_date':
    'El campo ({ai}) de la etiqueta contiene una fecha que no existe. Aparte la mercancía y pregunte a su supervisor.',
  'scan.gs1_time':
    'El campo ({ai}) de la etiqueta contiene una hora que no existe. Aparte la mercancía y pregunte a su supervisor.',
  'scan.gs1_value':
    'El valor del campo ({ai}) de la etiqueta no es válido. Use otra etiqueta o pregunte a su supervisor.',
  'scan.gs1_repeated':
    'La etiqueta tiene el campo ({ai}) dos veces con valores distintos. Aparte la mercancía y pregunte a su supervisor.',
  'scan.gs1_excluded':
    'La etiqueta tiene los campos ({ai}) y ({otherAi}), que no pueden ir juntos. Aparte la mercancía y pregunte a su supervisor.',
  'scan.gs1_brackets':
    'Los paréntesis de los números de campo no coinciden. Escríbalo de nuevo, por ejemplo (01)04006381333931.',
  'scan.gs1_link':
    'La dirección web de esta etiqueta no es válida en el campo ({ai}). Escanee otro código de la mercancía.',
  'scan.gs1_companion_missing':
    'Junto al campo ({ai}) falta {needs} en la etiqueta. Si hay un segundo código en la etiqueta, escanéelo.',

  // goods, places and items: the rules that receiving, put-away and stock share
  'item.unknown': 'Ningún artículo tiene el número {item}. Compruebe la etiqueta o pregunte a su responsable.',
  'item.ambiguous': 'El artículo {item} existe en varios sistemas ({sourceSystems}). Indique cuál es.',
  'item.conversion_changed':
    'Al escanear, {quantity} {unit} de {item} eran {counted} {baseUnit}; ahora son {now}. Deje la mercancía donde está: decide un supervisor. Si se aplica, cuentan como {counted}.',
  'item.unit_unknown': 'El artículo {item} no se cuenta en {unit}. Use una de estas unidades: {units}.',
  'quantity.not_positive': 'La cantidad debe ser mayor que cero. Indique cuánto hay.',
  'quantity.zero': 'Cero no cambia nada. Indique cuánto hay de más o de menos.',
  'quantity.too_precise':
    '{quantity} tiene más decimales de los que permite este artículo ({decimals}). Indique una cantidad más redonda.',
  'quantity.too_large': '{quantity} es más de lo que se puede registrar de una vez ({limit}). Compruebe la cantidad.',
  'location.unknown': 'Aquí no hay ninguna ubicación {location}. Escanee otra vez su etiqueta.',
  'location.inactive': 'La ubicación {location} está cerrada. Tome otra.',
  'location.wrong_type': 'La ubicación {location} no es para almacenar ({type}). Tome una ubicación de almacén.',
  'location.other_item': 'La ubicación {location} es del artículo {item}. Tome otra.',
  'location.mixes_items': 'La ubicación {location} solo admite un artículo, y es {item}. Tome otra.',
  'location.mixes_lots': 'La ubicación {location} solo admite un lote de cada artículo. Tome otra.',
  'location.full': 'La ubicación {location} está llena ({taken} de {plates} matrículas). Tome otra.',
  'location.category_not_allowed':
    'La ubicación {location} no admite artículos de la categoría {category} ({item}). Tome otra.',
  'location.status_not_allowed':
    'La ubicación {location} no admite mercancía con el estado {status}. La buena va al almacén, la apartada a cuarentena.',
  'location.mixes_statuses':
    'La ubicación {location} solo puede tener un estado: {status}, no también {otherStatus}. Tome otra.',
  'location.mixes_owners':
    'La ubicación {location} solo puede tener mercancía de un propietario: {owner}, no también de {otherOwner}. Tome otra.',
  'location.too_heavy':
    'La mercancía pesa {excessKg} kg de más para la ubicación {location}, que soporta {capacityKg} kg. Tome otra o ponga una parte.',
  'location.too_big':
    'La mercancía necesita {excessLitres} litros más de los que quedan libres en {location}, de {capacityLitres}. Tome otra o ponga una parte.',
  'stock.too_much':
    'Habría más de {item} de lo que se puede contar con exactitud: hay {onHand} {unit}, {limit} es lo máximo. Revise cantidad y unidad.',
  'stock.none': 'Aquí no hay {item} que tomar. Compruebe la ubicación y la mercancía.',
  'stock.lot_none': 'Aquí no hay nada del lote {lot} de {item} que tomar. Compruebe la etiqueta y la ubicación.',
  'stock.lot_required': 'Aquí hay varios lotes de {item} ({lots}). Escanee el lote.',
  'stock.serial_missing': 'El número de serie {serial} de {item} no está aquí. Compruebe la mercancía.',
  'stock.serials_required': 'El artículo {item} tiene números de serie. Escanee los que toma.',
  'stock.not_enough': 'Aquí solo se pueden tomar {there} {unit} de {item}, no {wanted}. Cuente lo que hay.',
  'stock.status_blocks': 'No se puede prometer nada: su estado es {status}.',
  'stock.at_dock': 'Aún no se puede prometer nada: está en {location} y no se ha ubicado.',
  'stock.not_for_sale': 'No se puede prometer nada: desde {location} no se sirven pedidos.',
  'stock.all_reserved': 'No queda nada libre: todo está prometido a pedidos.',

  // receiving
  'receiving.order_missing': 'Escanee primero el pedido o la carga.',
  'receiving.order_unknown': 'El pedido {order} no se conoce. Compruebe el número o pregunte a su responsable.',
  'receiving.order_ambiguous': 'El pedido {order} existe en varios sistemas ({sourceSystems}). Indique cuál es.',
  'receiving.wrong_warehouse': '{order} es del almacén {warehouse}. Aparte la mercancía y pregunte a su responsable.',
  'receiving.order_closed':
    'El pedido {order} ya no admite mercancía ({status}). Apártela y pregunte a su responsable.',
  'receiving.load_unknown': 'La carga {load} no se conoce aquí. Compruebe el número.',
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
    '{item} caduca el {expiry}: quedan {left} días y se piden {needed}. Apártelo para calidad o pregunte a su supervisor.',
  'receiving.serials_required': 'El artículo {item} tiene números de serie. Escanee cada uno.',
  'receiving.serials_not_tracked': 'El artículo {item} no tiene números de serie. Omítalos.',
  'receiving.serial_repeated': 'El número de serie {serial} se escaneó dos veces. Quítelo una vez.',
  'receiving.serial_count': '{serials} números de serie no suman {quantity} {unit}. Escanee uno por pieza.',
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
    'La matrícula {licensePlate} se empezó artículo por artículo; faltan {left} de {lines} líneas. Siga así, o confirme que el resto es como se anunció.',
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
  'receiving.differences': '{lines} líneas difieren de lo esperado. Compruébelas o acepte las diferencias.',
  'receiving.load_shared': 'El pedido {order} vino con {others} en la carga {load}. Complete la carga entera.',
  'receiving.packing_slip_required':
    'La carga {load} no se puede completar sin el número del albarán del proveedor. Introdúzcalo.',
  'receiving.must_equal':
    '{lines} líneas difieren de lo pedido, y esta carga debe traer exactamente eso. Registre el resto o retire lo que sobra.',
  'receiving.difference':
    'Pedido {order}, línea {line}, artículo {item}: {expected} {unit} esperados, {registered} registrados.',

  // put-away
  'putaway.goods_missing': 'Escanee la matrícula, o el artículo y dónde está.',
  'putaway.reason_unknown': 'No existe el motivo {reason}. Use uno de estos: {reasons}.',
  'putaway.plate_unknown': 'No existe la matrícula {licensePlate}. Escanéela otra vez.',
  'putaway.wrong_warehouse': 'La matrícula {licensePlate} está en el almacén {warehouse}.',
  'putaway.already_done': '{goods} no está en el muelle; no hay nada que ubicar. Consúltelo o muévalo.',
  'putaway.item_required': 'La matrícula {licensePlate} lleva varios artículos. Escanee el que ubica.',
  'putaway.plate_required': '{item} está aquí en {plates} matrículas. Escanee la matrícula.',
  'putaway.override_reason_required': 'La mercancía va a {proposed}. Vaya allí o indique un motivo para {location}.',
  'putaway.claimed': 'La matrícula {licensePlate} va en el viaje de {badge}. Escanee otra o pregunte.',
  'putaway.stands_on':
    'La matrícula {licensePlate} está sobre {parent}. Lleve {parent} o ubique {licensePlate} por separado.',
  'putaway.not_claimed': 'La matrícula {licensePlate} no va en ningún viaje.',
  'putaway.zone_unknown': 'Ninguna ubicación de este almacén está en la zona {zone}. Elija una que exista.',
  'putaway.no_place':
    'Ninguna de las {places} ubicaciones de este almacén admite esta mercancía. Elija una o pregunte.',
  'putaway.nothing_on_plate': 'No hay nada en la matrícula {licensePlate}. Escanee otra.',
  'putaway.not_offered': 'Aquí ya no hay {item} previsto para el pedido {order}. Ubíquelo o devuélvalo al muelle.',
  'putaway.more_than_offered':
    'El pedido {order} solo espera {quantity} {unit} de {item}. Llévele esa cantidad y ubique el resto.',
  'putaway.cross_dock_required': '{quantity} {unit} de esto deben ir al pedido {order}: llévelos a {location}.',
  'putaway.onto_itself': 'La matrícula {licensePlate} no puede ir sobre sí misma. Escanee otra.',
  'putaway.plate_elsewhere': 'La matrícula {licensePlate} está en {location}. Tome una que esté aquí, o vaya allí.',
  'putaway.rule_off': 'La regla está desactivada.',
  'putaway.rule_for_others': 'La regla es para otra mercancía: {criterion} tiene que ser {wanted} y aquí es {was}.',
  'putaway.no_rule': 'Ninguna regla de este almacén es para esta mercancía, así que elige una persona.',
  'putaway.other_type': '{location} es de otro tipo ({type}) que los que nombra la regla.',
  'putaway.other_zone': '{location} está en la zona {zone}; la regla nombra {zones}.',
  'putaway.not_fixed': '{location} no pertenece a ningún artículo; la regla busca el lugar fijo de este.',
  'putaway.kept_for_fixed': '{location} se reserva para el artículo que pertenece allí.',
  'putaway.other_lot_there': 'El mismo lote no está en {location}.',
  'putaway.other_item_there': 'El mismo artículo no está en {location}.',
  'putaway.not_empty': '{location} no está vacía.',
  'putaway.farther': '{location} también admite la mercancía, pero {proposed} va primero.',

  // stock in the building
  'inventory.goods_missing': 'Escanee la matrícula, o el artículo y la cantidad.',
  'inventory.same_place': 'La mercancía ya está en {location}. Escanee a dónde va.',
  'inventory.plate_unknown': 'No existe la matrícula {licensePlate}. Escanéela otra vez.',
  'inventory.wrong_warehouse': 'La matrícula {licensePlate} está en el almacén {warehouse}.',
  'inventory.plate_not_there': 'La matrícula {licensePlate} no está en {location}. Consulte dónde está.',
  'inventory.reserved':
    'La mercancía de {licensePlate} está reservada para un pedido. Déjela donde está o pregunte a su responsable.',
  'inventory.reason_unknown': 'No existe el motivo {reason}. Use uno de estos: {reasons}.',
  'inventory.lot_required': 'El artículo {item} tiene lotes. Escanee el lote.',
  'inventory.lot_not_tracked': 'El artículo {item} no tiene lotes. Omita el lote.',
  'inventory.expiry_required': 'El lote {lot} de {item} es nuevo. Indique su fecha de caducidad.',
  'inventory.expiry_conflict': 'El lote {lot} consta con caducidad {known}, no {sent}. Compruebe la etiqueta.',
  'inventory.serials_required': 'El artículo {item} tiene números de serie. Escanee cada uno.',
  'inventory.serials_not_tracked': 'El artículo {item} no tiene números de serie. Omítalos.',
  'inventory.serial_repeated': 'El número de serie {serial} se escaneó dos veces. Quítelo una vez.',
  'inventory.serial_count': 'Hay {serials} números de serie; debe haber uno por {unit}.',
  'inventory.serial_in_stock': 'El número de serie {serial} de {item} ya está en el almacén. Compruebe la etiqueta.',
  'inventory.status_unknown': 'No existe el estado {status}. Use uno de estos: {statuses}.',
  'inventory.adjustment_needs_approval':
    'Un ajuste de {quantity} {unit} de {item} en {location} vale más de {limit}. Una segunda persona debe aprobarlo.',

  // exceptions
  'exceptions.subject_missing':
    'Indique de qué se trata: un pedido, una carga, un artículo, una matrícula o una ubicación.',
  'exceptions.order_unknown': 'No hay ningún pedido {order} en este almacén. Escanee el número del papel u omítalo.',
  'exceptions.load_unknown': 'No hay ninguna carga {load} en este almacén. Escanee otra u omítala.',
  'exceptions.item_unknown': 'No existe el artículo {item}. Escanee el artículo, u omítalo y haga una foto.',
  'exceptions.plate_unknown': 'La matrícula {licensePlate} no se conoce en este almacén. Escanéela de nuevo u omítala.',
  'exceptions.location_unknown': 'No existe la ubicación {location} en este almacén. Escanéela de nuevo u omítala.',
  'exceptions.not_a_discrepancy':
    '{exception} no es una discrepancia: no tiene clase ni responsable. Decida sobre ella.',
  'exceptions.nothing_to_assign': 'Indique la clase, el responsable o ambos.',
  'discrepancy.damage': 'La mercancía está dañada.',
  'discrepancy.quality': 'Hay que revisar la calidad.',
  'discrepancy.expiry': 'Queda demasiado poca vida útil.',
  'discrepancy.shortage': 'Llegó menos de lo anunciado.',
  'discrepancy.overage': 'Llegó más de lo anunciado.',
  'discrepancy.wrong-goods': 'Llegó otra mercancía que la anunciada.',
  'discrepancy.wrong-label': 'La etiqueta es errónea o falta.',
  'discrepancy.other': 'Algo no está como debería.',
  'photo.not_a_picture': 'Esto no es una imagen que se pueda mostrar. Envíe una de {types}.',
  'photo.id_reused': 'Ya hay otra foto con el identificador {photo}. Haga la foto de nuevo.',
  'exceptions.unknown': 'No hay nada que decidir sobre {exception} en este almacén. Vuelva a cargar la lista.',
  'exceptions.already_resolved': 'Alguien ya ha decidido sobre esto. Vuelva a cargar la lista.',
  'exceptions.action_not_offered': '{action} no es posible aquí. Elija una de estas: {offered}.',
  'exceptions.own_command': 'Esto lo hizo usted, así que debe decidir otra persona.',
  'exceptions.cause_open': 'Depende de un escaneo anterior sobre el que nadie ha decidido. Decida primero sobre ese.',
  'exceptions.cannot_be_judged': 'El servidor ya no puede realizarlo. Corríjalo por otro medio y ciérrelo después.',
  // mensajes de los ERP, pedidos y artículos
  'message.too_many': 'Se enviaron {messages} mensajes a la vez; se permiten {limit}. Envíelos en varias peticiones.',
  'message.type_not_supported': 'Aquí no se aceptan mensajes de tipo {type}. Envíe uno de: {types}.',
  'message.lines_missing': 'Aquí faltan las líneas. Envíelas; para retirarlo todo, envíe la operación cancel.',
  'message.too_many_lines': 'Son {lines} líneas; se permiten {limit}. Divídalas.',
  'message.line_number_repeated':
    'El número de línea {line} aparece dos veces en el pedido. Dé a cada línea un número propio.',
  'message.unit_repeated': 'La unidad {unit} está definida dos veces. Quite una de ellas.',
  'message.barcode_repeated': 'El código de barras {barcode} aparece dos veces en el artículo. Quite uno de ellos.',
  'message.failed':
    'El mensaje se guardó, pero no se ejecutó. Cada fallo está en la lista; corríjalos y envíe un reemplazo o un mensaje más nuevo.',
  'message.parked': 'El mensaje espera artículos o pedidos que aún no se conocen. Envíelos; seguirá por sí solo.',
  'message.processing_failed':
    'El servidor falló al ejecutar el mensaje. Póngalo de nuevo en cola; si vuelve a fallar, comunique el id del mensaje.',
  'message.state': 'El mensaje {messageId} está en estado {status}; esto ya no es posible. Envíe un mensaje nuevo.',
  'message.newer_waiting': 'El mensaje más nuevo {messageId} espera y reemplazará a este. Mire primero aquel.',
  'message.replacement_same_id': 'Un reemplazo necesita su propio id de mensaje. Envíelo con uno nuevo.',
  'message.replacement_fixed': 'Un reemplazo no puede cambiar esto (era {was}). Envíe un mensaje nuevo.',
  'order.item_unknown': 'El artículo {item} aún no se conoce. Envíe el artículo; este mensaje seguirá por sí solo.',
  'order.unknown': 'No hay ningún pedido {order} que cancelar. Compruebe el número de pedido.',
  'order.ambiguous': 'El pedido {order} existe en varios sistemas de origen ({sourceSystems}). Diga cuál es.',
  'order.closed':
    'El pedido {order} está en estado {status} de forma definitiva. Envíe lo que aún haga falta como pedido nuevo.',
  'order.warehouse_unknown':
    'No hay ningún almacén {warehouse} para este sistema de origen. Corríjalo o pida que lo den de alta.',
  'order.warehouse_differs': 'El pedido {order} es para el almacén {warehouse}. Corrija el almacén o no lo envíe.',
  'order.warehouse_has_goods':
    'Hay mercancía del pedido {order} registrada en {warehouse}, así que no puede trasladarse. Envíe un pedido nuevo para el otro almacén.',
  'order.period_reversed': 'El período previsto termina antes de empezar. Corrija una de las dos fechas.',
  'order.line_has_goods':
    'Hay mercancía registrada en la línea {line}, así que no puede omitirse. Envíela con al menos esa cantidad.',
  'order.owner_unknown': 'El propietario {owner} no pertenece a este sistema de origen. Use uno de: {owners}.',
  'order.inventory_status_unknown': 'No hay ningún estado de existencias {status}. Use uno de: {statuses}.',
  'order.lot_not_tracked': 'El artículo {item} se lleva sin lotes. Quite el lote o cambie el artículo.',
  'order.serial_not_tracked': 'El artículo {item} se lleva sin números de serie. Quítelo o cambie el artículo.',
  'order.serial_quantity':
    'Una línea con número de serie es para 1 {unit}. Corrija la cantidad o quite el número de serie.',
  'order.line_item_fixed':
    'Hay mercancía de la línea {line} registrada o liberada: su artículo sigue siendo {was}. Use una línea nueva.',
  'order.line_unit_fixed':
    'Hay mercancía de la línea {line} registrada o liberada: su unidad sigue siendo {was}. Envíe la cantidad en ella.',
  'order.line_dimension_fixed':
    'Hay mercancía de la línea {line} registrada o liberada: esto sigue siendo «{was}». Use una línea nueva para el resto.',
  'order.quantity_below_registered':
    'En la línea {line} ya hay {registered} {unit} registrados. Envíe al menos esa cantidad.',
  // avisos de los proveedores
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
  'notice.parent_unknown':
    'La matrícula {licensePlate} está sobre {parent}, que el aviso no nombra. Nombre también esa matrícula.',
  'notice.plate_in_itself':
    'La matrícula {licensePlate} está sobre {parent}, y esta sobre ella. Corrija las matrículas.',
  'notice.plate_begun':
    'Algo de la matrícula {licensePlate} ya se recibió, así que queda como se anunció. Envíela sin cambios.',
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
  'notice.serial_count': '{serials} números de serie no hacen {quantity} {unit}. Indique uno por pieza, o ninguno.',

  'item.not_found': 'No hay ningún artículo {item}. Compruebe el número.',
  'item.stock_without_serials':
    'Hay existencias de {item} sin número de serie, que nadie podría tomar ya. Ajústelas a cero, envíe este mensaje otra vez y luego dé entrada a la mercancía con sus series.',
  'item.stock_with_serials':
    'Hay existencias de {item} con número de serie, que nadie podría tomar ya. Ajústelas a cero, envíe este mensaje otra vez y luego dé entrada a la mercancía sin series.',
  'item.base_unit_in_use':
    'El artículo {item} se lleva en {baseUnit}, y hay existencias, un pedido o un movimiento suyo. Envíe la unidad base como estaba, o un número de artículo nuevo.',
  'item.decimals_in_use':
    'El artículo {item} se lleva con {decimals} decimales, y hay existencias, un pedido o un movimiento suyo. Envíelos como estaban, o un número de artículo nuevo.',

  // stock in the building
  'stock.subject_missing': 'Indique qué ubicación, artículo o matrícula busca.',
  'explain.subject_missing': 'Indique qué pedido, artículo, matrícula, ubicación o comando busca.',

  // documents
  'document.unknown': 'No existe el documento {document}. Compruebe el número.',
  'document.not_reversible': 'El documento {document} no se puede anular. Corrija las existencias con un ajuste.',
  'document.reversed':
    'La versión {version} de {document} ya está anulada. La siguiente se crea al completar de nuevo la carga.',
  'document.posted':
    '{document} es definitivo: el plazo para anularlo ha pasado. Corrija las existencias con un ajuste que lo mencione.',
  'document.rejected':
    'El ERP rechazó {document}: {reason}. Anúlelo y complete la carga de nuevo, o haga que el ERP lo acepte.',
  'document.coverage_differs':
    '{document} tiene {details} detalles, pero {covered} cambios constan como comunicados con él. Compruebe antes los libros con el comando verify.',
  'document.too_many_lines': 'El informe tendría más de {limit} líneas. Pida menos dimensiones o un solo almacén.',
  'document.order_ended':
    'El ERP terminó el pedido {order} ({status}), así que {document} se queda como está. Corrija las existencias con un ajuste.',

  // administración
  'request.not_utf8': 'El archivo no es texto UTF-8. Guárdelo como UTF-8 y envíelo de nuevo.',
  'request.malformed_csv':
    'La línea {line} no es CSV: falta o sobra una comilla. Corrija el archivo y envíelo de nuevo.',
  'request.precondition_missing':
    'Indique qué estado cambia: If-Match con el ETag recibido, o If-None-Match: * para algo nuevo.',
  'request.changed_meanwhile': 'Alguien lo cambió desde que usted lo leyó. Léalo de nuevo y haga su cambio sobre eso.',
  'request.exists_already': 'Esto ya existe. Léalo y cámbielo con If-Match.',
  'request.code_differs': 'La dirección dice {code}. Omita esto o envíe lo mismo.',
  'request.repeated': 'Esto se nombra dos veces. Omita uno.',
  'session.no_role': 'La credencial {badge} no tiene función en ningún almacén. Pídala a un administrador.',
  'device.enrolment_unknown':
    'Este código ya se usó, es demasiado antiguo o nunca se dio. Pida uno nuevo a un administrador.',
  'person.last_administrator': '{badge} es el último administrador de todos los almacenes. Cree antes otro.',
  'key.source_system_missing': 'Una clave para un ERP pertenece a un sistema de origen. Indique cuál.',
  'key.expired_already': 'Una clave que caduca entonces nunca valdría. Elija un momento futuro.',
  'warehouse.unknown': 'No hay ningún almacén {warehouse}. Corríjalo o créelo antes.',
  'warehouse.time_zone_unknown': 'No hay ninguna zona horaria {timeZone}. Use un nombre IANA como Europe/Berlin.',
  'source_system.unknown': 'No hay ningún sistema de origen {sourceSystem}. Corríjalo o créelo antes.',
  'source_system.owner_taken': 'El propietario {owner} ya pertenece a {sourceSystem}. Elija otro nombre.',
  'source_system.owner_has_stock': 'Hay mercancía del propietario {owner} en el edificio. Consérvelo hasta que salga.',
  'location.code_reserved': 'Los códigos que empiezan por HANDS- son para lo que alguien lleva en la mano. Elija otro.',
  'location.in_use':
    'Hay mercancía en la ubicación {location}. Llévela a otro sitio y después ciérrela o cambie su tipo.',
  'import.refused':
    '{refused} de {rows} filas son incorrectas, así que no se cambió nada. Corríjalas e importe de nuevo.',
  'import.too_many': 'Son más de {limit} filas. Impórtelas por partes.',
  'import.column_unknown': 'No hay ninguna columna {column}. Use estas: {columns}.',
  'import.column_missing': 'Al encabezado le falta la columna {column}. Añádala.',
  'import.column_repeated': 'El encabezado tiene dos veces la columna {column}. Omita una.',
  'import.cells': 'Esta fila tiene {cells} celdas; el encabezado, {columns}. Añada o quite un separador.',
  // ── waves ──
  'waves.nothing_named': 'Indique qué pedidos o qué ola se liberan.',
  'waves.unknown': 'No hay ninguna ola {wave} en este almacén. Compruebe el número.',
  'waves.cancelled': 'La ola {wave} se canceló. Libere de nuevo sus pedidos.',
  'waves.order_not_open': 'El pedido {order} está {status}: no se puede liberar nada.',
  'waves.order_held': 'El pedido {order} está retenido ({holds}). Pida que se levante la retención y libérelo.',
  'order.unknown_outbound': 'No hay ningún pedido de salida {order} en este almacén. Compruebe el número.',
  // ── picking ──
  'picking.work_unknown': 'Aquí no hay trabajo de picking {work}. Escanee el pedido o pida el siguiente trabajo.',
  'picking.work_not_released': 'El trabajo {work} aún no está liberado. Pida al supervisor que libere la ola.',
  'picking.work_cancelled': 'El trabajo {work} se canceló entretanto. Devuelva la mercancía a donde se tomó.',
  'picking.work_closed': 'El trabajo {work} está terminado. Pida el siguiente.',
  'picking.not_yours': '{badge} está trabajando en {work}. Pida a {badge} que lo devuelva o que se lo traspasen.',
  'picking.work_claimed': '{badge} ya tomó el trabajo {work}. Tome otro o pida que se lo traspasen.',
  'picking.nothing_to_do': 'De momento no hay nada que recoger.',
  'picking.shipment_unknown': 'No hay ningún envío {shipment} en este almacén. Compruebe el número.',
  'picking.order_unknown': 'No hay ningún pedido de salida {order} en este almacén. Compruebe el número.',
  'picking.line_unknown': 'Este trabajo no tiene la línea {line}. Siga con la línea mostrada.',
  'picking.line_cancelled': 'La línea {line} se canceló entretanto. Devuelva la mercancía a {location}.',
  'picking.line_done': 'La línea {line} ya está recogida. Siga con la siguiente.',
  'picking.blocked': '{location} se está reponiendo ({work}). Omita esta línea y vuelva después.',
  'picking.wrong_position': 'Esto va en la posición {expected}, no en {got}.',
  'picking.wrong_location': 'Ubicación equivocada: es {expected}, esta es {got}. Vaya a {expected}.',
  'picking.wrong_item': 'Artículo equivocado: es {expected}, este es {got}. Devuélvalo y tome {expected}.',
  'picking.too_much': '{got} {unit} es más que los {wanted} {unit} pendientes. Tome {wanted}.',
  'picking.serials_required': 'El artículo {item} tiene números de serie. Escanee cada uno.',
  'picking.serial_count':
    '{serials} números de serie no equivalen a una cantidad de {wanted}. Escanee cada pieza una vez.',
  'picking.serial_shipped': 'El número de serie {serial} ya se envió. Aparte la pieza y avise al supervisor.',
  'picking.wrong_serial': 'El pedido exige el número de serie {expected}, este es {got}.',
  'picking.serial_missing': 'El número de serie {serial} no está libre en {location}. Tome otra pieza.',
  'picking.wrong_plate': 'Matrícula equivocada: es {expected}, esta es {got}.',
  'picking.wrong_lot': 'Lote equivocado: es {expected}, este es {got}.',
  'picking.lot_expired': 'El lote {lot} caducó el {expiryDate}. Déjelo y avise.',
  'picking.lot_too_old':
    'El lote {lot} caduca el {expiryDate}; el cliente lo necesita hasta el {wanted}. Tome otro lote.',
  'picking.not_there':
    'En {location} hay menos asignado a esta línea de lo que se tomó. Comunique lo que hay como falta.',
  'picking.not_free': 'En {location} solo hay {free} {unit} libres de esta mercancía. Tome la indicada.',
  'picking.plate_elsewhere': '{licensePlate} está en {location}. Tome un contenedor vacío.',
  'picking.wrong_put_place':
    '{location} no es lugar para mercancía recogida. Llévela a embalaje, a preparación o a una puerta.',
  'picking.nothing_in_hand': 'No lleva nada de {work}. Recoja primero.',
  // licence plates
  'license_plate.no_prefix':
    'Nadie ha fijado el prefijo de empresa GS1 con el que empiezan las matrículas. Se fija en la consola, en Configuración, Matrículas. Hasta entonces use etiquetas ya numeradas.',
  'license_plate.used_up':
    'Todos los números con el prefijo {companyPrefix} están usados. Fije otro en Configuración, Matrículas.',
  'license_plate.example_prefix':
    'GS1 reserva los prefijos que empiezan por 952 para ejemplos. Fije el que GS1 dio a su empresa.',
  // outbound orders
  'order.both_directions': 'Hay pedidos de ambas direcciones con el número {order}. Diga cuál con «direction».',
  'order.consignee_missing':
    'No se dice quién recibe la mercancía. Indique un destinatario con nombre y dirección con país.',
  'order.warehouse_released':
    'Hay mercancía del pedido {order} en envíos del almacén {warehouse}. Retírela allí primero o envíe un pedido nuevo.',
  'order.address_shared':
    'El pedido {order} va en el envío {shipment} con otros a la dirección anterior. Sáquelo primero de ese envío.',
  'order.reservation_weaker': 'Este sistema reserva como mínimo {least} al importar, no {asked}. Omítalo o pida más.',
  'order.cannot_reserve':
    'De {wanted} {unit} de {item} en la línea {line} se pueden reservar {available} {unit}. Pida menos, admita una parte o espere mercancía.',
  'order.line_released':
    'La línea {line} está en un envío. Consérvela y baje su cantidad, o haga anular el resto en el almacén.',
  'order.quantity_below_picked': 'Ya se han preparado {picked} {unit} de la línea {line}. No pida menos que eso.',
  'order.cancel_blocked_picked':
    'Ya hay mercancía preparada de la línea {line}. Haga anular el resto del pedido {order} o envíe las cantidades preparadas.',
  'order.not_open': 'El pedido {order} está {status}: ya no se puede cambiar nada.',
  'order.line_unknown': 'El pedido {order} no tiene línea {line}. Compruebe el número.',
  'order.nothing_left': 'No queda nada que anular: el pedido {order} está preparado, enviado o anulado por completo.',
  'order.hold_unknown': 'El pedido {order} no está retenido con {code}. Mire qué retenciones tiene.',
  'order.held': 'El pedido {order} está retenido ({holds}). Haga levantar la retención primero.',
  'order.nothing_to_release':
    'La línea {line} está liberada, enviada o anulada por completo: no queda nada que liberar.',
  'order.no_stock':
    'No hay bastante de {item}: se pueden prometer {available} de {wanted} {unit}. Lo demás que hay figura con su motivo.',
  'order.short_life': 'Caduca el {expiryDate}; la mercancía de esta línea debe durar al menos hasta {goodUntil}.',
  'order.other_lot': 'Es del lote {lot}; la línea pide solo el lote {wanted}.',
  'order.other_serial': 'Es el número de serie {serial}; la línea pide solo {wanted}.',
  'order.other_owner': 'Es de {owner}; la línea pide mercancía de {wanted}.',
  // ── shipping ──
  'shipping.nothing_named': 'Indique qué sale: una carga, un envío o un pedido.',
  'shipping.load_unknown': 'No hay ninguna carga de salida {load} en este almacén. Compruebe el número.',
  'shipping.shipment_unknown': 'No hay ningún envío {shipment} en este almacén. Compruebe el número.',
  'shipping.order_unknown': 'No hay ningún pedido de salida {order} en este almacén. Compruebe el número.',
  'shipping.nothing_to_ship': 'No queda nada de {named} por enviar. Libérelo primero o mire sus albaranes.',
  'shipping.already_confirmed': 'El envío {shipment} ya está confirmado. Anule su albarán para cambiarlo.',
  'shipping.shipment_cancelled': 'El envío {shipment} se canceló. Libere el pedido de nuevo.',
  'shipping.order_held': 'El pedido {order} del envío {shipment} está retenido. Pida que se levante la retención.',
  'shipping.goods_in_hand': 'Aún hay mercancía del envío {shipment} en mano ({work}). Déjela primero.',
  'shipping.work_open':
    'El trabajo {work} del envío {shipment} está abierto. Termínelo o indique qué pasa con el resto.',
  'shipping.carton_open': 'La caja {carton} del envío {shipment} está abierta. Ciérrela primero.',
  'shipping.nothing_picked': 'No hay nada recogido del envío {shipment}. Recójalo primero.',
  'shipping.wrong_place':
    'Mercancía del envío {shipment} está en {location}. Llévela a embalaje, preparación o una puerta.',
  'shipping.not_loaded': 'Hay {loaded} de {expected} del envío {shipment} cargados. Cargue el resto primero.',
  'shipping.remainder_required':
    'No se recogió todo el envío {shipment} ({lines} líneas). Indique si el resto se separa, queda pendiente o se cancela.',
  'shipping.reason_required': 'Indique por qué no se entregará el resto del envío {shipment}.',
  // ── shipping ──
  'shipping.document_elsewhere': '{document} es del almacén {warehouse}. Anúlelo allí.',
  // ── packing and loading ──
  'packing.carton_unknown': 'No existe la caja {carton}. Abra una primero.',
  'packing.carton_elsewhere': 'La caja {carton} está en el almacén {warehouse}.',
  'packing.carton_shipped': 'La caja {carton} ya se envió.',
  'packing.carton_closed': 'La caja {carton} ya está cerrada. Abra otra.',
  'packing.carton_type_unknown': 'No existe el tipo de caja {type}. Use uno de: {types}.',
  'packing.shipment_unknown': 'No hay ningún envío {shipment} en este almacén. Compruebe el número.',
  'packing.shipment_gone': 'El envío {shipment} está enviado o cancelado. No se puede empacar nada para él.',
  'packing.wrong_place': '{location} no es un puesto de embalaje. Vaya a uno.',
  'packing.carton_taken': '{carton} ya es el número de otra cosa. Tome una etiqueta nueva.',
  'packing.wrong_item': 'No queda nada del artículo {item} por empacar en el envío {shipment}. Apártelo.',
  'packing.wrong_lot': 'Lote equivocado: se recogió {expected}, este es {got}.',
  'packing.serials_required': 'El artículo {item} tiene números de serie. Escanee cada uno.',
  'packing.serial_count':
    '{serials} números de serie no equivalen a una cantidad de {wanted}. Escanee cada pieza una vez.',
  'packing.wrong_serial': 'El número de serie {serial} no se recogió para este envío. Apártelo.',
  'packing.goods_in_hand': 'El artículo {item} aún está en mano. Déjelo primero en el puesto de embalaje.',
  'packing.too_much': 'Solo quedan {left} {unit} del artículo {item}, no {got}.',
  'packing.carton_empty': 'La caja {carton} está vacía. Empaque algo o déjela.',
  'packing.weight_wrong': '{weight} kg no puede ser el peso. Pese la caja otra vez.',
  'shipping.nothing_to_load': 'Escanee una matrícula o una caja.',
  'shipping.on_truck': 'Hay mercancía de {shipment} en el camión de {load}. Descárguela primero.',
  'shipping.load_gone': 'La carga {load} está enviada o cancelada.',
  'shipping.unit_unknown': 'No hay nada recogido en {unit}. Compruebe la etiqueta.',
  'shipping.foreign_unit': '{unit} va en la carga {load}, no en {expected}. Retírela del muelle.',
  'shipping.unit_in_hand': '{unit} aún está en mano. Déjelo primero.',
  'shipping.wrong_door': '{location} no es una puerta. Escanee la puerta del camión.',
  'shipping.wrong_lane': '{location} no es una calle. Devuélvalo a preparación o embalaje.',
  'shipping.already_loaded': '{unit} ya está en el camión.',
  'shipping.not_on_truck': '{unit} no está en el camión.',
  // ── waves ──
  'waves.not_created': 'La ola {wave} ya tiene su mercancía. Ponga los pedidos en otra ola.',
  'waves.not_processed': 'La ola {wave} aún no tiene trabajo. No hay nada que retener.',
  'waves.not_processing': 'La ola {wave} no se está procesando.',
  'waves.person_unknown': 'Nadie con la tarjeta {badge} puede preparar aquí. Elija a otra persona.',
  'waves.work_unclaimed': 'Nadie tiene el trabajo {work}. No hay nada que retirar.',
  'waves.work_put_down': 'Una parte de {work} ya está depositada. Confirme su envío e indique qué pasa con el resto.',
  'waves.template_unknown': 'No hay ninguna plantilla de ola {template} en este almacén.',
  'waves.no_orders': 'La plantilla {template} no encuentra ahora ningún pedido por liberar.',
  'waves.order_in_wave': 'El pedido {order} ya está en la ola {wave}. Libérela o cancélela primero.',
  'waves.begun': 'Ya se empezó a recoger la ola {wave} ({work}). Cancele sus pedidos uno a uno.',
  // ── short picks ──
  'picking.reason_unknown': 'No existe el motivo {reason}. Use uno de: {reasons}.',
  'picking.not_short': 'Se piden {wanted} {unit}, así que no falta nada. Recójalos.',
  // ── picking otherwise ──
  'picking.goods_in_hand': 'Aún lleva mercancía de {work}. Déjela primero.',
  'picking.pick_unknown': 'No hay ninguna recogida {pick} que deshacer.',
  'picking.already_put': 'La mercancía ya se dejó. Muévala o pregunte al supervisor.',
  'picking.not_a_substitute': 'El pedido no acepta {item} en lugar de {ordered}. Acepta: {allowed}.',
  'picking.substitute_unit': '{item} no se cuenta igual en {unit}. Pregunte al supervisor.',
  'picking.substitute_needs_approval': '{item} cuesta más que {ordered}. Antes debe aprobarlo un supervisor.',
  // ── picking ──
  'picking.order_not_released': 'El pedido {order} aún no está liberado. Pida al supervisor que lo libere.',
};
