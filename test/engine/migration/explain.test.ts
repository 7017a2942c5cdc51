import { describe, expect, test } from 'vitest';
import { constructs } from '../../../src/engine/migration/explain/constructs';
import { explain } from '../../../src/engine/migration/explain/explain';
import { keywords } from '../../../src/engine/migration/explain/keywords';
import { names } from '../../../src/engine/migration/explain/names';
import { inBatch, operations } from '../../../src/engine/migration/explain/operations';
import { postgresql } from '../../../src/engine/migration/explain/postgresql';
import { types } from '../../../src/engine/migration/explain/types';
import { nodeHost } from '../../../src/engine/node';
import { Interpreter } from '../../../src/engine/python/interpreter';
import type { StackName } from '../../../src/engine/types';

/** What a revision can name, as the libraries themselves have it. */
const NAMES = `
import json
import sqlalchemy as sa
from alembic.operations import BatchOperations, Operations
from alembic.util.langhelpers import ModuleClsProxy
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

def types(module, names):
    found = {name: getattr(module, name) for name in names}
    return sorted(n for n, o in found.items() if isinstance(o, type) and issubclass(o, TypeEngine))

def calls(owner):
    own = set(dir(owner)) - set(dir(ModuleClsProxy))
    return sorted(name for name in own if not name.startswith("_") and callable(getattr(owner, name)))

json.dumps({
    "op": calls(Operations),
    "batch_op": calls(BatchOperations),
    "sa": types(sa, sa.__all__ if hasattr(sa, "__all__") else dir(sa)),
    "postgresql": types(postgresql, postgresql.__all__),
})
`;

/** Of the places in the documentation, each of which is that of an object or of its parameter: those without one. */
const NOWHERE = `
import json, pkgutil

def stands(place):
    owner, _, parameter = place.partition(".params.")
    try:
        found = pkgutil.resolve_name(owner)
    except (ImportError, AttributeError):
        return False
    return not parameter or any(
        parameter in (cls.__init__.__doc__ or "") or parameter in (cls.__doc__ or "")
        for cls in found.__mro__
    )

json.dumps([place for place in json.loads(places) if not stands(place)])
`;

/** What no column is made of. */
const noColumn = ['TupleType', 'NamedType'];

describe.each<StackName>(['course', 'current'])('on the %s stack', (stack) => {
  test('every operation and every type is explained, and the links lead somewhere', async () => {
    const host = await nodeHost('public/runtime');
    const { pyodide } = await Interpreter.boot({
      stack,
      loadAsset: host.loadAsset,
      host: host.pyodide,
      mounts: {},
      env: {},
    });
    const found = JSON.parse(String(pyodide.runPython(NAMES))) as Record<string, string[]>;
    expect(found.op).toContain('create_table');
    expect(found.sa).toContain('Integer');
    expect(found.postgresql).toContain('JSONB');
    for (const [module, members] of Object.entries(found)) {
      // What a batch does not have of its own is inherited, and of no use there.
      const meant = module === 'batch_op' ? members.filter((name) => inBatch.has(name)) : members;
      const missing = meant.filter(
        (name) => !noColumn.includes(name) && explain(`${module}.${name}`) === null,
      );
      expect(missing, module).toEqual([]);
    }
    if (stack !== 'current') return;
    expect([...inBatch].filter((name) => !found.batch_op?.includes(name))).toEqual([]);
    const places = [operations, constructs, types, postgresql, keywords, names]
      .flatMap((entries) => Object.values(entries).map(({ more }) => more.url.split('#')[1] ?? ''))
      .filter((place) => /^(alembic|sqlalchemy)\./.test(place));
    expect(places.length).toBeGreaterThan(100);
    const given = `places = ${JSON.stringify(JSON.stringify(places))}\n`;
    expect(JSON.parse(String(pyodide.runPython(given + NOWHERE)))).toEqual([]);
  });
});
