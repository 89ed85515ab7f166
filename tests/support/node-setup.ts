/** Runs before each test file of the server; what it loads is loaded once for each worker. */
import './property-seed.ts';
import './quick-argon2.ts';
