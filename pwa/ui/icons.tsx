/** Signs that go with colours and words; colour is never the only one. */
const paths = {
  good: 'M4 12.5 10 18 20 6',
  bad: 'M6 6l12 12M18 6 6 18',
  done: 'M2 13l5 5L17 6M12.5 17l1.5 1L23 8',
  ask: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.5v.5',
  waiting: 'M12 6v6l4 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  back: 'M14 5l-7 7 7 7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  online: 'M5 12.5a10 10 0 0 1 14 0M8 16a5.5 5.5 0 0 1 8 0M12 19.5h.01',
  offline: 'M5 12.5a10 10 0 0 1 5-2.7M8 16a5.5 5.5 0 0 1 8 0M12 19.5h.01M4 4l16 16',
  erase: 'M9 6h11v12H9l-6-6zM12 10l4 4M16 10l-4 4',
  next: 'M10 5l7 7-7 7',
  tray: 'M4 13h4l2 3h4l2-3h4M4 13l3-8h10l3 8v6H4z',
  device: 'M7 3h10v18H7zM11 18h2',
  sound: 'M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 5.5a9.5 9.5 0 0 1 0 13',
  receive: 'M12 3v10M8 9.5l4 4 4-4M4 14v6h16v-6',
  receiveBlind: 'M12 3v2M12 8v5M8 9.5l4 4 4-4M4 14v6h3M10 20h4M17 20h3v-6',
  putAway: 'M4 3v18M20 3v18M4 11h16M4 19h16M9 5h6v6H9z',
  trip: 'M4 3v18M20 3v18M4 11h16M4 19h16M7 6h4v5H7zM13 6h4v5h-4zM10 14h5v5h-5z',
  fill: 'M12 14V4M8.5 7.5 12 4l3.5 3.5M4 20V9M20 20V9M4 17h16',
  pick: 'M3 4h3l2.5 11h9.5L20 8H7M8.5 17.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M17 17.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3',
  cluster: 'M3 3h3v14h15M9 4h5v4H9zM16 4h5v4h-5zM9 10h5v4H9zM16 10h5v4h-5zM9 20.5h.01M18 20.5h.01',
  pack: 'M4 7.5 12 3l8 4.5v9L12 21l-8-4.5zM4 7.5l8 4.5 8-4.5M12 12v9',
  load: 'M2 6h12v11H2zM14 10h4l4 4v3h-8M6.5 17a2 2 0 1 0 0 4 2 2 0 0 0 0-4M17.5 17a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  ship: 'M3 12 21 4l-6 17-4-7zM11 14 21 4',
  count: 'M8 4h8v3H8zM6 5H5v16h14V5h-1M8.5 13l2.5 2.5 4.5-5',
  comeBack: 'M9 4 4 9l5 5M4 9h11a5 5 0 0 1 0 10h-4',
  move: 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3',
  label: 'M4 4h7l9 9-7 7-9-9zM8.5 8.5h.01',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  plates: 'M3 20h18M5 20v-3M19 20v-3M3 17h18M6 17v-6h5v6M13 17v-6h5v6M9 11V5h6v6',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  look: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20 20',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
