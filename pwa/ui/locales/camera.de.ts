import type { Texts } from '#shared/locales/worded.ts';

/** Was die Ansicht der Kamera sagt; es wird mit ihr geholt. */
export const cameraTexts: Texts = {
  'camera.hint': 'Den Code in den Rahmen halten.',
  'camera.lost': 'Das Bild ist weg. Die Kamera läuft neu an.',
  'camera.paused': 'Die Kamera ruht.',
  'camera.goOn': 'Tippen, dann geht es weiter',
  'camera.denied':
    'Die Kamera ist nicht erlaubt. In den Einstellungen des Browsers für {address} erlauben; dann läuft sie von selbst an. Bis dahin den Code tippen oder einen Scanner benutzen.',
  'camera.none': 'Dieses Gerät hat keine Kamera. Scanner benutzen oder den Code tippen.',
  'camera.busy':
    'Ein anderes Programm benutzt die Kamera. Dort schließen; dann läuft sie hier von selbst an. Bis dahin den Code tippen oder einen Scanner benutzen.',
  'camera.insecure':
    'Die Kamera braucht eine sichere Adresse, und {address} ist keine. Nach der Adresse fragen, die mit https:// beginnt, oder einen Scanner benutzen.',
  'camera.again': 'Noch einmal versuchen',
  'camera.which': 'Mehr als ein Code ist im Bild. Welcher ist gemeint?',
  'camera.neither': 'Keiner davon',
  'camera.once': 'Noch einmal',
  'camera.light': 'Licht',
  'camera.zoom': 'Zoom',
  'camera.other': 'Andere Kamera',
};
