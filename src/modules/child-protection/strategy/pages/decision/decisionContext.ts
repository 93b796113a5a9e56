import type { Uuid } from '#platform/ids'
import type { Invitee, View } from '../../../meeting/index.ts'
import type { OpenedMeeting } from '../../../meeting/pages/openedMeeting.ts'

/** What the form that closes a strategy discussion is about. */
export type DecisionContext = {
  readonly opened: OpenedMeeting
  readonly children: readonly {
    readonly id: Uuid
    readonly name: string
    /** An enquiry is open already: it goes on, and none starts. */
    readonly isEnquired: boolean
    readonly isReferred: boolean
  }[]
  readonly present: readonly Invitee[]
  readonly views: readonly View[]
  /** Who may lead the enquiries. */
  readonly workers: readonly { readonly id: Uuid; readonly name: string }[]
}
