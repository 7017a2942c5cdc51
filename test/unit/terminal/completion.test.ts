import { describe, expect, it } from 'vitest';
import { completeLine, listChoices } from '../../../src/terminal/completion';
import { emptyLine, type Line } from '../../../src/terminal/line-editor';

const line = (text: string): Line => ({ ...emptyLine, text, cursor: text.length });

describe('Tab', () => {
  it('finishes what is certain, with a blank behind it unless more may follow', () => {
    expect(completeLine(line('flask db mi'), { from: 9, candidates: ['migrate'] }).line.text).toBe(
      'flask db migrate ',
    );
    expect(completeLine(line('cat ap'), { from: 4, candidates: ['app/'] }).line.text).toBe('cat app/');
  });

  it('goes as far as the candidates agree, then shows them', () => {
    const candidates = ['downgrade', 'down'];
    expect(completeLine(line('flask db d'), { from: 9, candidates })).toMatchObject({
      line: { text: 'flask db down' },
      choices: [],
    });
    expect(completeLine(line('flask db down'), { from: 9, candidates }).choices).toEqual(candidates);
  });

  it('leaves the line alone where nothing fits', () => {
    const before = line('nothing');
    expect(completeLine(before, { from: 0, candidates: [] }).line).toBe(before);
  });

  it('lists choices in columns, by their last part', () => {
    expect(listChoices(['app/a.py', 'app/models/', 'app/z.py'], 20)).toBe('a.py     z.py\nmodels/');
  });
});
