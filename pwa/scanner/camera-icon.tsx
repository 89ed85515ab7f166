/** Signs of the camera's view, fetched with it; drawn like those of `ui/icons.tsx`. */
const paths = {
  read: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8v8M12 8v8M16 8v8',
  good: 'M4 12.5 10 18 20 6',
  bad: 'M6 6l12 12M18 6 6 18',
  ask: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.5v.5',
  once: 'M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6',
  light: 'M13 2 5 13.5h6L10 22l9-12.5h-6z',
  zoom: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20 20M10.5 7.5v6M7.5 10.5h6',
  other: 'M4 8h3l2-3h6l2 3h3v11H4zM9 13a3 3 0 0 1 5.5-1.6M15 13.5a3 3 0 0 1-5.5 1.6M15 9.5v2h-2M9 17v-2h2',
  rest: 'M4 8h3l2-3h6l2 3h3v11H4zM10 10.5v5M14 10.5v5',
  none: 'M9 5h6l2 3h3v9M17 19H4V8h2.5M9.4 11.2a3.5 3.5 0 0 0 4.9 4.9M3 3l18 18',
} as const;

export function CameraIcon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
