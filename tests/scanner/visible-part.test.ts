import { expect, test } from 'vitest';
import { visiblePart } from '../../pwa/scanner/visible-part.ts';

test.each([
  ['a picture of the element’s shape, whole', [1280, 720], [640, 360], { x: 0, y: 0, width: 1280, height: 720 }],
  [
    'a tall picture in a low element, without top and bottom',
    [720, 1280],
    [360, 320],
    { x: 0, y: 320, width: 720, height: 640 },
  ],
  [
    'a wide picture in a narrow element, without its sides',
    [1280, 720],
    [360, 360],
    { x: 280, y: 0, width: 720, height: 720 },
  ],
  ['an element that is not laid out, whole', [1280, 720], [0, 0], { x: 0, y: 0, width: 1280, height: 720 }],
  ['no picture yet', [0, 0], [640, 360], null],
] as const)('%s', (_name, [videoWidth, videoHeight], [clientWidth, clientHeight], part) => {
  expect(visiblePart({ videoWidth, videoHeight, clientWidth, clientHeight })).toEqual(part);
});
