import type { goodsProblems as english } from './goods.en.ts';

/** Problems of goods, places and plates: the rules that several slices share, in Spanish. */
export const goodsProblems: Readonly<Record<keyof typeof english, string>> = {
  'item.unknown': 'Ningún artículo tiene el número {item}. Compruebe la etiqueta o pregunte a su responsable.',
  'item.ambiguous': 'El artículo {item} existe en varios sistemas ({sourceSystems}). Indique cuál es.',
  'item.conversion_changed':
    'Al escanear, {quantity} {unit} de {item} eran {counted} {baseUnit}; ahora son {now}. Deje la mercancía donde está: decide un supervisor. Si se aplica, cuentan como {counted}.',
  'item.unit_unknown': 'El artículo {item} no se cuenta en {unit}. Use una de estas unidades: {units}.',
  'item.not_found': 'No hay ningún artículo {item}. Compruebe el número.',
  'item.stock_without_serials':
    'Hay existencias de {item} sin número de serie, que nadie podría tomar ya. Ajústelas a cero, envíe este mensaje otra vez y luego dé entrada a la mercancía con sus series.',
  'item.stock_with_serials':
    'Hay existencias de {item} con número de serie, que nadie podría tomar ya. Ajústelas a cero, envíe este mensaje otra vez y luego dé entrada a la mercancía sin series.',
  'item.base_unit_in_use':
    'El artículo {item} se lleva en {baseUnit}, y hay existencias, un pedido o un movimiento suyo. Envíe la unidad base como estaba, o un número de artículo nuevo.',
  'item.decimals_in_use':
    'El artículo {item} se lleva con {decimals} {decimals|decimal|decimales}, y hay existencias, un pedido o un movimiento suyo. Envíelos como estaban, o un número de artículo nuevo.',
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
  'location.full': 'La ubicación {location} está llena ({taken} de {plates} {plates|matrícula|matrículas}). Tome otra.',
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
  'location.code_reserved': 'Los códigos que empiezan por HANDS- son para lo que alguien lleva en la mano. Elija otro.',
  'location.code_is_plate': 'La matrícula {licensePlate} ya se llama así. Elija otro código.',
  'location.in_use':
    'Hay mercancía en la ubicación {location}. Llévela a otro sitio y después ciérrela o cambie su tipo.',
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
  'stock.subject_missing': 'Indique qué ubicación, artículo o matrícula busca.',
  'explain.subject_missing': 'Indique qué pedido, artículo, matrícula, ubicación o comando busca.',
  'license_plate.no_prefix':
    'Nadie ha fijado el prefijo de empresa GS1 con el que empiezan las matrículas. Se fija en la consola, en Configuración, Matrículas. Hasta entonces use etiquetas ya numeradas.',
  'license_plate.used_up':
    'Todos los números con el prefijo {companyPrefix} están usados. Fije otro en Configuración, Matrículas.',
  'license_plate.example_prefix':
    'GS1 reserva los prefijos que empiezan por 952 para ejemplos. Fije el que GS1 dio a su empresa.',
  'stock.below_zero': 'De {location} salió más de lo que constaba. Cuente lo que hay allí.',
  'stock.in_hands': '{badge} lo tiene en la mano. Pregunte a {badge} o espere a que lo deje.',
  'stock.in_quarantine': 'Está en cuarentena en {location}. Primero alguien tiene que revisarlo y liberarlo.',
  'stock.going_out': 'Ya está preparado y espera en {location} para salir.',
  'stock.plate_is_carton': '{licensePlate} es una caja que aún no ha salido. Escanee otra matrícula.',
  'stock.plate_is_location': '{licensePlate} es una ubicación, no una matrícula. Escanee la matrícula.',
  'stock.none_here': 'No hay nada de {item} en este almacén.',
  'stock.none_at': 'No hay nada en {location}.',
  'stock.none_on': 'No hay nada en {licensePlate}.',
  'stock.not_come': 'Aún no hay nada de {item}: {quantity} {unit} vienen con el pedido {order}.',
  'stock.reserved_for': 'Todo está prometido a otros: {orders}.',
  'stock.being_brought': 'Se está llevando a un hueco de picking ({work}). Recójalo allí.',
};
