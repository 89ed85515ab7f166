import type { Texts } from '#shared/locales/worded.ts';

/** What the camera's view says, fetched with it. */
export const cameraTexts = {
  'camera.hint': 'Hold the code in the frame.',
  'camera.lost': 'The picture was lost. The camera is starting again.',
  'camera.paused': 'The camera rests.',
  'camera.goOn': 'Tap to go on',
  'camera.denied':
    'The camera is not allowed. Allow it for {address} in the browser’s settings; then it starts by itself. Until then type the code or use a scanner.',
  'camera.none': 'This device has no camera. Use a scanner or type the code.',
  'camera.busy':
    'Another program uses the camera. Close it there; then it starts here by itself. Until then type the code or use a scanner.',
  'camera.insecure':
    'The camera needs a secure address, and {address} is none. Ask for the address that begins with https://, or use a scanner.',
  'camera.again': 'Try again',
  'camera.which': 'More than one code is in view. Which one do you mean?',
  'camera.neither': 'None of these',
  'camera.once': 'Once more',
  'camera.light': 'Light',
  'camera.zoom': 'Zoom',
  'camera.other': 'Other camera',
} as const satisfies Texts;
