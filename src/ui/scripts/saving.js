/** Milliseconds of quiet after the last key before a draft is sent. */
export const quietFor = 2000

/** Longest wait between two tries, in milliseconds. */
export const longestWait = 60_000

const waitAfter = attempt => Math.min(longestWait, quietFor * 2 ** attempt)

const safe = 'Your text is still on this page.'

/** @type {import('./saving.d.ts').SavingState} */
export const nothingToSave = { unsent: false, inFlight: false, waiting: false, attempt: 0, submitting: false }

const refusals = {
  401: `Not saved: you have been signed out. Sign in again in another tab. ${safe}`,
  403: `Not saved: you may not change this record, or you have signed in anew since. ${safe}`,
  409: `Not saved: this draft was changed in another tab. ${safe}`,
  413: `Not saved: this is too long to keep as a draft. ${safe}`,
}

const say = (text, isUnsaved) => ({ kind: 'say', text, isUnsaved })
const wait = ms => ({ kind: 'wait', ms })

const send = (state, keepalive) => ({
  state: { ...state, unsent: false, inFlight: true, waiting: false },
  effects: [{ kind: 'send', keepalive }],
})

function failed(state, text, retries) {
  const attempt = state.attempt + 1
  const waiting = retries && !state.submitting
  return {
    state: { ...state, unsent: true, inFlight: false, attempt, waiting },
    effects: [say(text, true), ...(waiting ? [wait(waitAfter(attempt))] : [])],
  }
}

function refused(state, status) {
  const text = refusals[status] ?? `Not saved: the service could not do it just now. ${safe}`
  // Signing in elsewhere or a recovered server mends these; the others stay as they are until something changes.
  return failed(state, text, status === 401 || status === 429 || status >= 500)
}

function typed(state) {
  const next = { ...state, unsent: true }
  // A try that is under way or waited for after a failure will take the new words along.
  if (state.inFlight || state.waiting || state.submitting) return { state: next, effects: [] }
  return { state: next, effects: [wait(quietFor)] }
}

function saved(state, at) {
  const next = { ...state, inFlight: false, attempt: 0 }
  return { state: next, effects: [say(`Saved ${at}`, false), ...(state.unsent ? [wait(quietFor)] : [])] }
}

/**
 * Decides what autosave does next: pure, so that each case can be tested.
 * @param {import('./saving.d.ts').SavingState} state
 * @param {import('./saving.d.ts').SavingEvent} event
 * @returns {import('./saving.d.ts').SavingStep}
 */
export function step(state, event) {
  const still = { state, effects: [] }
  switch (event.kind) {
    case 'typed':
      return typed(state)
    case 'due':
    case 'online':
      return state.unsent && !state.inFlight && !state.submitting ? send(state, false) : still
    case 'left':
      // The page may be gone in a moment: send at once, even beside an earlier try.
      return state.unsent && !state.submitting ? send(state, true) : still
    case 'saved':
      return saved(state, event.at)
    case 'unreachable':
      return failed(state, `Not saved: no connection. ${safe}`, true)
    case 'refused':
      return refused(state, event.status)
    case 'submitted':
      // From here on the record itself is being written: a late draft must not come back to life after it.
      return {
        state: { ...state, submitting: true, inFlight: false, waiting: false },
        effects: [{ kind: 'stop' }],
      }
    case 'submit failed':
      return {
        state: { ...state, submitting: false, unsent: true },
        effects: [wait(waitAfter(state.attempt))],
      }
    default:
      return still
  }
}
