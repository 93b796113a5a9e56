/** Kinds of file that are kept: what people in the work send one another, and nothing that can run. */
export const mediaTypes = {
  'application/pdf': { ending: 'pdf', words: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    ending: 'docx',
    words: 'Word document',
  },
  'application/vnd.oasis.opendocument.text': { ending: 'odt', words: 'OpenDocument text' },
  'image/jpeg': { ending: 'jpg', words: 'JPEG picture' },
  'image/png': { ending: 'png', words: 'PNG picture' },
  'text/plain': { ending: 'txt', words: 'Plain text' },
} as const

export type MediaType = keyof typeof mediaTypes

/** The words for a stored media type. */
export const mediaWords = (mediaType: string): string =>
  Object.hasOwn(mediaTypes, mediaType) ? mediaTypes[mediaType as MediaType].words : mediaType

/** The ending that a stored media type is downloaded with. */
export const mediaEnding = (mediaType: string): string =>
  Object.hasOwn(mediaTypes, mediaType) ? mediaTypes[mediaType as MediaType].ending : 'bin'

/** For the hint of a form. */
export const KINDS_TAKEN = 'PDF, Word (docx), OpenDocument text (odt), JPEG, PNG or plain text (txt)'
