import type { Fields, FormValues, Sent } from '#modules/casework'
import type { Work } from '#platform/db'
import type { DraftDifference } from '#platform/drafts'
import type { Uuid } from '#platform/ids'
import type { FieldErrors, Html } from '#ui'
import type { OpenedMeeting } from '../openedMeeting.ts'

/** A form of a meeting, being shown or sent. */
export type MeetingVisit = {
  readonly work: Work
  readonly opened: OpenedMeeting
  readonly query: Readonly<Record<string, string | undefined>>
}

/** One form of a meeting: who may open it, what it shows, how it is read, and the command behind it. */
export type MeetingForm<Context, Parsed> = {
  /** Of its address, after the meeting's. */
  readonly part: string
  /** Which of the meeting's parts it belongs to, where it is not one itself. */
  readonly tab?: string
  /** One word for its drafts and the audit. */
  readonly name: string
  readonly title: string
  readonly heading: (context: Context) => string
  readonly summary: { readonly show: string; readonly send: string }
  readonly submit: (context: Context) => string
  readonly isWarning?: true
  /** Whom it names beside the meeting's children and those of the family who are asked, for the audit. */
  readonly alsoNamed?: (context: Context) => readonly Uuid[]
  /** A draft is opened at once: what was typed here is nobody else's to begin anew. */
  readonly opensDraft?: true
  /** Null: not for this reader, or not now; answered like an absent meeting. */
  readonly read: (visit: MeetingVisit) => Promise<Context | null>
  readonly fresh: (context: Context, visit: MeetingVisit) => FormValues
  /** What the form was opened with, where a second sender is refused with both texts. */
  readonly version?: (context: Context, visit: MeetingVisit) => string
  readonly above?: (context: Context, visit: MeetingVisit) => Html
  readonly below?: (context: Context, visit: MeetingVisit) => Html
  readonly fields: (context: Context, values: FormValues, errors: FieldErrors) => Html
  readonly parse: (
    fields: Fields,
    context: Context,
    visit: MeetingVisit & { readonly sent: FormValues },
  ) => Parsed | null
  readonly save: (parsed: Parsed, context: Context, visit: MeetingVisit) => Promise<Sent>
  readonly order: (context: Context) => readonly string[]
  readonly targets?: (context: Context) => Readonly<Record<string, string>>
  readonly labels?: (context: Context) => Readonly<Record<string, string>>
  readonly scripts?: readonly string[]
  /** What is shown to whoever was second: where they changed nothing themself, what stands now. */
  readonly rebased?: (sent: FormValues, now: FormValues, context: Context) => FormValues
  /** What was sent beside what stands, where the meeting moved on before it came; else what was sent under its labels. */
  readonly against?: (visit: MeetingVisit, sent: FormValues) => Promise<readonly DraftDifference[]>
  /** What those see who read the meeting and may not send the form. */
  readonly withoutForm?: (visit: MeetingVisit) => Promise<Html>
}
