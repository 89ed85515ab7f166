import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './context.ts';
import { Head } from './parts.tsx';
import { useAnswer } from './use-answer.ts';
import type { ConsoleKey } from './words.ts';

/** The parts of the set-up, each for whoever holds its permit. */
const parts: readonly { readonly path: string; readonly name: ConsoleKey; readonly permit: string }[] = [
  { path: 'source-systems', name: 'setup.sourceSystems', permit: 'integration.administer' },
  { path: 'keys', name: 'setup.keys', permit: 'integration.administer' },
  { path: 'warehouses', name: 'setup.warehouses', permit: 'sites.administer' },
  { path: 'license-plates', name: 'setup.licensePlates', permit: 'sites.administer' },
  { path: 'people', name: 'setup.people', permit: 'people.administer' },
  { path: 'devices', name: 'setup.devices', permit: 'people.administer' },
  { path: 'audit', name: 'setup.audit', permit: 'people.administer' },
];

/** The warehouses that there are, as far as the person may know; made since they signed in, too. */
export function useWarehouseCodes(): readonly string[] {
  const { session, may } = useDesk();
  const known = session.warehouses.map(({ code }) => code);
  const path = may('sites.administer') ? '/api/admin/warehouses' : null;
  const list = useAnswer<{ items: readonly { readonly code: string }[] }>(path, 600_000);
  return [...new Set([...known, ...(list.data?.items ?? []).map(({ code }) => code)])];
}

/** The head of a list of the set-up: its parts, the title, and what can be done there. */
export function SetupHead({
  part,
  title,
  children,
}: {
  readonly part: string;
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  const { say, may } = useDesk();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the parts scroll sideways.
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <>
      <nav ref={nav} class="desk-choices" aria-label={say('setup')}>
        {parts
          .filter(({ permit }) => may(permit))
          .map(({ path, name }) => (
            <a key={path} href={`/console/setup/${path}`} aria-current={path === part ? 'page' : undefined}>
              {say(name)}
            </a>
          ))}
      </nav>
      <Head title={title}>{children}</Head>
    </>
  );
}
