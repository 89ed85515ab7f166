import type { UnknownCodesTexts } from './unknown-codes.en.ts';

/** What the screen of unknown codes says, in Spanish. */
export const unknownCodesTexts: UnknownCodesTexts = {
  unknownCodes: 'Códigos desconocidos',
  'tile.unknownCodes': 'Códigos desconocidos',
  'unknownCodes.open': 'Por decidir',
  'unknownCodes.bound': 'Asignados',
  'unknownCodes.dismissed': 'Descartados',
  'unknownCodes.none.open': 'Ningún código desconocido espera decisión.',
  'unknownCodes.none.bound': 'Aquí aún no se ha asignado ningún código.',
  'unknownCodes.none.dismissed': 'No se ha descartado ningún código.',
  'unknownCodes.times': '{count} {count|vez|veces}',
  'unknownCodes.scans': 'Escaneos antes y después',
  'unknownCodes.bind': 'Asignar',
  'unknownCodes.bind.text':
    'Un escaneo del código vale por esa cantidad del artículo, para todos, en cada dispositivo en su próxima sincronización.',
  'unknownCodes.item': 'Artículo',
  'unknownCodes.quantity': 'Cuántos',
  'unknownCodes.unit': 'Unidad',
  'unknownCodes.sourceSystem': 'Sistema de origen',
  'unknownCodes.sourceSystem.help': 'Solo si varios tienen un artículo con ese número.',
  'unknownCodes.compared': 'Comparado con la etiqueta: es correcto',
  'unknownCodes.dismiss': 'Descartar',
  'unknownCodes.dismiss.text': 'No es nada que se guarde aquí. Quien lo escanee de nuevo volverá a preguntar.',
  'unknownCodes.unbind': 'Retirar',
  'unknownCodes.unbind.text':
    'El código vuelve a ser desconocido en cada dispositivo en su próxima sincronización. Lo ya escaneado queda como está.',
};
