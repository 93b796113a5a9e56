import { formatDateTime, type Html, html } from '#ui'
import { type FormKeys, formFields } from '../http/index.ts'
import type { Draft } from './draft.ts'
import { draftPath } from './draftFields.ts'

/** What the banner needs beside the draft. */
export interface DraftBanner {
  /** `visit.form`. */
  readonly keys: FormKeys
  /** The page with the draft opened: `?draft=open` added to its own path, say. */
  readonly continuePath: string
  /** Where to go once it is discarded: the page itself. */
  readonly afterDiscard: string
  /** `work.now`. */
  readonly now: Temporal.Instant
}

/** Says that there is a draft, when it was begun and saved, and offers to go on with it or to discard it. */
export function draftBanner(draft: Draft, params: DraftBanner): Html {
  return html`<div class="govuk-inset-text kith-draft-banner">
  <p class="govuk-body">You began this ${formatDateTime(draft.startedAt)} and it was last saved ${age(draft.savedAt, params.now)}. Nobody else can see it.</p>
  <form method="post" action="${draftPath(draft.form, draft.recordKey)}/discard" class="govuk-button-group">
    ${formFields(params.keys)}
    <input type="hidden" name="return" value="${params.afterDiscard}">
    <a class="govuk-button" href="${params.continuePath}" role="button" draggable="false" data-module="govuk-button">Continue your draft</a>
    <button class="govuk-button govuk-button--secondary" type="submit" data-module="govuk-button">Discard it</button>
  </form>
</div>`
}

/** How long ago, in the largest whole unit. */
export function age(then: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = Math.max(0, Math.floor(now.since(then).total('minutes')))
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 1440
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day']
  if (count === 0) return 'just now'
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}
