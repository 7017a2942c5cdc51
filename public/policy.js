// The page's Content Security Policy. It must come before anything else that is loaded, and it names the page's own
// folder: 'self' would not match in the engine's worker, which has no origin (see ARCHITECTURE.md, "Containment").
{
  const here = new URL('.', location.href).href.replace(/[;,]/g, encodeURIComponent);
  const policy = {
    'default-src': "'none'",
    'script-src': `${here} 'wasm-unsafe-eval'`,
    'worker-src': `${here} data:`,
    'connect-src': here,
    'style-src': `${here} 'unsafe-inline'`,
    'img-src': `${here} data: blob:`,
    'font-src': `${here} data:`,
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
  document.head.append(meta);
}
