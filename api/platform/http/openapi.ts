import * as z from 'zod';
import { longestKey } from './idempotency.ts';
import { type Access, isRemembered, type RouteSpec } from './routes.ts';

/** The OpenAPI 3.1 document of all calls, made from the same schemas that check requests. */
export function openApiDocument(specs: readonly RouteSpec<unknown, unknown>[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const spec of specs) {
    paths[spec.path] = { ...paths[spec.path], [spec.method]: operationOf(spec) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tallyman',
      version,
      description: 'What ERPs, planning systems, monitors and devices of a warehouse may rely on.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details with our members.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'correlationId', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'Stable; never renamed.' },
    correlationId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string' },
          value: {},
        },
      },
    },
  },
};

function operationOf(spec: RouteSpec<unknown, unknown>) {
  const names = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  return {
    summary: spec.summary,
    tags: [spec.tag],
    operationId: `${spec.method}${spec.path.replaceAll(/[^A-Za-z]+/g, '_')}`,
    security: spec.access.open ? [] : [{ bearer: rolesOf(spec.access) }],
    parameters: [
      ...inPath,
      ...queryParameters(spec.query),
      ...(spec.isConditional ? conditions : []),
      ...(isRemembered(spec) ? [idempotencyKey] : []),
    ],
    ...(spec.body && {
      requestBody: {
        required: !spec.body.safeParse(undefined).success,
        content: spec.fileTypes
          ? filesOf(spec.fileTypes)
          : {
              'application/json': { schema: jsonSchema(spec.body, 'input') },
              ...(spec.textType && { [spec.textType]: { schema: { type: 'string' } } }),
            },
      },
    }),
    responses: responsesOf(spec),
  };
}

/** A file's bytes; OpenAPI 3.1 wants no schema for them. */
function filesOf(types: readonly string[]) {
  return Object.fromEntries(types.map((type) => [type, {}]));
}

const conditions = [
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The ETag of the state that is changed, or *. Stale: 412. Without this and If-None-Match: 428.',
    schema: { type: 'string' },
  },
  {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: '* to make something new. There already: 412.',
    schema: { type: 'string' },
  },
];

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Kept for 24 h: the same key and request is done once and given the first answer again. Another request: 409.',
  schema: { type: 'string', minLength: 1, maxLength: longestKey },
};

/** OpenAPI 3.1 lets any scheme list what the caller must have: here scopes of keys and permits of people. */
function rolesOf({ scopes = [], permit }: Access): string[] {
  return [...scopes, ...(permit === undefined ? [] : [`permit:${permit}`])];
}

function queryParameters(query: z.ZodType | undefined) {
  if (!query) return [];
  const schema = jsonSchema(query, 'input') as { properties?: Record<string, unknown>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

function responsesOf(spec: RouteSpec<unknown, unknown>) {
  const answers = Object.entries(spec.answers).map(([status, answer]) => {
    const types = answer.contentTypes ?? (answer.schema ? ['application/json'] : []);
    const schema = answer.schema ? jsonSchema(answer.schema, 'output') : {};
    const content = Object.fromEntries(types.map((type) => [type, { schema }]));
    return [status, { description: answer.description, ...(types.length > 0 && { content }) }];
  });
  const problems = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return { ...Object.fromEntries(answers), default: { description: 'A problem', content: problems } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
}
