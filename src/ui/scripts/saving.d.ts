/** How far the draft of one form has come. */
export interface SavingState {
  /** Something on the page has not reached the server. */
  readonly unsent: boolean
  /** A try is under way. */
  readonly inFlight: boolean
  /** A failed try will be made again when its time is up. */
  readonly waiting: boolean
  /** Tries that failed since the last that worked. */
  readonly attempt: number
  /** The form itself is being sent. */
  readonly submitting: boolean
}

export type SavingEvent =
  | { readonly kind: 'typed' | 'due' | 'left' | 'online' | 'unreachable' | 'submitted' | 'submit failed' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'refused'; readonly status: number }

export type SavingEffect =
  /** Post the form; `keepalive` when the page may be closing. */
  | { readonly kind: 'send'; readonly keepalive: boolean }
  /** Start the one timer anew, after which `due` happens. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Forget the timer and break off the try under way. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'say'; readonly text: string; readonly isUnsaved: boolean }

export interface SavingStep {
  readonly state: SavingState
  readonly effects: readonly SavingEffect[]
}

export const quietFor: number
export const longestWait: number
export const nothingToSave: SavingState
export function step(state: SavingState, event: SavingEvent): SavingStep
