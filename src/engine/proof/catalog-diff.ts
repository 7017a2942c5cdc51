import { compareC } from '../files/file-tree';
import type { DiffLine, LeftBehind } from '../migration/proof';
import type { CatalogLines, CatalogObject } from './catalog-lines';

/** What leads from one schema to the other, object by object; a changed part stands under its object's line. */
export function diffCatalogs(before: CatalogLines, after: CatalogLines): DiffLine[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(compareC);
  return keys.flatMap((key) => diffObjects(before.get(key), after.get(key)));
}

/** What leads from `from` to `to`, done to `start`, which may hold more than either. */
export function follow(start: CatalogLines, from: CatalogLines, to: CatalogLines): CatalogLines {
  const result = new Map(start);
  for (const key of from.keys()) if (!to.has(key)) result.delete(key);
  for (const [key, target] of to) {
    const origin = from.get(key);
    const standing = start.get(key);
    if (origin === undefined) result.set(key, target);
    else if (standing !== undefined) result.set(key, followObject(standing, origin, target));
  }
  return result;
}

/** What stands beside the tables in `after` and does not in `before`. */
export function leftBehind(before: CatalogLines, after: CatalogLines): LeftBehind[] {
  return [...after].flatMap(([key, { kind, name }]): LeftBehind[] => {
    if (before.has(key) || kind === 'table') return [];
    return [kind === 'enum' || kind === 'sequence' ? { kind, name } : { kind: 'other', name: key }];
  });
}

function diffObjects(before: CatalogObject | undefined, after: CatalogObject | undefined): DiffLine[] {
  const parts = diffParts(before?.parts ?? new Map(), after?.parts ?? new Map());
  if (before?.line === after?.line) {
    if (parts.length === 0) return [];
    return [{ sign: ' ', text: before?.line ?? '' }, ...parts];
  }
  return [
    ...(before ? [{ sign: '-' as const, text: before.line }] : []),
    ...(after ? [{ sign: '+' as const, text: after.line }] : []),
    ...parts,
  ];
}

function diffParts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): DiffLine[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    if (old === now) return [];
    return [
      ...(old === undefined ? [] : [{ sign: '-' as const, text: `  ${old}` }]),
      ...(now === undefined ? [] : [{ sign: '+' as const, text: `  ${now}` }]),
    ];
  });
}

function followObject(standing: CatalogObject, from: CatalogObject, to: CatalogObject): CatalogObject {
  const parts = new Map(standing.parts);
  for (const key of from.parts.keys()) if (!to.parts.has(key)) parts.delete(key);
  for (const [key, line] of to.parts) if (from.parts.get(key) !== line) parts.set(key, line);
  return { ...standing, line: from.line === to.line ? standing.line : to.line, parts };
}
