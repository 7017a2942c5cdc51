import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeHost, type NodeHost } from '../../src/engine/node';
import { Interpreter } from '../../src/engine/python/interpreter';
import type { StackName } from '../../src/engine/types';

/*
 * What the set-up built: complete, and importable with everything that pip would have left behind.
 */

const RUNTIME = 'public/runtime';

let host: NodeHost;
beforeAll(async () => {
  host = await nodeHost(RUNTIME);
});

test('the manifest tells the truth about every asset', () => {
  for (const { file, bytes, sha256 } of Object.values(host.manifest.assets)) {
    const data = readFileSync(`${RUNTIME}/${file}`);
    expect(data.length).toBe(bytes);
    expect(createHash('sha256').update(data).digest('hex')).toBe(sha256);
    expect(file).toContain(sha256.slice(0, 12));
  }
});

const PROBE = `
import importlib.metadata, json, os
site = "/usr/local/lib/python3.14/site-packages"
found = list(importlib.metadata.distributions(path=[site]))
import flask, json.decoder
json.dumps({
    "versions": {d.name.lower().replace("_", "-"): d.version for d in found},
    "entry_points": [e.value for e in importlib.metadata.entry_points(group="flask.commands")],
    "installers": sorted({d.read_text("INSTALLER").strip() for d in found}),
    "code": flask.Flask.__init__.__code__.co_filename,
    "stdlib": json.decoder.JSONDecoder.__init__.__code__.co_filename,
})
`;

describe.each(['course', 'current'] as const)('the %s stack', (stack: StackName) => {
  test('is installed as pip would have installed it', async () => {
    const interpreter = await Interpreter.boot({
      stack,
      loadAsset: host.loadAsset,
      host: host.pyodide,
      mounts: {},
      env: {},
    });
    const probe = JSON.parse(String(interpreter.pyodide.runPython(PROBE))) as Record<string, unknown>;
    expect(probe).toEqual({
      versions: host.manifest.versions[stack],
      // Flask-Migrate 4 registers its commands without one.
      entry_points: stack === 'course' ? ['flask_migrate.cli:db'] : [],
      installers: ['pip'],
      code: '/usr/local/lib/python3.14/site-packages/flask/app.py',
      stdlib: '/usr/local/lib/python3.14/json/decoder.py',
    });
  });
});
