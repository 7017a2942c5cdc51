import type { Settings } from './session-state';

/** Parameters of a StartupMessage that are no settings, and the encoding, which stays UTF8. */
const NOT_SETTINGS = new Set(['user', 'database', 'options', 'replication', 'client_encoding']);

/** The settings that a StartupMessage asks for, those in `options` (`-c name=value`, `--name=value`) included. */
export function startupSettings(parameters: ReadonlyMap<string, string>): Settings {
  const settings: Settings = {};
  for (const [name, value] of optionSettings(parameters.get('options') ?? '')) settings[name] = value;
  for (const [name, value] of parameters)
    if (!NOT_SETTINGS.has(name) && !name.startsWith('_pq_.')) settings[name] = value;
  delete settings['client_encoding'];
  return settings;
}

/** Arguments are split at white space, which a backslash keeps, as the server splits them. */
function* optionSettings(options: string): Generator<[string, string]> {
  const words = options.match(/(?:\\[^]|[^\s\\])+/g)?.map((word) => word.replace(/\\([^])/g, '$1')) ?? [];
  for (let at = 0; at < words.length; at++) {
    let word = words[at] ?? '';
    if (word === '-c') word = words[++at] ?? '';
    else word = word.replace(/^(?:-c|--)/, '');
    const [, name, value] = /^([\w.-]+)=([^]*)$/.exec(word) ?? [];
    if (name !== undefined && value !== undefined) yield [name.replaceAll('-', '_'), value];
  }
}

const CUSTOM_SETTING = [
  /\b(?:set|reset)\s+(?:session\s+|local\s+)?([a-z_]\w*(?:\.[a-z_]\w*)+)\b/gi,
  /\bset_config\s*\(\s*'([a-z_]\w*(?:\.[a-z_]\w*)+)'/gi,
];

/** Names like `app.user` that a statement may set: Postgres sets them, but does not list them. */
export function customSettings(sql: string): string[] {
  return CUSTOM_SETTING.flatMap((pattern) => [...sql.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** The channels of the LISTEN statements in a text, as Postgres folds them. */
export function channelNames(sql: string): string[] {
  return [...sql.matchAll(/\blisten\s+(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*))/giu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.toLowerCase() ?? '',
  );
}
