/** A path of our own that it is safe to lead someone to, or the fallback: never another site's, nor the sign-in itself. */
export function localPath(given: unknown, fallback = '/'): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(given) || given.includes('\\'))
    return fallback
  return /^\/(sign-in|sign-out|signed-out|demo-identity|assets)\b/.test(given) ? fallback : given
}
