import { autosave } from './autosave.js'
import { initAll as startGovuk } from './govuk-frontend.js'
import { keepOnFailure } from './keepOnFailure.js'
import { lookForSame } from './lookForSame.js'
import { initAll as startMoj } from './moj-frontend.js'

/** Enhances the page as it stands; called again when keepOnFailure has put a new body in place. */
export function start() {
  // GOV.UK Frontend's template does this in an inline script; ours allows none (content security policy).
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  startGovuk()
  startMoj()
  for (const form of document.querySelectorAll('form[data-draft-url]')) autosave(form)
  for (const form of document.querySelectorAll('form[data-keep-on-failure]')) keepOnFailure(form, start)
  for (const region of document.querySelectorAll('[data-look-for-same]')) lookForSame(region)
}

start()
