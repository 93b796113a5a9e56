import { localPath, SUBMISSION_FIELD } from '../http/index.ts'
import { parseUuid } from '../ids/index.ts'

/** Names of a draft's hidden fields; names that begin with `_` are never part of a draft. */
export const DRAFT_VERSION = '_draft_version'
export const DRAFT_BASE = '_draft_base'
export const DRAFT_PAGE = '_draft_page'

/** The name of the button that saves a draft where scripts do not run. */
export const SAVE_DRAFT = 'save_draft'

/** A form as it was sent, read as a draft. */
export interface SentDraft {
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly tab: string
  readonly page: string | null
  /** Version of the draft that the form was filled from; null when it began empty. */
  readonly version: number | null
  readonly baseVersion: string | null
}

/** Reads a sent form as a draft: its texts, without tokens, buttons and files. */
export function sentDraft(sent: Readonly<Record<string, unknown>>): SentDraft {
  const texts = Object.entries(sent).filter((entry): entry is [string, string | string[]] => isKept(entry))
  const version = Number(textOf(sent, DRAFT_VERSION) || Number.NaN)
  return {
    fields: Object.fromEntries(texts),
    tab: parseUuid(textOf(sent, SUBMISSION_FIELD)) ?? '',
    page: localPath(textOf(sent, DRAFT_PAGE), '') || null,
    version: Number.isSafeInteger(version) ? version : null,
    baseVersion: textOf(sent, DRAFT_BASE).slice(0, 200) || null,
  }
}

function isKept([name, value]: readonly [string, unknown]): boolean {
  if (name.startsWith('_') || name === SAVE_DRAFT) return false
  return typeof value === 'string' || (Array.isArray(value) && value.every(item => typeof item === 'string'))
}

function textOf(sent: Readonly<Record<string, unknown>>, name: string): string {
  const value = sent[name]
  return typeof value === 'string' ? value : ''
}
