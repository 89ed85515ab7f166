import type { Network } from './environment.ts';

/** The browser's network. The session's cookie goes along by itself. */
export const browserNetwork: Network = async ({ method, path, body, file }) => {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    ...(file && { headers: { 'content-type': file.type }, body: file.content }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    body: isJson && text !== '' ? (JSON.parse(text) as unknown) : null,
    serverTimeMs: instantOf(response.headers.get('date')),
  };
};

function instantOf(header: string | null): number | null {
  const ms = Date.parse(header ?? '');
  return Number.isNaN(ms) ? null : ms;
}
