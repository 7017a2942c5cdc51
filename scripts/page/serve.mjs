// @ts-check
import sirv from 'sirv';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** Answers as a plain static host would: files, no headers of note (none for CORS), nothing outside `base`.
 * @param {string} folder
 * @param {string} base begins and ends with a slash
 * @returns {(request: Request, response: Response) => void} */
export function pageHandler(folder, base) {
  const files = sirv(folder, { etag: true });
  return (request, response) => {
    const url = request.url ?? '/';
    if (`${url}/` === base) {
      response.writeHead(308, { Location: base }).end();
    } else if (url.startsWith(base)) {
      request.url = url.slice(base.length - 1);
      files(request, response);
    } else {
      response.writeHead(404).end('Not found');
    }
  };
}
