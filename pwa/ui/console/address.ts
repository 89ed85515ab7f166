import { useEffect, useState } from 'preact/hooks';

/** Where the console is: a path and what is asked there. Links are plain anchors; the browser's own keys work. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const moved = 'tallyman:moved';

export function currentAddress(): Address {
  return { path: location.pathname.replace(/\/+$/, ''), query: new URLSearchParams(location.search) };
}

/** Goes to another screen; `replace` leaves no way back to this one. */
export function goTo(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', href);
  else history.replaceState(null, '', href);
  dispatchEvent(new Event(moved));
}

/** The address, followed as it changes; clicks on links of the console do not load the page again. */
export function useAddress(): Address {
  const [address, setAddress] = useState(currentAddress);
  useEffect(() => {
    const follow = () => setAddress(currentAddress());
    addEventListener('popstate', follow);
    addEventListener(moved, follow);
    document.addEventListener('click', onClick);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener(moved, follow);
      document.removeEventListener('click', onClick);
    };
  }, []);
  return address;
}

/** The link with these members of the query changed; an empty value leaves the member out. */
export function withQuery({ path, query }: Address, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The parameters of a path that fits a pattern with `:name` parts, decoded; null where it does not fit. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decoded(value);
    else if (part !== value) return null;
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isOurs =
    link?.origin === location.origin && link.pathname.startsWith('/console') && link.target === '' && link.hash === '';
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!isOurs || !isPlain || event.defaultPrevented) return;
  event.preventDefault();
  goTo(link.pathname + link.search);
}
