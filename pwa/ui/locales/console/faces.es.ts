import type { FaceTexts } from './faces.en.ts';

/** What the screen of pick faces says, in Spanish. */
export const faceTexts: FaceTexts = {
  faces: 'Ubicaciones de picking',
  'faces.search': 'Ubicación, artículo, descripción',
  'faces.attention': 'Por reponer',
  'faces.all': 'Todas',
  'faces.unset': 'Sin mínimo',
  'faces.none.attention': 'Cada ubicación de picking tiene lo que debe tener.',
  'faces.none.all': 'Aquí no hay ubicaciones de picking. Una lo es cuando pertenece a un artículo o recibe un mínimo.',
  'faces.none.unset': 'Cada ubicación de picking tiene un mínimo y un máximo.',
  'faces.is.enough': 'Suficiente',
  'faces.is.coming': 'En camino',
  'faces.is.low': 'Demasiado poco',
  'faces.is.stuck': 'Nada que traer',
  'faces.is.unset': 'Solo a mano',
  'faces.minimum': 'Mínimo',
  'faces.maximum': 'Máximo',
  'faces.underWay': 'En camino',
  'faces.waits': 'pedido: llega en cuanto haya',
  'faces.nobody': 'nadie aún',
  'faces.plan': 'Plan {version}',
  'faces.set': 'Fijar un mínimo',
  'faces.change': 'Cambiar',
  'faces.limits.of': 'Lo que debe haber en {location}',
  'faces.limits.text':
    'Con menos del mínimo se repone hasta el máximo; con un mínimo de 0, cuando queda vacía. Si ambos quedan vacíos, solo se repone cuando alguien lo pide.',
  'faces.limits.planned':
    'Sobre este lugar decide la planificación. Lo que fije aquí vale cuando el plan ya no diga nada de él.',
  'faces.fill': 'Reponer ahora',
  'faces.fill.title': 'Llevar mercancía a {location}',
  'faces.fill.text': 'Se envía a alguien a la reserva, tenga lo que tenga el lugar.',
  'faces.quantity': 'Cuánto',
  'faces.quantity.help': 'Vacío: un palé, o lo que esté junto en la reserva.',
  'faces.urgent': 'Urgente',
  'faces.urgent.help': 'Antes que toda otra mercancía para ubicaciones de picking.',
};
