/** Types of `build.mjs`, which is plain JavaScript as it runs before anything is installed. */
export function build(name: 'pwa' | 'server', show?: 'always' | 'on failure'): Promise<boolean>;
