import { type Html, html, nothing } from '../../html.ts'
import { classNames, type Maybe } from '../parameters.ts'

/** How a due date stands. */
export type ClockState = 'running' | 'soon' | 'overdue' | 'met' | 'late' | 'stopped'

export interface ClockBadge {
  readonly state: ClockState
  /** The whole message in words, such as "Visit due 4 May 2026, 3 working days left". */
  readonly text: string
  /** The rule and its source in law, such as "Within 10 working days: Working Together 2023". */
  readonly rule?: Maybe<string>
}

const spoken: Readonly<Record<ClockState, string>> = {
  running: '',
  soon: 'Due soon: ',
  overdue: 'Overdue: ',
  met: 'Done: ',
  late: 'Done late: ',
  stopped: 'Stopped: ',
}

/** A due date, how it stands, and the rule behind it. The state is in words too, never in colour alone. */
export function clockBadge(params: ClockBadge): Html {
  const rule = params.rule ? html`<span class="kith-clock__rule">${params.rule}</span>` : nothing
  const state = params.state === 'running' ? undefined : `kith-clock--${params.state}`
  return html`<span class="${classNames('kith-clock', state)}">${spoken[params.state]}${params.text}${rule}</span>`
}
