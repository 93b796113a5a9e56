import { type Html, tag } from '#ui'
import type { LetterStatus } from '../../letters/readLetters.ts'

const words: Readonly<Record<LetterStatus, readonly [string, string]>> = {
  draft: ['Draft', 'govuk-tag--grey'],
  held: ['Held', 'govuk-tag--red'],
  ready: ['Ready to send', 'govuk-tag--green'],
  sent: ['Sent', 'govuk-tag--blue'],
  stopped: ['Stopped', 'govuk-tag--orange'],
}

/** How a letter stands. */
export function statusTag(status: LetterStatus): Html {
  const [text, classes] = words[status]
  return tag({ text, classes })
}
