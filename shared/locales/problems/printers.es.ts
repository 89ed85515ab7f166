import type { printersProblems as english } from './printers.en.ts';

/** Problems of printers and their jobs, in Spanish. */
export const printersProblems: Readonly<Record<keyof typeof english, string>> = {
  'labels.job_unknown': 'En este almacén no hay ningún trabajo de impresión {job}.',
  'labels.job_over': 'El trabajo ya no espera. Imprímalo otra vez si hace falta.',
  'labels.job_waits': 'El trabajo todavía no se ha impreso. Espere o envíelo a otra impresora.',
  'labels.too_small': 'Una etiqueta de {media} es demasiado pequeña; se necesitan al menos {least}.',
  'printer.unreachable': '{printer} no responde en {address}. Enciéndala y revise el cable; se intenta otra vez sola.',
  'printer.connection_lost':
    'La conexión con {printer} se cortó mientras imprimía. Lo que pudo imprimirse se repite como copia.',
  'printer.address_not_allowed':
    '{address} no está en la lista de direcciones de impresión. Un administrador debe añadirla.',
  'printer.gave_up':
    'La conexión con {printer} se cortó cada vez que se envió esto, así que no se envía más. Mire qué salió y vuelva a imprimir.',
  'printer.silent':
    '{printer} acepta la conexión pero no dice cómo está. Apáguela y enciéndala. Si nunca responde, quite «Se le pregunta cómo está» de su configuración.',
  'printer.paper_out': '{printer} no tiene etiquetas. Ponga un rollo nuevo.',
  'printer.head_open': '{printer} está abierta. Ciérrela.',
  'printer.ribbon_out': '{printer} no tiene cinta. Ponga una nueva.',
  'printer.paused': '{printer} está en pausa. Pulse su botón de pausa.',
  'printer.paused_here': '{printer} está apagada en su configuración. Enciéndala allí.',
  'printer.address_not_listed': '{address} no está en la lista de direcciones de impresión. Añádala primero.',
  'printer.no_address': 'En {host} no puede haber una impresora. Use la dirección de la impresora misma.',
  'printer.test_in_demo_only': 'Las impresoras de prueba solo existen en modo demo. Indique la dirección de una real.',
  'printer.zone_unknown': 'No hay ningún lugar en la zona {zone}. Corríjala o déjela vacía.',
};
