/**
 * Monaco with what this page uses of it, and nothing else. Import this file lazily: it is most of the page's weight.
 * Its one worker (word suggestions, links) is a file of this site's own.
 */
import { editor, languages, KeyCode, KeyMod, MarkerSeverity, type IDisposable } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/fontZoom/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/quickCommand/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/unicodeHighlighter/register';
import 'monaco-editor/features/unusualLineTerminators/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/css/register';
import 'monaco-editor/languages/definitions/ini/register';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/pgsql/register';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/shell/register';
import 'monaco-editor/languages/definitions/twig/register';
import 'monaco-editor/languages/definitions/yaml/register';
import { mako } from './mako';
import { themeName, themes } from './themes';

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };

languages.register({ id: 'mako', extensions: ['.mako'], aliases: ['Mako'] });
languages.setMonarchTokensProvider('mako', mako);
editor.defineTheme(themeName.light, themes.light);
editor.defineTheme(themeName.dark, themes.dark);

export { editor, languages, KeyCode, KeyMod, MarkerSeverity, type IDisposable };
