import type { CopyContent } from './copyContent.ts'

/** The lines of a copy that may be answered, by their numbers. */
export const numbered = ({ content }: { readonly content: CopyContent }) => [
  ...content.parts.map(({ number, heading, words }) => ({ number, heading, words })),
  ...content.planLines.map(({ number, what, who }) => ({ number, heading: `${what} (${who})`, words: '' })),
]
