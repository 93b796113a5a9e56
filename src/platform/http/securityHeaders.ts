/** What the headers depend on. */
export interface HeaderOptions {
  /** People reach the service by https: browsers are told to insist on it. */
  readonly isSecure: boolean
  /** Origins that a form's redirect may lead to, besides ours: the identity provider's, for signing out. */
  readonly formTargets?: readonly string[]
}

/** Security headers of every answer. No inline script or style is allowed, nor anything from elsewhere. */
export function securityHeaders(options: HeaderOptions): Readonly<Record<string, string>> {
  const targets = ["'self'", ...(options.formTargets ?? [])].join(' ')
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${targets}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cache-control': 'no-store',
    ...(options.isSecure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}
