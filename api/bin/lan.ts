import { X509Certificate } from 'node:crypto';
import { type LanLanguage, lanTexts } from './lan.texts.ts';

export interface LanPage {
  /** PEM of the authority that signed the server's certificate. */
  readonly ca: string;
  /** Where the app is served over HTTPS, on the host that the device has called. */
  readonly httpsPort: number;
}

/**
 * What a device needs before it trusts this server, so it is given over plain HTTP too: `/install-certificate` (a page
 * that says what to do), `/tallyman-ca.crt` (DER) and `/tallyman-ca.pem`. Null for every other path.
 */
export function answerLan(request: Request, page: LanPage): Response | null {
  const url = new URL(request.url);
  switch (url.pathname) {
    case '/install-certificate':
      return new Response(installPage(page, url.hostname, languageOf(request)), { headers: pageHeaders });
    case '/tallyman-ca.crt':
      return new Response(Uint8Array.from(new X509Certificate(page.ca).raw), {
        headers: { 'content-type': 'application/x-x509-ca-cert', 'cache-control': 'no-store' },
      });
    case '/tallyman-ca.pem':
      return new Response(page.ca, {
        headers: { 'content-type': 'application/x-pem-file', 'cache-control': 'no-store' },
      });
    default:
      return null;
  }
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
};

/** The first of the reader's languages that we have; English otherwise. */
function languageOf(request: Request): LanLanguage {
  const wanted = (request.headers.get('accept-language') ?? '').split(',').map((entry) => entry.trim().slice(0, 2));
  return wanted.find((language): language is LanLanguage => Object.hasOwn(lanTexts, language)) ?? 'en';
}

function installPage(page: LanPage, host: string, language: LanLanguage): string {
  const text = lanTexts[language];
  const app = `https://${host}:${page.httpsPort}/`;
  const systems = text.systems.map(
    ({ name, steps }) =>
      `<h2>${escapeHtml(name)}</h2><ol>${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>`,
  );
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(text.title)}</title>
<style>${style}</style>
<main>
<h1>${escapeHtml(text.title)}</h1>
<p>${escapeHtml(text.why)}</p>
<p><a class="do" href="/tallyman-ca.crt">${escapeHtml(text.download)}</a></p>
${systems.join('\n')}
<p>${escapeHtml(text.openAfter)}</p>
<p><a class="do" href="${escapeHtml(app)}">${escapeHtml(text.open)}</a></p>
<p>${escapeHtml(text.compare)}<br><code>${new X509Certificate(page.ca).fingerprint256}</code></p>
<p>${escapeHtml(text.caution)}</p>
</main>
</html>
`;
}

const style = `
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin: 1.5rem 0 0; }
li { margin: .25rem 0; } code { overflow-wrap: anywhere; font-size: .875rem; }
.do { display: block; box-sizing: border-box; min-height: 56px; padding: 1rem; border-radius: .5rem; text-align: center;
  font-weight: 700; text-decoration: none; background: #0b4f2f; color: #fff; }`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
