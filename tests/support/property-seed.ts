import fc from 'fast-check';

/**
 * Properties look at the same cases in every run, so that what one run finds the next finds too. `PROPERTY_SEED=<number>`
 * looks at others: a long run goes through many of them.
 */
const seed = Number(process.env.PROPERTY_SEED ?? 1);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
