/** What a key may be used for. */
export const keyScopes = ['erp', 'planning', 'planning:publish', 'monitor'] as const;
