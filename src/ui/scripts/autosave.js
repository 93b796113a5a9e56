import { askedByScript, formFields } from './formFields.js'
import { nothingToSave, step } from './saving.js'

/** Browsers refuse a longer body on a request that outlives its page (64 KiB for all of them together). */
const keepaliveLimit = 60_000

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

function statusOf(form) {
  const existing = form.querySelector('[data-draft-status]')
  if (existing) return existing
  const created = document.createElement('p')
  created.className = 'kith-draft-status'
  created.setAttribute('role', 'status')
  created.setAttribute('data-draft-status', '')
  form.append(created)
  return created
}

async function post(form, keepalive, signal) {
  const body = formFields(form)
  const outlives = keepalive && body.toString().length < keepaliveLimit
  try {
    const answer = await fetch(form.dataset.draftUrl, {
      method: 'POST',
      body,
      headers: askedByScript,
      credentials: 'same-origin',
      redirect: 'manual',
      keepalive: outlives,
      signal,
    })
    if (answer.ok) return { kind: 'saved', at: clock.format() }
    // A redirect can only lead to the sign-in page.
    return { kind: 'refused', status: answer.type === 'opaqueredirect' ? 401 : answer.status }
  } catch {
    return { kind: 'unreachable' }
  }
}

/**
 * Keeps the draft of one form on the server: after two seconds of quiet, when a field or the page is left, and
 * again when the connection is back. Says so in a polite live region; never moves the focus; stores nothing
 * in the browser, since laptops are shared.
 * @param {HTMLFormElement} form with `data-draft-url`
 */
export function autosave(form) {
  const status = statusOf(form)
  let state = nothingToSave
  let timer
  let breaker = new AbortController()

  const effects = {
    wait({ ms }) {
      clearTimeout(timer)
      timer = setTimeout(() => happen({ kind: 'due' }), ms)
    },
    stop() {
      clearTimeout(timer)
      breaker.abort()
      breaker = new AbortController()
    },
    say({ text, isUnsaved }) {
      status.classList.toggle('kith-draft-status--unsaved', isUnsaved)
      // Screen readers speak on every change: the same words twice would only interrupt.
      if (status.textContent !== text) status.textContent = text
    },
    async send({ keepalive }) {
      clearTimeout(timer)
      const { signal } = breaker
      const event = await post(form, keepalive, signal)
      if (!signal.aborted) happen(event)
    },
  }

  function happen(event) {
    const next = step(state, event)
    state = next.state
    for (const effect of next.effects) effects[effect.kind](effect)
  }

  form.addEventListener('input', () => happen({ kind: 'typed' }))
  form.addEventListener('change', () => happen({ kind: 'typed' }))
  form.addEventListener('focusout', () => happen({ kind: 'due' }))
  form.addEventListener('submit', () => happen({ kind: 'submitted' }))
  form.addEventListener('kith:submit-failed', () => happen({ kind: 'submit failed' }))

  // A form that has left the page must not go on saving: its listeners on the window go with it.
  const whileShown = kind => () => form.isConnected && happen({ kind })
  window.addEventListener('online', whileShown('online'))
  window.addEventListener('pagehide', whileShown('left'))
  document.addEventListener('visibilitychange', () =>
    whileShown(document.visibilityState === 'hidden' ? 'left' : 'online')(),
  )
}
