/**
 * What a browser may do with the pages of this program: the one place that says so. Both servers send it, the build writes
 * into the page what a page can carry and into `_headers` what static hosts read, and a test holds the README against it.
 */
const DIRECTIVES = {
  'default-src': "'self'",
  'script-src': "'self'",
  // Charts place their marks by style attributes.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}
/** Browsers read these from a header alone; against frames the page looks for itself (`app/main.tsx`). */
const ONLY_AS_HEADER = ['frame-ancestors']

const policyOf = (directives) => directives.map((directive) => directive.join(' ')).join('; ')

export const PAGE_POLICY = policyOf(Object.entries(DIRECTIVES).filter(([name]) => !ONLY_AS_HEADER.includes(name)))

/** Sent with every answer. */
export const SECURITY_HEADERS = {
  'content-security-policy': policyOf(Object.entries(DIRECTIVES)),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** Files whose names change with their content may be kept; everything else is asked for anew, or an update would never come. */
export const KEEP_FOR_EVER = 'public, max-age=31536000, immutable'
export const ASK_EACH_TIME = 'no-cache'

/** The file `_headers` that Netlify, Cloudflare Pages and others read beside the pages. */
export const HEADERS_FILE = [
  '/*',
  ...Object.entries({ ...SECURITY_HEADERS, 'cache-control': ASK_EACH_TIME }).map(
    ([name, value]) => `  ${name}: ${value}`,
  ),
  '/assets/*',
  '  ! cache-control',
  `  cache-control: ${KEEP_FOR_EVER}`,
  '',
].join('\n')
