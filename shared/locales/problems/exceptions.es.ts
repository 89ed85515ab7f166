import type { exceptionsProblems as english } from './exceptions.en.ts';

/** Problems of exceptions, discrepancies and photos, in Spanish. */
export const exceptionsProblems: Readonly<Record<keyof typeof english, string>> = {
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
  'exceptions.unknown': 'No hay nada que decidir sobre {exception} en este almacén. Vuelva a cargar la lista.',
  'exceptions.already_resolved': 'Alguien ya ha decidido sobre esto. Vuelva a cargar la lista.',
  'exceptions.action_not_offered': '{action} no es posible aquí. Elija una de estas: {offered}.',
  'exceptions.own_command': 'Esto lo hizo usted, así que debe decidir otra persona.',
  'exceptions.cause_open': 'Depende de un escaneo anterior sobre el que nadie ha decidido. Decida primero sobre ese.',
  'exceptions.cannot_be_judged': 'El servidor ya no puede realizarlo. Corríjalo por otro medio y ciérrelo después.',
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
};
