import { createHash } from 'node:crypto'
import { type Html, html } from '#ui'

/** Name of the hidden field with the version that a form was opened with. */
export const VERSION_FIELD = 'version'

/** A mark of what a form is filled with: another one when anything of it has changed since. */
export const formVersion = (stored: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(stored ?? null))
    .digest('base64url')
    .slice(0, 22)

/** The hidden field of a form whose record counts no versions of its own. */
export const versionField = (version: string): Html =>
  html`<input type="hidden" name="${VERSION_FIELD}" value="${version}">`

/** The version that a form was opened with, as it was sent; that of what stands now for a form not sent yet. */
export function openedVersion(sent: Readonly<Record<string, unknown>>, stored: unknown): string {
  const version = sent[VERSION_FIELD]
  return typeof version === 'string' ? version : formVersion(stored)
}

/** Whether what stands now is what the form was opened with: a form without a version never was. */
export const isAsOpened = (sent: Readonly<Record<string, unknown>>, stored: unknown): boolean =>
  sent[VERSION_FIELD] === formVersion(stored)
