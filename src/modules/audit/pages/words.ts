const actions = new Map([
  ['read', 'Opened'],
  ['list', 'Seen in a list'],
  ['search', 'Found in a search'],
  ['export', 'Downloaded'],
  ['insert', 'Added'],
  ['update', 'Changed'],
  ['delete', 'Removed'],
  ['refused', 'Refused'],
  ['verify', 'Audit verified'],
  ['sign_in', 'Signed in'],
  ['sign_in_refused', 'Sign in refused'],
  ['sign_out', 'Signed out'],
  ['sign_out_everywhere', 'Signed out everywhere'],
])

/** A code as words: "child_protection" becomes "Child protection". */
export function plainWords(code: string): string {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What was done, in words. */
export const actionWords = (action: string): string => actions.get(action) ?? plainWords(action)
