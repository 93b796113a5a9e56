import { Fields } from '#modules/casework'
import { SUBMISSION_FIELD } from '#platform/http'
import { parseUuid } from '#platform/ids'
import type { FormIssue } from '#ui'
import type { ActionWanted, SessionWanted } from './keepSession.ts'
import type { Action } from './readSupervision.ts'

type Sent = Readonly<Record<string, unknown>>
export const ACTIONS = 3
export const owners = ['lead', 'supervisor'] as const
export const ownerWords = { lead: 'Safeguarding lead', supervisor: 'Social worker' } as const
const MOST_WORDS = 500

export type ParsedSession =
  | { readonly ok: true; readonly wanted: SessionWanted }
  | { readonly ok: false; readonly issues: readonly FormIssue[] }

/** Reads a session: its day, themes of the authority's list, what is agreed, and which of the open actions are done. */
export function parseSession(
  sent: Sent,
  themes: readonly string[],
  open: readonly Action[],
  today: Temporal.PlainDate,
): ParsedSession {
  const fields = new Fields(sent)
  const heldOn = fields.date('held', 'Day of the session', 'Enter the day of the session')
  if (heldOn !== null && Temporal.PlainDate.compare(heldOn, today) > 0)
    fields.problem('held', 'The day of the session must not be in the future')
  const chosen = themes.filter((_, at) => fields.isTicked('themes', String(at)))
  if (chosen.length === 0) fields.problem('themes', 'Select what you spoke of')
  const actions = Array.from({ length: ACTIONS }, (_, at) => actionOf(fields, at)).filter(one => one !== null)
  if (fields.issues.length > 0 || heldOn === null) return { ok: false, issues: fields.issues }
  const key = sent[SUBMISSION_FIELD]
  return {
    ok: true,
    wanted: {
      heldOn,
      themes: chosen,
      actions,
      done: open.filter(({ id }) => fields.isTicked('done', id)).map(({ id }) => id),
      submission: typeof key === 'string' ? parseUuid(key) : null,
    },
  }
}

/** One agreed action; null where nothing was written. */
function actionOf(fields: Fields, at: number): ActionWanted | null {
  const what = fields.text(`what-${at}`, MOST_WORDS)
  if (what === null) return null
  const owner = fields.choice(`owner-${at}`, owners, 'Select who does it')
  const dueOn = fields.date(`due-${at}`, 'Day by which it is done', 'Enter the day by which it is done')
  return owner === null || dueOn === null ? null : { what, owner, dueOn }
}
