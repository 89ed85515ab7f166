import type { FrameTexts } from './frame.en.ts';

/** What the console says around every screen, in Spanish. */
export const frameTexts: FrameTexts = {
  // the door
  title: 'Consola',
  signIn: 'Entrar',
  signOff: 'Salir',
  signedOut: 'La sesión ha terminado. Inicie sesión de nuevo.',
  user: 'Usuario',
  password: 'Contraseña',
  toHandheld: 'A la aplicación de mano',
  unreachable: 'El servidor no responde. Lo que ve puede estar anticuado; se seguirá preguntando.',
  nothingForYou: 'Aquí no hay nada para su función. Use la aplicación de mano o pida una función en este almacén.',
  noWarehouse: 'Todavía no hay ningún almacén. Cree uno: todo lo demás empieza por él.',
  noSuchScreen: 'Esta página no existe o no es para su función. Elija una arriba.',

  // the frame
  screens: 'Páginas',
  skip: 'Al contenido',
  warehouse: 'Almacén',
  language: 'Idioma',
  loading: 'Leyendo …',
  search: 'Buscar',
  pages: 'Páginas de la lista',
  firstPage: 'Los más recientes',
  nextPage: 'Anteriores',
  cancel: 'Cancelar',
  close: 'Cerrar',
  reason: 'Motivo',
  all: 'Todos',
  keys: 'Teclas',
  'keys.screens': 'ir a una página',
  'keys.search': 'buscar',
  'keys.rows': 'subir y bajar en una lista',
  'keys.ends': 'primera y última fila',
  'keys.open': 'abrir la fila',
  'keys.back': 'volver a la lista',
  'keys.help': 'esta ayuda',

  // words of several screens
  status: 'Estado',
  sourceSystem: 'Origen',
  item: 'Artículo',
  description: 'Descripción',
  location: 'Ubicación',
  licensePlate: 'Matrícula',
  lot: 'Lote',
  serial: 'Serie',
  expires: 'caduca',
  unit: 'Unidad',
  owner: 'Propietario',
};
