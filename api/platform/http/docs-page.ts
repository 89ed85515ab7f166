import { html, raw } from 'hono/html';
import type { openApiDocument } from './openapi.ts';

type Document = ReturnType<typeof openApiDocument>;

/** One call as the OpenAPI document describes it. */
interface Described {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly { readonly bearer?: readonly string[] }[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: object;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: object }>>;

/** The OpenAPI document as a page for people: everything in it, nothing from elsewhere. */
export function docsPage(document: Document) {
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described: described as Described })),
  );
  const byTag = Map.groupBy(calls, ({ described }) => described.tags[0] ?? '');
  const { title, version, description } = document.info;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${version}: interface</title>
<style>${raw(style)}</style>
</head>
<body>
<header><h1>${title} ${version}</h1><p>${description} The same as <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<nav>${[...byTag.keys()].map((tag) => html`<a href="#${anchorOf(tag)}">${tag}</a> `)}</nav></header>
<main>${[...byTag].map(
    ([tag, ofTag]) => html`<section><h2 id="${anchorOf(tag)}">${tag}</h2>${ofTag.map(callOf)}</section>`,
  )}</main>
</body>
</html>`;
}

function callOf({ path, method, described }: { path: string; method: string; described: Described }) {
  return html`<details><summary><code class="${method}">${method.toUpperCase()}</code> <code>${path}</code>
<span>${described.summary}</span></summary>
<p>${whoOf(described)}</p>
${described.parameters.length > 0 ? parametersOf(described) : ''}
${described.requestBody ? html`<h3>Body</h3>${contentOf(described.requestBody.content)}` : ''}
${Object.entries(described.responses).map(
  ([status, answer]) => html`<h3>${status}: ${answer.description}</h3>${contentOf(answer.content ?? {})}`,
)}
</details>`;
}

function whoOf({ security }: Described): string {
  const roles = security[0]?.bearer;
  if (roles === undefined) return 'Open to everybody.';
  return `Needs ${roles.map((role) => (role.startsWith('permit:') ? `a session with permit ${role.slice(7)}` : `a key with scope ${role}`)).join(', or ')}.`;
}

function parametersOf({ parameters }: Described) {
  return html`<table><thead><tr><th>Parameter</th><th>In</th><th>Schema</th></tr></thead><tbody>${parameters.map(
    (parameter) => html`<tr><td><code>${parameter.name}</code>${parameter.required ? ' (required)' : ''}</td>
<td>${parameter.in}</td><td><code>${JSON.stringify(parameter.schema)}</code></td></tr>`,
  )}</tbody></table>`;
}

function contentOf(content: Content) {
  return Object.entries(content).map(
    ([type, { schema }]) => html`<p><code>${type}</code></p><pre>${JSON.stringify(schema, null, 2)}</pre>`,
  );
}

function anchorOf(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 0 auto; padding: 1rem; }
nav a { margin-right: 1rem; }
details { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .5rem 0; }
summary { cursor: pointer; }
summary code { font-size: 1rem; }
summary code:first-child { display: inline-block; min-width: 4.5rem; font-weight: 700; }
summary span { display: block; margin-left: 5.5rem; }
h3 { font-size: 1rem; margin-bottom: 0; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: .25rem 1rem .25rem 0; vertical-align: top; }
pre { overflow: auto; max-height: 24rem; padding: .75rem; background: color-mix(in srgb, currentColor 8%, transparent); }
`;
