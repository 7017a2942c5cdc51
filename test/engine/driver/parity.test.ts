import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type Driver, SAMPLES, startDriver } from './harness';

/*
 * Each folder of test/samples/driver holds a program and what it printed with the native driver and server
 * (`npm run record:driver`). Here it has to print the same.
 */

let driver: Driver;
beforeAll(async () => {
  driver = await startDriver();
});

const names = readdirSync(SAMPLES).filter((name) => existsSync(join(SAMPLES, name, 'program.py')));

it.each(names)('%s: as natively', (name) => {
  const read = (file: string): string => readFileSync(join(SAMPLES, name, file), 'utf8');
  expect(driver.run(read('program.py'))).toBe(read('native.txt'));
});
