import { plural } from '#ui'

type Waiting = {
  readonly decidedAt: unknown
  readonly isAnswered: boolean
  readonly isDanger: boolean
  readonly actionTaken: string | null
  readonly rag: string | null
  readonly names: readonly { readonly personId: unknown }[]
}

/** What has to be done next with a contact, the most urgent first, in words. */
export function whatWaits(contact: Waiting): string {
  if (contact.decidedAt !== null)
    return contact.isAnswered ? 'Nothing: decided and answered' : 'Tell the referrer'
  if (contact.isDanger && contact.actionTaken === null) return 'Act on the danger now'
  if (contact.rag === null) return 'Rate it'
  const open = contact.names.filter(({ personId }) => personId === null).length
  return open > 0 ? `Match ${plural(open, 'person', 'people')}, then decide` : 'Decide'
}
