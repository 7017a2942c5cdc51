/* The parts of the engine that the compliance suite runs on; bundled by engine.mjs. */
export { nodeHost } from '../../src/engine/node';
export { bootPostgres } from '../../src/engine/postgres/boot';
export { Interpreter } from '../../src/engine/python/interpreter';
