import type { PaperPart, Recipient, Showing } from './paper.ts'

type Grid = {
  readonly parts: readonly PaperPart[]
  readonly recipients: readonly Recipient[]
  readonly showings: readonly Showing[]
}

/**
 * The cells that a quick act fills, of those that are not decided yet: `offered` shows each part to those its author would show it to;
 * `own:<key>` shows one person all of our own work about children who are theirs; `rest` withholds what is open.
 * @returns values by the names of the cells
 */
export function quickDecisions(
  act: string,
  { parts, recipients, showings }: Grid,
): Readonly<Record<string, string>> {
  const isOpen = (part: PaperPart, recipient: Recipient) =>
    !showings.some(one => one.partId === part.id && one.recipientKey === recipient.key)
  const cells = parts.flatMap(part =>
    recipients.filter(recipient => isOpen(part, recipient)).map(recipient => ({ part, recipient })),
  )
  const filled = cells.flatMap(({ part, recipient }) => {
    const value = valueFor(act, part, recipient)
    return value === null ? [] : [[`d:${part.id}:${recipient.key}`, value] as const]
  })
  return Object.fromEntries(filled)
}

function valueFor(act: string, part: PaperPart, recipient: Recipient): 'show' | 'hide' | null {
  if (act === 'rest') return 'hide'
  if (part.isThirdParty) return null
  if (act === 'offered')
    return part.offeredTo.includes(recipient.audience) && isTheirs(part, recipient) ? 'show' : null
  const isOwnWork = part.source === 'own_work' && isTheirs(part, recipient)
  return act === `own:${recipient.key}` && isOwnWork ? 'show' : null
}

/** A child is offered what is about them alone; an adult what is about children for whom they are responsible. */
const isTheirs = (part: PaperPart, recipient: Recipient): boolean =>
  recipient.age !== null
    ? part.personIds.length > 0 && part.personIds.every(id => id === recipient.personId)
    : part.personIds.every(id => recipient.mayHave.includes(id)) || recipient.mayHave.length === 0
