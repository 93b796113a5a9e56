import type { ClockConfidence, ClockForce } from './clockDefinition.ts'

const whereRead: Readonly<Record<ClockConfidence, string>> = {
  seen_primary: 'Read in the text of the law or regulations.',
  seen_secondary: 'Read in a page that quotes or applies the source, not in the source itself.',
  seen_source_document: 'Taken from a published report or decision that asks for it.',
  memory:
    'Not confirmed: the number was not found in any text that could be read. Check it before relying on it.',
}

/**
 * How far the number of a clock may be relied on, as a sentence to show beside it. A local number from no text
 * says that it is a common default, because there is no law to check it against.
 */
export function confidenceNote(clock: {
  readonly confidence: ClockConfidence
  readonly force: ClockForce
}): string {
  if (clock.confidence === 'memory' && clock.force === 'local_norm') {
    return 'Not confirmed: a common local default, not a number set by law. Your authority decides its own.'
  }
  return whereRead[clock.confidence]
}
