import { askedByScript, formFields } from './formFields.js'

const safe = 'Your text is still on this page.'

/** Refusals that come as a page with the form in it: answers to mend (400, 422) or two texts to choose from (409). */
const shownInPlace = [400, 409, 422]

/** @param {number} status */
function sentenceFor(status) {
  if (status === 401)
    return `You have been signed out. Sign in again in another tab, then try again here. ${safe}`
  if (status === 403) {
    return `You may not save this, or you have signed in anew since you opened this page. ${safe} Copy it before you leave.`
  }
  return `The service could not save this just now. ${safe} Try again.`
}

function alertOf(form) {
  const existing = form.querySelector('[data-submit-alert]')
  if (existing) return existing
  const created = document.createElement('p')
  created.className = 'kith-draft-status kith-draft-status--unsaved'
  created.setAttribute('role', 'alert')
  created.setAttribute('data-submit-alert', '')
  form.append(created)
  return created
}

/** Shows the page that came back in place of this one, as a browser would have done. */
async function show(answer, restart) {
  // A followed redirect would be loaded twice: once here, and once to be seen. The header spares the first.
  const next = answer.headers.get('kith-location') ?? (answer.redirected ? answer.url : undefined)
  if (next !== undefined) {
    window.location.assign(next)
    return
  }
  await putInPlace(answer, restart)
}

async function putInPlace(answer, restart) {
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  document.title = next.title
  document.body.replaceWith(document.adoptNode(next.body))
  window.scrollTo(0, 0)
  restart()
}

async function send(form, submitter) {
  const method = 'POST'
  const isMultipart = form.enctype === 'multipart/form-data'
  const body = isMultipart ? new FormData(form, submitter) : formFields(form, submitter)
  // Not form.action: a field of that name would be found instead.
  const own = new URL(form.getAttribute('action') ?? '', window.location.href)
  const action = submitter?.hasAttribute('formaction') ? submitter.formAction : own
  // The sign-in page of another host ends here as a failed fetch, so the text stays in that case too.
  return await fetch(action, { method, body, headers: askedByScript, credentials: 'same-origin' })
}

/**
 * Sends a form so that a lost connection or session leaves the page, and what was typed on it, as it is.
 * @param {HTMLFormElement} form with `data-keep-on-failure`, sent by POST
 * @param {() => void} restart enhances a page that replaced this one
 */
export function keepOnFailure(form, restart) {
  let isSending = false

  function fail(sentence) {
    const alert = alertOf(form)
    alert.textContent = ''
    alert.textContent = sentence
    form.dispatchEvent(new CustomEvent('kith:submit-failed'))
  }

  form.addEventListener('submit', async event => {
    // GOV.UK's double-click guard has already said no to this one.
    if (event.defaultPrevented) return
    event.preventDefault()
    if (isSending) return
    isSending = true
    form.setAttribute('aria-busy', 'true')
    try {
      const answer = await send(form, event.submitter)
      if (answer.ok || shownInPlace.includes(answer.status)) await show(answer, restart)
      else fail(sentenceFor(answer.status))
    } catch {
      fail(`Not sent: no connection. ${safe} Try again when you are back online.`)
    } finally {
      isSending = false
      form.removeAttribute('aria-busy')
    }
  })
}
