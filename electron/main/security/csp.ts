/**
 * Electron security guideline 7: a content security policy, sent as a header with every answer of the app's protocol.
 * No inline script, no eval, no frames, no plugins, no form targets, no network. Media only from the open project.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' goldset-data://media blob:",
  "media-src 'self' goldset-data://media goldset-data://sound blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** For the thread that makes pictures small: it may read the pictures of the open project, and nothing else. */
export const WORKER_POLICY = "default-src 'none'; connect-src goldset-data://media"

/** For files of a project, which come from strangers: if one is ever shown as a document, it can do nothing. */
export const DATA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
