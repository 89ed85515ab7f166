import type { Texts } from '#shared/locales/worded.ts';

/** Lo que dice la vista de la cámara; se carga con ella. */
export const cameraTexts: Texts = {
  'camera.hint': 'Ponga el código dentro del marco.',
  'camera.lost': 'Se perdió la imagen. La cámara arranca de nuevo.',
  'camera.paused': 'La cámara descansa.',
  'camera.goOn': 'Toque para seguir',
  'camera.denied':
    'La cámara no está permitida. Permítala para {address} en los ajustes del navegador; entonces arranca sola. Hasta entonces escriba el código o use un lector.',
  'camera.none': 'Este dispositivo no tiene cámara. Use un lector o escriba el código.',
  'camera.busy':
    'Otro programa usa la cámara. Ciérrela allí; entonces arranca aquí sola. Hasta entonces escriba el código o use un lector.',
  'camera.insecure':
    'La cámara necesita una dirección segura y {address} no lo es. Pregunte por la dirección que empieza por https:// o use un lector.',
  'camera.again': 'Reintentar',
  'camera.which': 'Hay más de un código a la vista. ¿Cuál quiere?',
  'camera.neither': 'Ninguno de estos',
  'camera.once': 'Otra vez',
  'camera.light': 'Luz',
  'camera.zoom': 'Zoom',
  'camera.other': 'Otra cámara',
};
