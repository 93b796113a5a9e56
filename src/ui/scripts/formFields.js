/**
 * The fields of a form as they would be posted, without files.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} [submitter] the button pressed, whose name and value go along
 */
export function formFields(form, submitter = null) {
  const entries = [...new FormData(form, submitter)].filter(([, value]) => typeof value === 'string')
  return new URLSearchParams(entries)
}

/** Headers by which the server knows that a script is asking, and answers 401 instead of the sign-in page. */
export const askedByScript = { 'x-requested-with': 'fetch' }
