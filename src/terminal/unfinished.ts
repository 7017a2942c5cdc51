/** Whether a shell would ask for another line: an open quote or here-document, a line that ends in `\`, `|`, `&&` or `||`. */
export function isUnfinished(text: string): boolean {
  const lines = text.split('\n');
  let quote: '"' | "'" | null = null;
  const awaited: HereDocument[] = [];
  for (const [index, line] of lines.entries()) {
    const current = awaited[0];
    if (quote === null && current) {
      if ((current.stripTabs ? line.replace(/^\t+/, '') : line) === current.end) awaited.shift();
      continue;
    }
    const scanned = scanLine(line, quote);
    quote = scanned.quote;
    awaited.push(...scanned.hereDocuments);
    if (index === lines.length - 1 && quote === null && scanned.continues) return true;
  }
  return quote !== null || awaited.length > 0;
}

interface HereDocument {
  end: string;
  stripTabs: boolean;
}

interface ScannedLine {
  quote: '"' | "'" | null;
  /** The line's end asks for more. */
  continues: boolean;
  hereDocuments: HereDocument[];
}

function scanLine(line: string, openQuote: ScannedLine['quote']): ScannedLine {
  const hereDocuments: HereDocument[] = [];
  let quote = openQuote;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (quote === "'") {
      if (char === "'") quote = null;
    } else if (char === '\\') {
      if (at === line.length - 1) return { quote, continues: true, hereDocuments };
      at++;
    } else if (quote === '"') {
      if (char === '"') quote = null;
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (char === '#' && /(^|[\s;|&(])$/.test(line.slice(0, at))) {
      return { quote, continues: endsInOperator(line.slice(0, at)), hereDocuments };
    } else {
      const here = hereDocumentAt(line, at);
      if (here) {
        hereDocuments.push(here.document);
        at += here.length - 1;
      }
    }
  }
  return { quote, continues: quote === null && endsInOperator(line), hereDocuments };
}

function hereDocumentAt(line: string, at: number): { document: HereDocument; length: number } | null {
  const match = /^<<(?!<)(-?)\s*(?:"([^"]*)"|'([^']*)'|\\?([^\s;|&<>()'"]+))/.exec(line.slice(at));
  if (!match || line.charAt(at - 1) === '<') return null;
  return {
    document: { end: match[2] ?? match[3] ?? match[4] ?? '', stripTabs: match[1] === '-' },
    length: match[0].length,
  };
}

function endsInOperator(line: string): boolean {
  return /(\|\||&&|\|)\s*$/.test(line);
}
